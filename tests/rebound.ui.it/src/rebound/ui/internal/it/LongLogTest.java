package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** A bounce log of more rows than the table has at first. */
@ExtendWith(Screen.class)
class LongLogTest {

	private static final String TABLE = "log.table";
	private static final int BOUNCES = 10_300;

	@TempDir
	Path folder;

	@Test
	void theTableGrowsWhenItsEndIsLookedAt() throws Exception {
		Desk desk = Screen.service(Desk.class);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
		Screen.make(MailImportWork.class).start(List.of(mbox().toString())).join();
		Screen.command(Commands.SHOW_BOUNCES);
		Screen.type("log.text", "");
		Screen.awaitRows(TABLE, 10_000);
		Screen.run(() -> Screen.find(Table.class, TABLE).setTopIndex(9_999));
		Screen.awaitRows(TABLE, BOUNCES);
		Screen.run(() -> Screen.find(Table.class, TABLE).setTopIndex(BOUNCES - 1));
		// the newest come first
		Screen.await("the last row",
				() -> "reader0@corp.example".equals(Screen.find(Table.class, TABLE).getItem(BOUNCES - 1).getText(1)));
		Screen.type("log.text", "reader77@");
		Screen.awaitRows(TABLE, 1);
		assertEquals("reader77@corp.example", Screen.cell(TABLE, 0, 1));
		Screen.type("log.text", "");
		Screen.awaitRows(TABLE, 10_000);
	}

	private Path mbox() throws IOException {
		Path file = folder.resolve("bounces.mbox");
		try (Writer mails = Files.newBufferedWriter(file)) {
			for (int i = 0; i < BOUNCES; i++) {
				mails.write("""
						From MAILER-DAEMON Thu Nov  5 08:00:00 2026
						From: MAILER-DAEMON@mx.example.com
						Date: Thu, 5 Nov 2026 %02d:%02d:%02d +0000
						Content-Type: multipart/report; report-type=delivery-status; boundary="b"

						--b
						Content-Type: message/delivery-status

						Final-Recipient: rfc822; reader%d@corp.example
						Action: failed
						Status: 5.1.1

						--b--

						""".formatted(i / 3600, i / 60 % 60, i % 60, i));
			}
		}
		return file;
	}
}
