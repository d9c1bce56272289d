package rebound.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import rebound.parse.MailParser;

/** The stages come up as services by themselves. */
class ServicesTest {

	@Test
	void everyStageIsAService() throws InterruptedException {
		assertNotNull(service(MailParser.class));
	}

	private static <T> T service(Class<T> type) throws InterruptedException {
		BundleContext context = FrameworkUtil.getBundle(ServicesTest.class).getBundleContext();
		ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
		tracker.open();
		try {
			return tracker.waitForService(10_000);
		} finally {
			tracker.close();
		}
	}
}
