package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rebound.model.BounceEvent;
import rebound.model.Reason;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.NewMail;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** What teams do to a server: all import at once, and somebody restarts it meanwhile. */
class PostgresFaultTest {

	private static PostgresProcess server;

	@BeforeAll
	static void start() throws Exception {
		assumeTrue(PostgresProcess.programs().isPresent(), "PostgreSQL's server is not installed");
		server = PostgresProcess.start();
	}

	@AfterAll
	static void stop() throws Exception {
		if (server != null) {
			server.close();
		}
	}

	@Test
	void importersAtOnceGiveTheSameAsOne() throws Exception {
		List<NewMail> mails = mails(400);
		String url = server.newDatabase("together");
		try (ExecutorService importers = Executors.newFixedThreadPool(4)) {
			List<Future<?>> running = new ArrayList<>();
			for (int importer = 0; importer < 4; importer++) {
				List<NewMail> shuffled = new ArrayList<>(mails);
				Collections.shuffle(shuffled, new Random(importer));
				running.add(importers.submit(() -> {
					try (BounceStore store = new SqlBounceStores().open(url)) {
						add(store, shuffled);
					}
				}));
			}
			for (Future<?> importer : running) {
				importer.get();
			}
		}
		try (BounceStore store = new SqlBounceStores().open(url);
				BounceStore alone = new SqlBounceStores().open(server.newDatabase("alone"))) {
			add(alone, mails);
			assertEquals(400, alone.events().count(EventFilter.ALL));
			assertEquals(content(alone), content(store));
			assertEquals(alone.campaigns().list(), store.campaigns().list());
		}
	}

	/** Each importer has read another of the mails that tell of the same events. */
	@Test
	void earliestOfSeveralMailsIsKeptWhoeverReadsIt() throws Exception {
		String url = server.newDatabase("same_events");
		List<List<NewMail>> copies = Stream.of("", "aa", "a", "aaa").map(PostgresFaultTest::copies).toList();
		try (ExecutorService importers = Executors.newFixedThreadPool(4)) {
			List<Future<?>> running = new ArrayList<>();
			for (List<NewMail> mails : copies) {
				running.add(importers.submit(() -> {
					try (BounceStore store = new SqlBounceStores().open(url)) {
						add(store, mails);
					}
				}));
			}
			for (Future<?> importer : running) {
				importer.get();
			}
		}
		try (BounceStore store = new SqlBounceStores().open(url);
				BounceStore alone = new SqlBounceStores().open(server.newDatabase("same_alone"))) {
			for (List<NewMail> mails : copies) {
				add(alone, mails);
			}
			assertEquals(200, alone.events().count(EventFilter.ALL));
			assertEquals(content(alone), content(store));
		}
	}

	private static List<NewMail> copies(String salt) {
		List<NewMail> mails = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			mails.add(Sample.bounce("person" + i + "@domain" + i % 3 + ".example", "Newsletter", Sample.BEGIN,
					Reason.USERUNKNOWN, "5.1.1", salt));
		}
		return mails;
	}

	@Test
	void restartDuringAnImportLosesNothing() throws Exception {
		List<NewMail> mails = mails(100);
		try (BounceStore store = new SqlBounceStores().open(server.newDatabase("restarted"));
				ExecutorService importer = Executors.newSingleThreadExecutor()) {
			add(store, mails.subList(0, 50));
			server.kill();
			Future<?> waiting = importer.submit(() -> add(store, mails.subList(50, 100)));
			server.startAgain();
			waiting.get();
			assertEquals(100, store.events().count(EventFilter.ALL));
		}
	}

	@Test
	@EnabledIfSystemProperty(named = "rebound.long", matches = "true")
	void serverThatStaysAwayIsSaidToBeUnreachable() throws Exception {
		List<NewMail> mails = mails(100);
		try (BounceStore store = new SqlBounceStores().open(server.newDatabase("away"))) {
			add(store, mails.subList(0, 50));
			server.kill();
			assertEquals(Code.UNREACHABLE,
					assertThrows(StoreException.class, () -> add(store, mails.subList(50, 100))).code());
			server.startAgain();
			add(store, mails);
			assertEquals(100, store.events().count(EventFilter.ALL));
		}
	}

	private static List<NewMail> mails(int count) {
		List<NewMail> mails = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			mails.add(Sample.bounce("person" + i / 4 + "@domain" + i % 3 + ".example", i % 4, Reason.USERUNKNOWN));
		}
		return mails;
	}

	private static void add(BounceStore store, List<NewMail> mails) {
		for (int from = 0; from < mails.size(); from += 20) {
			store.events().add(mails.subList(from, Math.min(mails.size(), from + 20)));
		}
	}

	private static List<String> content(BounceStore store) {
		List<String> content = new ArrayList<>();
		store.events().forEach(EventFilter.ALL, (BounceEvent event) -> content.add(event.toString()));
		return content;
	}
}
