package rebound.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the running framework. */
final class Services {

	private Services() {
	}

	static BundleContext context() {
		return FrameworkUtil.getBundle(Services.class).getBundleContext();
	}

	/** @return the service, awaited for ten seconds at most */
	static <T> T one(Class<T> type) {
		return one(type, "(" + Constants.OBJECTCLASS + "=" + type.getName() + ")");
	}

	/** @return the service whose properties match the filter, awaited for ten seconds at most */
	static <T> T one(Class<T> type, String filter) {
		ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), filter(type, filter), null);
		tracker.open();
		try {
			T service = tracker.waitForService(10_000);
			assertNotNull(service, type.getName() + " is not registered");
			return service;
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		} finally {
			tracker.close();
		}
	}

	private static Filter filter(Class<?> type, String filter) {
		try {
			return context().createFilter("(&(" + Constants.OBJECTCLASS + "=" + type.getName() + ")" + filter + ")");
		} catch (InvalidSyntaxException e) {
			throw new AssertionError(e);
		}
	}

	static <T> List<T> all(Class<T> type) {
		try {
			return context().getServiceReferences(type, null).stream().sorted().map(Services::get).toList();
		} catch (InvalidSyntaxException e) {
			throw new AssertionError(e);
		}
	}

	private static <T> T get(ServiceReference<T> reference) {
		return context().getService(reference);
	}
}
