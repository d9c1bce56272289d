package rebound.pipeline.internal;

import java.io.IOException;
import java.util.List;

import rebound.customers.AddressMatching;
import rebound.customers.LostCustomer;
import rebound.customers.LostCustomerFinder;
import rebound.customers.SearchLinks;
import rebound.customers.Suggestion;
import rebound.pipeline.ServiceException;

/**
 * What lost customers are looked for with, besides Rebound's own ways.
 *
 * @param links    where people search further
 * @param matching which addresses are one mailbox
 * @param finders  somebody else's
 * @param watch    over the finders
 */
public record SearchMeans(SearchLinks links, AddressMatching matching, List<LostCustomerFinder> finders,
		ServiceWatch watch) {

	/** @return what others find; one that fails finds nothing */
	List<Suggestion> find(LostCustomer lost) {
		return finders.stream().flatMap(finder -> find(finder, lost).stream()).filter(SearchMeans::isSound).toList();
	}

	private List<Suggestion> find(LostCustomerFinder finder, LostCustomer lost) {
		try {
			List<Suggestion> found = watch.call(finder.id(), life -> finder.find(lost));
			return found == null ? List.of() : found;
		} catch (ServiceException | IOException told) {
			// The watch has named it in the log.
			return List.of();
		}
	}

	private static boolean isSound(Suggestion found) {
		return found != null && found.kind() != null && found.confidence() >= 0 && found.confidence() <= 100
				&& (found.email() == null || found.email().indexOf('@') > 0);
	}

	/** @return the same with other addresses being one mailbox */
	public SearchMeans with(AddressMatching other) {
		return new SearchMeans(links, other, finders, watch);
	}
}
