package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import rebound.pipeline.MailReading;
import rebound.pipeline.MailboxImport;
import rebound.pipeline.MailboxRound;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.source.AfterReading;
import rebound.source.AfterReading.Action;
import rebound.source.MailFolder;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxProtocol;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.source.MailboxSettings.Security;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;

/** A real server's mailboxes read into a database again and again: nothing twice, nothing left out. */
class MailboxImportTest {

	private static final boolean IS_LONG = Boolean.getBoolean("rebound.long");

	@TempDir
	static Path folder;

	private static DovecotServer server;
	private static MailboxImport mailboxes;
	private static BounceStore store;

	private String user;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		server = DovecotServer.start();
		mailboxes = Services.one(MailboxImport.class);
		store = Services.one(BounceStores.class).open(folder.resolve("database").toString());
	}

	@AfterAll
	static void stop() throws IOException, InterruptedException {
		if (store != null) {
			store.close();
		}
		if (server != null) {
			server.close();
		}
	}

	@BeforeEach
	void userOfItsOwn(TestInfo test) {
		user = test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT);
	}

	@Test
	void readsOnlyWhatIsNew() throws Exception {
		int from = 1000;
		fill(from, 150);
		MailboxRound first = round(settings(), false);
		assertEquals(150, first.mails().messages());
		assertEquals(150, first.mails().newEvents());
		assertEquals(0, round(settings(), false).mails().messages());
		fill(from + 150, 2);
		server.put(user, "INBOX", "letter", SampleMail.letter(1));
		MailboxRound second = round(settings(), false);
		assertEquals(3, second.mails().messages());
		assertEquals(2, second.mails().newEvents());
		assertEquals("A question about order 1", second.unrecognised().getFirst().subject());
		assertEquals(152, events(from, 152));
	}

	@Test
	void readsPop3OnlyWhatIsNewAndDeletesOnlyBounces() throws Exception {
		int from = 2000;
		fill(from, 30);
		server.put(user, "INBOX", "letter", SampleMail.letter(2));
		MailboxSettings leave = server.settings(user, "pop3", Security.TLS, "localhost", server.pop3s);
		assertEquals(30, round(leave, false).mails().newEvents());
		assertEquals(0, round(leave, false).mails().messages());
		fill(from + 30, 5);
		MailboxSettings delete = with(leave, new AfterReading(Action.DELETE, null, 0));
		MailboxRound dry = round(delete, true);
		assertEquals(5, dry.mails().messages());
		assertEquals(5, dry.acted());
		assertEquals(5, round(delete, false).acted());
		assertEquals(31, count(leave));
		assertEquals(0, round(delete, false).acted());
		assertEquals(35, events(from, 35));
	}

	@Test
	void survivesCutsAtAnyByte() throws Exception {
		int from = 3000;
		int mails = IS_LONG ? 1000 : 200;
		fill(from, mails);
		Random random = new Random(5);
		int[] cuts = new int[1];
		try (CuttingProxy proxy = new CuttingProxy(server.imaps, () -> {
			cuts[0]++;
			return cuts[0] <= 50 ? 2_000 + random.nextInt(mails * 200) : Long.MAX_VALUE;
		})) {
			MailboxSettings cut = server.settings(user, "imap", Security.TLS, "localhost", proxy.port());
			int rounds = 0;
			long read = 0;
			while (cuts[0] <= 50) {
				assertTrue(++rounds < 200, "no end");
				try {
					read += round(cut, false).mails().newEvents();
					fill(from + mails + rounds, 1);
				} catch (MailboxException broken) {
					assertTrue(broken.isPassing(), broken.getMessage());
				}
			}
			int all = count(cut);
			round(cut, false);
			assertTrue(read <= all);
			assertEquals(mails, events(from, mails));
			assertEquals(all, events(from, mails + rounds + 1));
		}
	}

	@Test
	void mailsThatGoWhileOthersAreReadAreNoError() throws Exception {
		int from = 5000;
		fill(from, 40);
		try (Mailbox mailbox = open(settings())) {
			MailFolder inbox = mailbox.open("INBOX", false);
			assertEquals(40, inbox.count());
			server.doveadm("expunge", "-u", user, "mailbox", "INBOX", "1:20");
			fill(from + 40, 3);
			MailboxRound round = mailboxes.read(settings(), mailbox, store, false, Progress.NONE);
			assertEquals(23, round.mails().newEvents());
		}
	}

	@Test
	void otherUidValidityReadsAllAgainAndStoresNothingTwice() throws Exception {
		int from = 6000;
		fill(from, 20);
		MailboxSettings move = with(settings(), new AfterReading(Action.DELETE, null, 10));
		MailboxRound first = round(move, false);
		assertEquals(20, first.mails().newEvents());
		assertEquals(20, first.waiting());
		try (Mailbox mailbox = open(settings())) {
			long before = mailbox.open("INBOX", false).validity();
			server.doveadm("mailbox", "update", "--uid-validity", Long.toString(before + 7), "-u", user, "INBOX");
		}
		MailboxRound second = round(move, false);
		assertEquals(20, second.mails().messages());
		assertEquals(0, second.mails().newEvents());
		assertEquals(20, events(from, 20));
		assertEquals(20, second.waiting());
	}

	@Test
	void renamedFolderIsReadOnUnderItsNewName() throws Exception {
		int from = 6500;
		for (int i = 0; i < 5; i++) {
			server.put(user, "Bounces", "mail" + i, SampleMail.bounce(from + i));
		}
		assertEquals(5, round(in("Bounces"), false).mails().newEvents());
		server.doveadm("mailbox", "rename", "-u", user, "Bounces", "Returned");
		MailboxException missing = assertThrows(MailboxException.class, () -> round(in("Bounces"), false));
		assertEquals(MailboxException.Code.FOLDER_MISSING, missing.code());
		assertTrue(missing.details().get(1).contains("Returned"), missing.getMessage());
		assertEquals(0, round(in("Returned"), false).mails().newEvents());
		assertEquals(5, events(from, 5));
	}

	@Test
	void goesOnAfterTheServerWasStartedAgain() throws Exception {
		int from = 7000;
		fill(from, 10);
		try (Mailbox mailbox = open(settings())) {
			assertEquals(10, mailboxes.read(settings(), mailbox, store, false, Progress.NONE).mails().newEvents());
			server.stop();
			MailboxException lost = assertThrows(MailboxException.class,
					() -> mailboxes.read(settings(), mailbox, store, false, Progress.NONE));
			assertTrue(lost.isPassing(), lost.getMessage());
			server.startAgain();
		}
		fill(from + 10, 1);
		assertEquals(1, round(settings(), false).mails().messages());
	}

	@Test
	void movesAndMarksOnlyBounces() throws Exception {
		int from = 8000;
		fill(from, 10);
		server.put(user, "INBOX", "letter", SampleMail.letter(3));
		MailboxSettings move = with(settings(), new AfterReading(Action.MOVE, "Done.\u00fcbrig", 0));
		assertEquals(10, round(move, true).acted());
		assertEquals(11, count(settings()));
		assertEquals(10, round(move, false).acted());
		assertEquals(1, count(settings()));
		assertEquals(10, count(in("Done.\u00fcbrig")));

		fill(from + 10, 2);
		assertEquals(2, round(with(settings(), new AfterReading(Action.MARK, "$Bounce", 0)), false).acted());
		String flags = server.doveadm("fetch", "-u", user, "flags", "mailbox", "INBOX");
		assertEquals(2, flags.split("\\$Bounce", -1).length - 1, flags);
	}

	@Test
	void bigMailsAndHostileNamesAreRead() throws Exception {
		int from = 9000;
		server.put(user, "INBOX", "big", SampleMail.bounce(from, SampleMail.base64(25 << 20)));
		server.put(user, "INBOX", "a';DROP TABLE mail;--\u0001 ..%2f", SampleMail.bounce(from + 1));
		for (String protocol : List.of("imap", "pop3")) {
			int port = protocol.equals("imap") ? server.imaps : server.pop3s;
			MailboxRound round = round(server.settings(user, protocol, Security.TLS, "localhost", port), false);
			assertEquals(2, round.mails().bounces());
			assertEquals(2, round.mails().hard());
		}
		assertEquals(2, events(from, 2));
	}

	@Test
	void attachmentsAreNotFetchedAndHideNothing() throws Exception {
		int from = 9500;
		server.put(user, "INBOX", "attached", SampleMail.bounceBehind(from, SampleMail.base64(25 << 20)));
		server.put(user, "INBOX", "plain", SampleMail.bounce(from + 1));
		long[] bytes = new long[1];
		try (CuttingProxy proxy = new CuttingProxy(server.imaps, () -> Long.MAX_VALUE, count -> bytes[0] += count)) {
			MailboxRound round = round(server.settings(user, "imap", Security.TLS, "localhost", proxy.port()), false);
			assertEquals(2, round.mails().hard());
		}
		assertEquals(2, events(from, 2));
		assertTrue(bytes[0] < 1 << 20, bytes[0] + " bytes came over the network");
	}

	@Test
	void ofBigMailsPop3GivesTheBeginning() throws Exception {
		int from = 9600;
		server.put(user, "INBOX", "big", SampleMail.bounce(from, SampleMail.base64(25 << 20)));
		server.put(user, "INBOX", "plain", SampleMail.bounce(from + 1));
		long[] bytes = new long[1];
		try (CuttingProxy proxy = new CuttingProxy(server.pop3s, () -> Long.MAX_VALUE, count -> bytes[0] += count)) {
			MailboxRound round = round(server.settings(user, "pop3", Security.TLS, "localhost", proxy.port()), false);
			assertEquals(2, round.mails().hard());
		}
		assertEquals(2, events(from, 2));
		assertTrue(bytes[0] < 1 << 20, bytes[0] + " bytes came over the network");
	}

	@Test
	void previewTellsWhatWouldBeReadAndReadsNothing() throws Exception {
		int from = 9700;
		fill(from, 30);
		server.put(user, "INBOX", "a letter", SampleMail.letter(9700));
		for (MailboxSettings each : List.of(settings(),
				server.settings(user, "pop3", Security.TLS, "localhost", server.pop3s))) {
			try (Mailbox mailbox = open(each)) {
				assertEquals(new MailboxImport.Preview(31, 31, 30), mailboxes.preview(each, mailbox, 50));
			}
			try (Mailbox mailbox = open(each)) {
				assertEquals(7, mailboxes.preview(each, mailbox, 7).looked());
			}
		}
		assertEquals(0, events(from, 30));
		assertEquals(31, round(settings(), false).mails().messages());
	}

	@Test
	void newMailEndsWaiting() throws Exception {
		int from = 9100;
		fill(from, 1);
		try (Mailbox mailbox = open(settings())) {
			MailFolder inbox = mailbox.open("INBOX", false);
			mailboxes.read(settings(), mailbox, store, false, Progress.NONE);
			long last = store.mailboxes().state(user, "INBOX").lastUid();
			inbox = mailbox.open("INBOX", false);
			// Nothing comes.
			assertTrue(inbox.await(last, Duration.ofMillis(300), () -> false));
			assertTrue(inbox.await(last, Duration.ofMinutes(5), () -> true));
			assertEquals(0, mailboxes.read(settings(), mailbox, store, false, Progress.NONE).mails().messages());
			Thread delivery = Thread.ofVirtual().start(() -> {
				try {
					TimeUnit.MILLISECONDS.sleep(300);
					server.deliver(user, SampleMail.bounce(from + 1));
				} catch (IOException | InterruptedException e) {
					throw new AssertionError(e);
				}
			});
			long begin = System.nanoTime();
			inbox = mailbox.open("INBOX", false);
			assertTrue(inbox.await(last, Duration.ofMinutes(1), () -> false));
			assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(30));
			delivery.join();
			assertEquals(1, mailboxes.read(settings(), mailbox, store, false, Progress.NONE).mails().newEvents());
		}
	}

	@Test
	void connectionThatWentSilentIsGivenUp() throws Exception {
		fill(9200, 1);
		CountDownLatch idling = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		try (CuttingProxy proxy = new CuttingProxy(server.imaps, () -> Long.MAX_VALUE, count -> {
			if (idling.getCount() == 0) {
				holdBack(over);
			}
		})) {
			MailboxSettings settings = new MailboxSettings(user, "imap", Security.TLS, "localhost", proxy.port(), user,
					Login.PASSWORD, List.of("INBOX"), AfterReading.LEAVE, server.ca(), Duration.ofSeconds(2), null);
			try (Mailbox mailbox = open(settings)) {
				MailFolder inbox = mailbox.open("INBOX", false);
				CompletableFuture.runAsync(idling::countDown,
						CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
				MailboxException silent = assertThrows(MailboxException.class,
						() -> inbox.await(1, Duration.ofSeconds(2), () -> false));
				assertTrue(silent.isPassing(), silent.getMessage());
			}
		} finally {
			over.countDown();
		}
	}

	private static void holdBack(CountDownLatch over) {
		try {
			over.await(1, TimeUnit.MINUTES);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void mailsAreDeletedWhenTheirDaysAreOver() throws Exception {
		int from = 9300;
		fill(from, 2);
		server.put(user, "INBOX", "letter", SampleMail.letter(9300));
		MailboxSettings delete = with(settings(), new AfterReading(Action.DELETE, null, 3));
		MailboxRound first = round(delete, false);
		assertEquals(0, first.acted());
		assertEquals(2, first.waiting());
		fill(from + 2, 1);
		MailboxRound twoDaysLater = later(delete, Duration.ofDays(2), false);
		assertEquals(0, twoDaysLater.acted());
		assertEquals(3, twoDaysLater.waiting());
		MailboxRound dry = later(delete, Duration.ofDays(4), true);
		assertEquals(2, dry.acted());
		assertEquals(1, dry.waiting());
		assertEquals(4, count(settings()));
		MailboxRound fourDaysLater = later(delete, Duration.ofDays(4), false);
		assertEquals(2, fourDaysLater.acted());
		assertEquals(1, fourDaysLater.waiting());
		assertEquals(2, count(settings()));
		assertEquals(1, later(delete, Duration.ofDays(6), false).acted());
		// The letter is nobody's to delete.
		assertEquals(1, count(settings()));
		assertEquals(3, events(from, 3));
	}

	@Test
	void anotherAccountUnderTheSameNameIsReadFromTheBeginning() throws Exception {
		fill(9400, 2);
		assertEquals(2, round(settings(), false).mails().messages());
		String other = user + "2";
		server.put(other, "INBOX", "one", SampleMail.bounce(9402));
		server.doveadm("mailbox", "update", "--uid-validity", "1", "-u", user, "INBOX");
		server.doveadm("mailbox", "update", "--uid-validity", "1", "-u", other, "INBOX");
		assertEquals(2, round(settings(), false).mails().messages());
		MailboxSettings moved = new MailboxSettings(user, "imap", Security.TLS, "localhost", server.imaps, other,
				Login.PASSWORD, List.of("INBOX"), AfterReading.LEAVE, server.ca(), Duration.ofSeconds(20), null);
		assertEquals(1, round(moved, false).mails().messages());
	}

	private static MailboxRound later(MailboxSettings settings, Duration time, boolean isDryRun)
			throws MailboxException {
		MailboxImport then = new MailboxImport(Services.all(MailboxProtocol.class), Services.one(MailReading.class),
				Services.one(Pipeline.class), null, Clock.offset(Clock.systemUTC(), time));
		try (Mailbox mailbox = open(settings)) {
			return then.read(settings, mailbox, store, isDryRun, Progress.NONE);
		}
	}

	private void fill(int from, int count) throws IOException {
		for (int i = from; i < from + count; i++) {
			server.put(user, "INBOX", Integer.toString(i), SampleMail.bounce(i));
		}
	}

	private MailboxSettings settings() {
		return server.settings(user);
	}

	private MailboxSettings in(String folderName) {
		MailboxSettings settings = settings();
		return new MailboxSettings(settings.name(), settings.protocol(), settings.security(), settings.host(),
				settings.port(), settings.user(), Login.PASSWORD, List.of(folderName), settings.after(),
				settings.caFile(), settings.timeout(), null);
	}

	private static MailboxSettings with(MailboxSettings settings, AfterReading after) {
		return new MailboxSettings(settings.name(), settings.protocol(), settings.security(), settings.host(),
				settings.port(), settings.user(), Login.PASSWORD, settings.folders(), after, settings.caFile(),
				settings.timeout(), null);
	}

	private static Mailbox open(MailboxSettings settings) throws MailboxException {
		return mailboxes.open(settings, DovecotServer.PASSWORD);
	}

	private static MailboxRound round(MailboxSettings settings, boolean isDryRun) throws MailboxException {
		try (Mailbox mailbox = open(settings)) {
			return mailboxes.read(settings, mailbox, store, isDryRun, Progress.NONE);
		}
	}

	private static int count(MailboxSettings settings) throws MailboxException {
		try (Mailbox mailbox = open(settings)) {
			return mailbox.open(settings.folders().getFirst(), false).count();
		}
	}

	/** @return number of events of the persons with these numbers */
	private static long events(int from, int count) {
		long[] found = new long[1];
		store.events().forEach(EventFilter.ALL, event -> {
			String address = event.address().value();
			if (address.startsWith("person")) {
				int number = Integer.parseInt(address.substring("person".length(), address.indexOf('@')));
				found[0] += number >= from && number < from + count ? 1 : 0;
			}
		});
		return found[0];
	}
}
