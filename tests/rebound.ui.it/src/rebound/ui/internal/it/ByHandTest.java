package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.store.EventFilter;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** The main job as a new user does it, from an empty database, with real keys and clicks. */
@ExtendWith(Screen.class)
class ByHandTest {

	private static final Path SAMPLES = Path.of(System.getProperty("rebound.samples"));
	private static final Path OPENED = Path.of(System.getenv("XDG_DATA_HOME"), "opened");
	private static final AddressKey HARTLEY = AddressKey.of("oliver.hartley@brightwater.example");
	private static final int MANY_MAILS = 30_000;

	@TempDir
	static Path folder;
	private static Desk desk;

	@BeforeAll
	static void hands() {
		Hands.assumeThere();
		desk = Screen.service(Desk.class);
	}

	@BeforeEach
	void anEmptyDatabaseAndNothingInTheWay() throws IOException {
		Files.deleteIfExists(OPENED);
		String place = Files.createTempDirectory(folder, "database").resolve("new").toString();
		desk.database().open(place);
		Screen.await("an open database",
				() -> desk.database().state() == Database.State.OPEN && desk.database().location().equals(place));
		// from another view, so that this one surely gets the keyboard, wherever the test before left it
		Screen.command(Commands.SHOW_SOURCES);
		Screen.command(Commands.SHOW_BOUNCES);
		Hands.closeNotes();
		Hands.window("Rebound");
		Hands.focused("anything", each -> true);
	}

	/** The next test finds nothing searched. */
	@AfterEach
	void nothingIsSearched() {
		if (desk.database().store().customers().count() > 0) {
			clear(Commands.SHOW_CUSTOMERS, "lookup.text");
		}
		clear(Commands.SHOW_BOUNCES, "log.text");
		Hands.closeNotes();
	}

	private static void clear(String view, String field) {
		Screen.command(view);
		Screen.await(field, () -> Screen.find(Text.class, field) != null);
		Screen.type(field, "");
	}

	private static void awaitStored(String what, BooleanSupplier condition) {
		for (int i = 0; i < 1200; i++) {
			if (condition.getAsBoolean()) {
				return;
			}
			Screen.pause();
		}
		throw new AssertionError("never came: " + what);
	}

	private static long events() {
		return desk.database().store().events().count(EventFilter.ALL);
	}

	private static void awaitDecision(Decision.Action action) {
		awaitStored(action.id(), () -> desk.database().store().decisions().ofAddress(HARTLEY).stream().findFirst()
				.filter(each -> each.action() == action).isPresent());
	}

	private static void awaitVerdict() {
		Screen.await("the bounce", () -> {
			Label verdict = Screen.find(Label.class, "bounce.verdict");
			return verdict != null && verdict.getText().contains("oliver.hartley@");
		});
	}

	private static boolean isWithin(Control control, String id) {
		Control outer = Screen.find(Control.class, id);
		for (Control each = control; each != null; each = each.getParent()) {
			if (each == outer) {
				return true;
			}
		}
		return false;
	}

	private static String text(String key) {
		return desk.texts().text(key);
	}

	private static boolean isAccept(Link link) {
		return isWithin(link, "customer.card") && link.getText().contains(text("customer.accept"));
	}

	private static void awaitCard(String name) {
		Screen.await("the card of " + name, () -> Screen.all(Label.class).stream()
				.anyMatch(label -> isWithin(label, "customer.card") && label.getText().equals(name)));
	}

	private static String lundqvist() {
		return desk.database().store().customers().search("lundqvist", 1).getFirst().id();
	}

	private static void assertOpened(Path report) throws IOException {
		awaitStored("the opened report", () -> Files.exists(OPENED));
		assertEquals(Files.readString(report), Files.readString(OPENED));
		assertTrue(Files.readString(report).contains("oliver.hartley@brightwater.example"));
	}

	/** The columns of the samples are all recognised. */
	private static void readAsUnderstood() {
		Hands.window(text("customers.file.title"));
		Hands.focused("Import", each -> each instanceof Button button && button.isEnabled()
				&& button.getText().equals(text("customers.file.ok")));
		Hands.press("Return");
	}

	@Test
	void byKeyboardAlone() throws IOException {
		Hands.press("ctrl+shift+o");
		Hands.choose(text("importMail.folder.title"), SAMPLES.resolve("mail").toString());
		awaitStored("bounces", () -> events() > 40);
		Hands.press("ctrl+shift+i");
		Hands.choose(text("importCustomers.title"), SAMPLES.resolve("customers.csv").toString());
		readAsUnderstood();
		awaitStored("customers", () -> desk.database().store().customers().count() > 40);

		Hands.press("ctrl+3");
		Screen.await("the customers", () -> Screen.find(Table.class, "lookup.table") != null);
		Hands.press("ctrl+f");
		Hands.focused("lookup.text");
		Hands.type("lundqvist");
		Screen.awaitRows("lookup.table", 1);
		Hands.press("Down");
		Hands.focused("lookup.table");
		String name = Screen.cell("lookup.table", 0, 0);
		awaitCard(name);
		// what is suggested comes when the addresses are judged
		Screen.await("Accept", () -> Screen.all(Link.class).stream().anyMatch(ByHandTest::isAccept));
		Hands.press("Return");
		Hands.focused("the customer", each -> isWithin(each, "customer.card"));
		Hands.go("Tab", "Accept", each -> each instanceof Link link && isAccept(link));
		Hands.press("Return");
		awaitStored("the accepted address",
				() -> !desk.database().store().changes().ofCustomer(lundqvist()).isEmpty());

		Hands.press("ctrl+1");
		Hands.focused("log.table");
		Hands.press("ctrl+f");
		Hands.focused("log.text");
		Hands.type("oliver.hartley");
		Screen.awaitRows("log.table", 2);
		Hands.press("Down");
		Hands.focused("log.table");
		awaitVerdict();
		Hands.press("ctrl+b");
		awaitDecision(Decision.Action.BLOCK);
		String blocked = desk.texts().text("decide.block.done", HARTLEY.value(), 0);
		Screen.await(blocked, () -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(blocked)));
		Hands.press("ctrl+z");
		awaitDecision(Decision.Action.UNDO);

		Path report = folder.resolve("keys.csv");
		Hands.press("ctrl+r");
		Hands.window(text("report.title"));
		Hands.focused("report.file");
		Hands.go("shift+Tab", "the format", each -> each == Screen.find(Combo.class, "report.format"));
		String csv = text("report.format.csv");
		for (int i = 0; i < 20
				&& !csv.equals(Screen.with(() -> Screen.find(Combo.class, "report.format").getText())); i++) {
			int before = Screen.with(() -> Screen.find(Combo.class, "report.format").getSelectionIndex());
			Hands.press(before == 0 ? "Down" : "Up");
			Screen.await("another format",
					() -> Screen.find(Combo.class, "report.format").getSelectionIndex() != before);
		}
		Hands.go("Tab", "the file", each -> each == Screen.find(Control.class, "report.file"));
		Hands.retype(report.toString());
		Hands.press("Return");
		awaitStored("the report", () -> Files.exists(report));
		Hands.window("Rebound");
		Screen.await("the note", () -> !Screen.all(Link.class).isEmpty());
		Hands.press("ctrl+shift+r");
		assertOpened(report);

		Files.delete(OPENED);
		Hands.press("ctrl+p");
		awaitStored("the pages to print", () -> Files.exists(OPENED));
		assertTrue(Files.readString(OPENED).contains("<html"));
	}

	@Test
	void byMouse() throws IOException {
		Path mbox = folder.resolve("samples.mbox");
		try (Writer out = Files.newBufferedWriter(mbox); Stream<Path> mails = Files.list(SAMPLES.resolve("mail"))) {
			for (Path mail : mails.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
				out.write("From - Mon Nov  2 08:00:00 2026\n" + Files.readString(mail).replace("\r\n", "\n") + "\n\n");
			}
		}
		Hands.clickItem("Import mail");
		Hands.choose(text("importMail.title"), mbox.toString());
		awaitStored("bounces", () -> events() > 30);
		Hands.closeNote(text("import.done.title"));
		Hands.clickItem("Import customers");
		Hands.choose(text("importCustomers.title"), SAMPLES.resolve("customers.csv").toString());
		readAsUnderstood();
		awaitStored("customers", () -> desk.database().store().customers().count() > 40);
		Hands.closeNote(text("customers.done.title"));

		Hands.clickItem("Customers");
		Hands.click("lookup.text");
		Hands.focused("lookup.text");
		Hands.retype("lundqvist");
		Screen.awaitRows("lookup.table", 1);
		Hands.clickRow("lookup.table", 0);
		awaitCard(Screen.cell("lookup.table", 0, 0));
		Hands.click(Link.class, ByHandTest::isAccept, "Accept");
		awaitStored("the accepted address",
				() -> !desk.database().store().changes().ofCustomer(lundqvist()).isEmpty());
		Hands.closeNote(text("lost.accepted.title"));

		Hands.clickItem("Bounces");
		Hands.click("log.text");
		Hands.focused("log.text");
		Hands.retype("oliver.hartley");
		Screen.awaitRows("log.table", 2);
		Hands.clickRow("log.table", 1);
		awaitVerdict();
		Hands.click("bounce.block");
		awaitDecision(Decision.Action.BLOCK);
		Hands.click(Link.class, link -> link.getText().contains(text("decide.undo")), "Undo");
		awaitDecision(Decision.Action.UNDO);

		Path report = folder.resolve("clicks.csv");
		Hands.clickItem("Export report");
		Hands.window(text("report.title"));
		Hands.click("report.file");
		Hands.focused("report.file");
		Hands.retype(report.toString());
		Screen.run(() -> {
			Combo format = Screen.find(Combo.class, "report.format");
			format.select(format.indexOf(text("report.format.csv")));
		});
		Hands.click(org.eclipse.swt.widgets.Button.class, button -> button.getText().equals(text("report.ok")),
				"Export");
		awaitStored("the report", () -> Files.exists(report));
		Hands.click(Link.class, link -> link.getText().contains(text("report.open")), "Open");
		assertOpened(report);
	}

	@Test
	void anImportIsStoppedHalfWay() throws IOException {
		Path mbox = folder.resolve("many.mbox");
		String mail = Files.readString(SAMPLES.resolve("mail/oct-unknown-user-hartley-postfix.eml")).replace("\r\n",
				"\n");
		try (Writer out = Files.newBufferedWriter(mbox)) {
			for (int i = 0; i < MANY_MAILS; i++) {
				out.write(
						"From - Mon Nov  2 08:00:00 2026\n" + mail.replace("oliver.hartley@", "nr" + i + "@") + "\n\n");
			}
		}
		Hands.press("ctrl+o");
		Hands.choose(text("importMail.title"), mbox.toString());
		awaitStored("the first bounces", () -> events() > 0);
		Hands.press("shift+Escape");
		String stopped = text("work.stopped");
		Screen.await(stopped, () -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(stopped)));
		long kept = events();
		assertTrue(kept > 0 && kept < MANY_MAILS, "bounces: " + kept);
		assertEquals(Database.State.OPEN, desk.database().state());
		assertFalse(List.of().equals(desk.database().store().events().page(EventFilter.ALL).events()));
	}
}
