package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.AddressKey;
import rebound.pipeline.DefaultDatabase;
import rebound.source.SourceFiles;
import rebound.source.SourceLocation;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Mailboxes;
import rebound.ui.internal.view.Commands;

/** A place of a kind that the example of an extension adds, by the form that is made of its Metatype. */
@ExtendWith(Screen.class)
class AddPlaceTest {

	private static final String NAME = "scans";
	private static final String BOUNCE = """
			From: MAILER-DAEMON@mx.example
			To: news@newsletter.example
			Subject: Undelivered Mail Returned to Sender
			Message-ID: <place-1@mx.example>
			MIME-Version: 1.0
			Content-Type: multipart/report; report-type=delivery-status; boundary=b

			--b
			Content-Type: text/plain

			This is the mail system.
			--b
			Content-Type: message/delivery-status

			Reporting-MTA: dns; mx.example

			Final-Recipient: rfc822; anna.place@acme.example
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550 5.1.1 User unknown
			--b--
			""";

	@TempDir
	Path folder;
	private final Desk desk = Screen.service(Desk.class);

	@BeforeEach
	void openAnEmptyDatabase() {
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
	}

	@AfterEach
	void forgetThePlace() throws Exception {
		Screen.service(Mailboxes.class).remove(NAME);
	}

	private static void open(String kind) {
		Screen.command(Commands.ADD_PLACE);
		Screen.await("the wizard", () -> Screen.find(Combo.class, "place.kind") != null);
		Screen.run(() -> {
			Combo kinds = Screen.find(Combo.class, "place.kind");
			kinds.select(List.of(kinds.getItems()).indexOf(kind));
			Screen.select(kinds);
		});
	}

	private static Button finish() {
		return Screen.all(Button.class).stream().filter(each -> each.getText().equals(IDialogConstants.FINISH_LABEL))
				.findFirst().orElse(null);
	}

	/** A click ends only when what it has begun does: it is not waited for. */
	private static void press(String id) {
		Screen.run(() -> {
			Button button = Screen.find(Button.class, id);
			button.getDisplay().asyncExec(() -> Screen.select(button));
		});
	}

	private static void pressFinish() {
		Screen.await("a form that is complete", () -> finish().isEnabled());
		Screen.run(() -> {
			Button button = finish();
			button.getDisplay().asyncExec(() -> Screen.select(button));
		});
	}

	private static void awaitSaid(String sentence) {
		Screen.await(sentence,
				() -> Screen.all(Text.class).stream().anyMatch(each -> each.getText().contains(sentence)));
	}

	private static void awaitTested(String words) {
		Screen.await(words, () -> Screen.find(Label.class, "place.tested").getText().equals(words));
	}

	@Test
	void aThirdPartysPlaceIsAddedTestedReadAndRemoved() throws Exception {
		Path file = folder.resolve("bounces, all of them.b64");
		Files.writeString(file, "left out\n" + line() + "\nnot base64\n");
		Screen.command(Commands.SHOW_SOURCES);
		open("Mails in Base64");
		Screen.run(() -> {
			assertEquals(0, Screen.find(Spinner.class, "place..skip").getMinimum());
			assertEquals("The usual one", Screen.find(Combo.class, "place..alphabet").getText());
			assertFalse(finish().isEnabled());
		});
		Screen.type("place.name", "no name!");
		awaitSaid(desk.texts().text("mailbox.wrong.name"));
		Screen.type("place.name", NAME);
		press("place.test");
		awaitTested(desk.texts().text("place.test.early"));

		Screen.type("place..file", folder.resolve("nowhere").toString());
		press("place.test");
		awaitTested(desk.texts().text("failure.file.advice"));
		Screen.type("place..file", file.toString());
		Screen.run(() -> Screen.find(Spinner.class, "place..skip").setSelection(1));
		press("place.test");
		awaitTested(desk.texts().text("place.tested", 1, 1) + '\n'
				+ desk.texts().text("place.unreadable", 1, file.getFileName() + "#3"));
		assertEquals(List.of(), new SourceFiles(DefaultDatabase.sources()).names());

		pressFinish();
		Screen.await("the wizard's end", () -> Screen.find(Combo.class, "place.kind") == null);
		int row = Screen.awaitRow("sources.table", NAME);
		Screen.await("what was read and what not", () -> Screen.cell("sources.table", row, 4)
				.endsWith(desk.texts().text("sources.done", 2, 1, 0) + ". "
						+ desk.texts().text("import.unreadable", 1, file.getFileName() + "#3")));
		assertEquals(1, desk.database().store().events().ofAddress(AddressKey.of("anna.place@acme.example")).size());
		// The command line reads the same.
		assertEquals(
				new SourceLocation("example.b64",
						Map.of("file", file.toString(), "skip", "1", "alphabet", "base64")),
				new SourceFiles(DefaultDatabase.sources()).read(NAME));

		open("Mails in Base64");
		Screen.type("place..file", file.toString());
		Screen.type("place.name", NAME);
		pressFinish();
		awaitSaid(desk.texts().text("place.wrong.taken"));
		Screen.run(() -> Screen.find(Combo.class, "place.kind").getShell().close());
		Screen.await("the wizard's end", () -> Screen.find(Combo.class, "place.kind") == null);
	}

	private static String line() {
		return Base64.getEncoder().encodeToString(BOUNCE.getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void aFolderIsAPlaceToo() throws IOException {
		Files.createDirectories(folder.resolve("mail"));
		Files.writeString(folder.resolve("mail/one.eml"), BOUNCE);
		Screen.command(Commands.SHOW_SOURCES);
		open("File or folder");
		Screen.type("place..path", folder.resolve("mail").toString());
		Screen.type("place.name", NAME);
		pressFinish();
		Screen.await("the wizard's end", () -> Screen.find(Combo.class, "place.kind") == null);
		int row = Screen.awaitRow("sources.table", NAME);
		Screen.await("what was read", () -> Screen.cell("sources.table", row, 4)
				.endsWith(desk.texts().text("sources.done", 1, 1, 0)));
	}
}
