package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.source.FileCredentials;
import rebound.source.MailboxFiles;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;

/** The command that keeps the database current, beside a real server. */
class WatchTest {

	private static final String USER = "carla";
	private static final String ONE_EVENT = " 1 new events";

	@TempDir
	Path folder;

	private DovecotServer server;
	private CommandRun watch;

	@BeforeEach
	void start() throws Exception {
		server = DovecotServer.start();
		server.put(USER, "INBOX", "first", SampleMail.bounce(1));
		server.put(USER, "Bounces", "second", SampleMail.bounce(2));
		Path sources = folder.resolve("sources");
		new MailboxFiles(sources).write(server.settings(USER).withFolders(List.of("INBOX", "Bounces")));
		new FileCredentials(sources, Map.of()).keep(USER, DovecotServer.PASSWORD);
		// An hour between the rounds: what comes at once was told by the server.
		watch = CommandRun.begun("watch", "--every", "3600", "--sources", sources.toString(), "--database",
				folder.resolve("database").toString());
		assertTrue(watch.says(ONE_EVENT, 2, 60), watch.all());
	}

	@AfterEach
	void stop() throws IOException, InterruptedException {
		if (watch != null) {
			watch.stop();
		}
		if (server != null) {
			server.close();
		}
	}

	@Test
	void mailIsStoredWhenItComesToAnyFolder() throws Exception {
		server.deliver(USER, SampleMail.bounce(3));
		assertTrue(watch.says("carla INBOX: 1 new mails", 2, 60), watch.all());
		server.deliver(USER, "Bounces", SampleMail.bounce(4));
		assertTrue(watch.says("carla Bounces: 1 new mails", 2, 60), watch.all());

		// Others work on the mailbox, too.
		server.doveadm("expunge", "-u", USER, "mailbox", "INBOX", "1");
		server.deliver(USER, SampleMail.bounce(5));
		assertTrue(watch.says(ONE_EVENT, 5, 60), watch.all());
		assertEquals(5, eventsOnceItStopped());
	}

	@Test
	void serverStartedAgainIsReadOn() throws Exception {
		server.stop();
		assertTrue(watch.says("Trying again in", 2, 60), watch.all());
		server.put(USER, "INBOX", "third", SampleMail.bounce(3));
		server.startAgain();
		assertTrue(watch.says(ONE_EVENT, 3, 60), watch.all());
		server.deliver(USER, SampleMail.bounce(4));
		assertTrue(watch.says(ONE_EVENT, 4, 60), watch.all());
		assertEquals(4, eventsOnceItStopped());
	}

	@Test
	void otherUidValidityStoresNothingTwice() throws Exception {
		server.doveadm("mailbox", "update", "--uid-validity", "77", "-u", USER, "INBOX");
		server.deliver(USER, SampleMail.bounce(3));
		assertTrue(watch.says(ONE_EVENT, 3, 60), watch.all());
		assertEquals(3, eventsOnceItStopped());
	}

	private long eventsOnceItStopped() throws Exception {
		watch.stop();
		assertEquals(0, watch.exitCode(30));
		assertTrue(watch.all().contains("Stopped watching."), watch.all());
		try (BounceStore store = Services.one(BounceStores.class).open(folder.resolve("database").toString())) {
			return store.events().count(EventFilter.ALL);
		}
	}
}
