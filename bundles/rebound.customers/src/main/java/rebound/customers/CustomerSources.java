package rebound.customers;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import rebound.customers.internal.CsvCustomers;
import rebound.customers.internal.LdifCustomers;
import rebound.customers.internal.VCardCustomers;
import rebound.customers.internal.XlsxCustomers;

/** The customer sources there are, Rebound's own and third parties'. */
@Component(service = CustomerSources.class)
public final class CustomerSources {

	private static final System.Logger LOG = System.getLogger("rebound.customers");
	/** In seconds; whether a place is one of its own, a source knows without looking far. */
	private static final long LONGEST = 5;

	private final List<CustomerSource> sources;

	@Activate
	public CustomerSources(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<CustomerSource> sources) {
		this.sources = List.copyOf(sources);
	}

	/** @return Rebound's own sources, for use without OSGi */
	public static CustomerSources stock() {
		return new CustomerSources(
				List.of(new CsvCustomers(), new XlsxCustomers(), new VCardCustomers(), new LdifCustomers()));
	}

	/** @return the first source that reads this location, or empty */
	public Optional<CustomerSource> find(String location) {
		return sources.stream().filter(source -> accepts(source, location)).findFirst();
	}

	/** One that throws or hangs must not keep the others from being asked. */
	private static boolean accepts(CustomerSource source, String location) {
		FutureTask<Boolean> answer = new FutureTask<>(() -> source.accepts(location));
		Thread thread = Thread.ofPlatform().daemon().name("rebound-" + source.id()).start(answer);
		try {
			return answer.get(LONGEST, TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException failed) {
			thread.interrupt();
			LOG.log(System.Logger.Level.WARNING, source.id() + " failed", failed);
			return false;
		} catch (InterruptedException stop) {
			thread.interrupt();
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	/** @return the ids of all sources */
	public List<String> ids() {
		return sources.stream().map(CustomerSource::id).sorted().toList();
	}
}
