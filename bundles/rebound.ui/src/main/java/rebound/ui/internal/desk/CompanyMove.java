package rebound.ui.internal.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import rebound.model.AddressKey;
import rebound.model.CustomerChange;
import rebound.pipeline.ChangeList;
import rebound.pipeline.ChangeList.Wish;
import rebound.pipeline.Company.Person;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;

/**
 * What came of accepting a company's new domain for all of its people.
 *
 * @param accepted of one batch, which takes all of them back; empty if all were left out
 * @param skipped  names of those who are no longer as they were shown
 */
public record CompanyMove(List<CustomerChange> accepted, List<String> skipped) {

	/** Accepts the new addresses of those for whom nobody has done so, and who still have the address that fails. */
	public static CompanyMove accept(BounceStore store, CompanyCard shown, Progress progress) {
		List<Wish> wishes = new ArrayList<>();
		List<String> skipped = new ArrayList<>();
		for (Person person : shown.company().people()) {
			if (progress.cancelled()) {
				throw new CancellationException();
			}
			if (person.moved() != null) {
				if (isAsShown(store, person, shown.changes())) {
					wishes.add(Wish.address(person.customer().id(), person.email(), person.moved()));
				} else {
					skipped.add(name(person));
				}
			}
		}
		return new CompanyMove(wishes.isEmpty()
				? List.of()
				: new ChangeList(store, store.user(), Instant.now()).accept(wishes, shown.changes()), skipped);
	}

	private static String name(Person person) {
		String name = person.customer().displayName();
		return name.isEmpty() ? Addresses.unicode(person.email()) : name;
	}

	private static boolean isAsShown(BounceStore store, Person person, List<CustomerChange> seen) {
		String id = person.customer().id();
		AddressKey failing = AddressKey.of(person.email());
		return store.customers().find(id).stream().flatMap(each -> each.emails().stream()).map(AddressKey::of)
				.anyMatch(failing::equals)
				&& store.changes().ofCustomer(id).stream().filter(each -> each.isInPlaceOf(failing))
						.allMatch(seen::contains);
	}
}
