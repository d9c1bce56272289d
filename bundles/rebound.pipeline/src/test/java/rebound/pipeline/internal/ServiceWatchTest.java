package rebound.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import rebound.pipeline.ServiceException;
import rebound.pipeline.ServiceException.Code;
import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.RawMail;

class ServiceWatchTest {

	private static final RawMail MAIL = RawMail.of("mail", new byte[0]);

	private final ServiceWatch watch = new ServiceWatch(Duration.ofMillis(200));
	private final List<String> taken = new ArrayList<>();

	private interface Reading {
		void read(MailHandler handler) throws IOException;
	}

	private WatchedSource source(Reading reading) {
		return new WatchedSource(new MailSource() {
			@Override
			public String id() {
				return "acme";
			}

			@Override
			public boolean accepts(String location) {
				while (location.equals("hang")) {
					LockSupport.park();
				}
				throw new IllegalStateException("on purpose");
			}

			@Override
			public void read(String location, MailHandler handler) throws IOException {
				reading.read(handler);
			}
		}, watch);
	}

	private MailHandler handler() {
		return new MailHandler() {
			@Override
			public void mail(RawMail mail) {
				taken.add(mail.name());
			}

			@Override
			public void unreadable(String name, Exception cause) {
				throw new CancellationException();
			}
		};
	}

	@Test
	void oneThatLeavesThreadsBehindIsLeftOut() throws IOException {
		CountDownLatch end = new CountDownLatch(1);
		try {
			WatchedSource leaking = source(handler -> {
				handler.mail(MAIL);
				for (int i = 0; i < 40; i++) {
					Thread.ofPlatform().daemon().start(() -> {
						try {
							end.await();
						} catch (InterruptedException told) {
							Thread.currentThread().interrupt();
						}
					});
				}
			});
			for (int i = 0; i < 3; i++) {
				leaking.read("x", handler());
			}
			assertThrows(ServiceException.class, () -> leaking.read("x", handler()));
			assertEquals(3, taken.size());
		} finally {
			end.countDown();
		}
	}

	@Test
	void silentServiceIsLeftBehindAndNotAskedAgain() {
		CountDownLatch later = new CountDownLatch(1);
		CountDownLatch refused = new CountDownLatch(1);
		WatchedSource hanging = source(handler -> {
			handler.mail(MAIL);
			while (later.getCount() > 0) {
				try {
					later.await();
				} catch (InterruptedException ignoredOnPurpose) {
					continue;
				}
			}
			assertThrows(CancellationException.class, () -> handler.mail(MAIL));
			refused.countDown();
		});
		assertSilent(hanging);
		assertSilent(hanging);
		later.countDown();
		assertEquals(true, assertNothingThrown(refused));
		assertEquals(List.of("mail"), taken);
	}

	private static boolean assertNothingThrown(CountDownLatch latch) {
		try {
			return latch.await(30, java.util.concurrent.TimeUnit.SECONDS);
		} catch (InterruptedException stop) {
			throw new AssertionError(stop);
		}
	}

	private void assertSilent(WatchedSource hanging) {
		ServiceException failure = assertThrows(ServiceException.class, () -> hanging.read("x", handler()));
		assertEquals(Code.SILENT, failure.code());
		assertEquals("acme", failure.service());
	}

	@Test
	void ourOwnWorkTakesNoneOfItsTime() throws IOException {
		MailHandler slow = new MailHandler() {
			@Override
			public void mail(RawMail mail) {
				try {
					Thread.sleep(500);
				} catch (InterruptedException stop) {
					throw new AssertionError(stop);
				}
				taken.add(mail.name());
			}

			@Override
			public void unreadable(String name, Exception cause) {
				throw new AssertionError(cause);
			}
		};
		source(handler -> handler.mail(MAIL)).read("x", slow);
		assertEquals(List.of("mail"), taken);
	}

	@Test
	void whatItThrowsIsNamedByItsId() {
		Error leak = new OutOfMemoryError("on purpose");
		ServiceException failure = assertThrows(ServiceException.class, () -> source(handler -> {
			throw leak;
		}).read("x", handler()));
		assertEquals(Code.FAILED, failure.code());
		assertSame(leak, failure.getCause());
		assertFalse(source(handler -> handler.mail(MAIL)).accepts("x"));
	}

	@Test
	void oneThatHangsWhenItIsAskedWhetherItReadsAPlaceIsLeftBehind() {
		WatchedSource hanging = source(handler -> handler.mail(MAIL));
		assertFalse(hanging.accepts("hang"));
		assertEquals(Code.SILENT, assertThrows(ServiceException.class, () -> hanging.read("x", handler())).code());
	}

	@Test
	void whatItsInterfaceKnowsAndWhatWeThrowComesThrough() {
		assertThrows(IOException.class, () -> source(handler -> {
			throw new IOException("no such place");
		}).read("x", handler()));
		assertThrows(CancellationException.class,
				() -> source(handler -> handler.unreadable("x", null)).read("x", handler()));
	}
}
