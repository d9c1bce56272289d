package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.pipeline.MailboxImport;
import rebound.pipeline.MailboxRound;
import rebound.pipeline.Progress;
import rebound.source.Mailbox;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** How fast a mailbox is read into Derby; says it, and asks for nothing but that all of it is there. */
class MailboxSpeedTest {

	private static final int MAILS = Boolean.getBoolean("rebound.long") ? 10_000 : 2_000;

	@TempDir
	Path folder;

	@Test
	void thousandsOfMails() throws Exception {
		MailboxImport mailboxes = Services.one(MailboxImport.class);
		try (DovecotServer server = DovecotServer.start();
				BounceStore store = Services.one(BounceStores.class).open(folder.resolve("database").toString())) {
			for (int i = 0; i < MAILS; i++) {
				server.put("many", "INBOX", Integer.toString(i), SampleMail.bounce(i));
			}
			try (Mailbox mailbox = mailboxes.open(server.settings("many"), DovecotServer.PASSWORD)) {
				// Dovecot takes the files into its index when the folder is opened for the first time.
				assertEquals(MAILS, mailbox.open("INBOX", false).count());
			}
			long begin = System.nanoTime();
			try (Mailbox mailbox = mailboxes.open(server.settings("many"), DovecotServer.PASSWORD)) {
				MailboxRound round = mailboxes.read(server.settings("many"), mailbox, store, false, Progress.NONE);
				assertEquals(MAILS, round.mails().newEvents());
			}
			double seconds = (System.nanoTime() - begin) / 1e9;
			System.out.printf("%,d mails from Dovecot into Derby: %.1f s, %.0f/s; highest memory %s%n", MAILS, seconds,
					MAILS / seconds, highestMemory());
		}
	}

	private static String highestMemory() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
				.map(line -> line.substring(6).strip()).findFirst().orElse("?");
	}
}
