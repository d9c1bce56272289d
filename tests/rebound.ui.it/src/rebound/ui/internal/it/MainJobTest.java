package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.ReadSettings;
import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.model.Reason;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.store.EventFilter;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Exports;
import rebound.ui.internal.view.Commands;

/** The main job in the window, from an empty database to a report. The tests go on where the one before stopped. */
@ExtendWith(Screen.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobTest {

	private static final Path SAMPLES = Path.of(System.getProperty("rebound.samples"));
	private static final String TABLE = "log.table";

	@TempDir
	static Path folder;
	private static Desk desk;

	@BeforeAll
	static void openAnEmptyDatabase() {
		desk = Screen.service(Desk.class);
		Screen.command(Commands.SHOW_BOUNCES);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
	}

	private static int all() {
		return (int) desk.database().store().events().count(EventFilter.ALL);
	}

	@Test
	@Order(1)
	void anEmptyDatabaseOffersWhatFillsIt() {
		String offer = desk.texts().text("empty.log.import");
		Screen.await(offer, () -> Screen.all(Button.class).stream().anyMatch(each -> offer.equals(each.getText())));
	}

	@Test
	@Order(2)
	void importedMailFillsTheBounceLog() throws Exception {
		Job job = Screen.make(MailImportWork.class).start(List.of(SAMPLES.resolve("mail").toString()));
		job.join();
		assertTrue(job.getResult().isOK(), job.getResult().toString());
		assertTrue(all() > 40, "events: " + all());
		Screen.awaitRows(TABLE, all());
	}

	@Test
	@Order(3)
	void theSameMailAgainChangesNothing() throws Exception {
		int before = all();
		Screen.make(MailImportWork.class).start(List.of(SAMPLES.resolve("mail").toString())).join();
		assertEquals(before, all());
	}

	@Test
	@Order(4)
	void theFilterShowsWhatIsTyped() {
		Screen.type("log.text", "oliver.hartley");
		Screen.awaitRows(TABLE, 2);
		assertEquals("oliver.hartley@brightwater.example", Screen.cell(TABLE, 0, 1));
		assertEquals("hard", Screen.cell(TABLE, 0, 2));
		Screen.type("log.text", "nobody at all");
		Screen.awaitRows(TABLE, 0);
		Screen.type("log.text", "");
		Screen.awaitRows(TABLE, all());
	}

	@Test
	@Order(5)
	void aColumnHeaderSorts() {
		Screen.run(() -> Screen.select(Screen.find(Table.class, TABLE).getColumn(1)));
		Screen.await("the first address in the alphabet", () -> {
			Table table = Screen.find(Table.class, TABLE);
			String first = table.getItem(0).getText(1);
			String last = table.getItem(5).getText(1);
			return !first.isEmpty() && !last.isEmpty() && first.charAt(0) == 'a' && first.compareTo(last) <= 0;
		});
		Screen.run(() -> Screen.select(Screen.find(Table.class, TABLE).getColumn(0)));
	}

	@Test
	@Order(6)
	void theVerdictIsASentenceAndItsEvidenceIsMarkedInTheMail() {
		Screen.type("log.text", "oliver.hartley");
		Screen.awaitRows(TABLE, 2);
		Screen.await("the verdict", () -> {
			Label verdict = Screen.find(Label.class, "bounce.verdict");
			return verdict != null && verdict.getText()
					.equals("Hard bounce: there is no mailbox oliver.hartley@brightwater.example.");
		});
		Screen.await("marked evidence",
				() -> Screen.find(StyledText.class, "mail.body").getStyleRanges().length > 0);
	}

	@Test
	@Order(7)
	void importedCustomersAreFoundAsOneTypes() throws Exception {
		Job job = Job.create("customers", monitor -> {
			try {
				Screen.service(Pipeline.class).importCustomers(
						SAMPLES.resolve("customers.csv").toString(), ReadSettings.AUTOMATIC,
						desk.database().store(), Progress.NONE);
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		});
		job.schedule();
		job.join();
		Screen.command(Commands.SHOW_CUSTOMERS);
		Screen.awaitRows("lookup.table", (int) desk.database().store().customers().count());
		Screen.type("lookup.text", "hartley");
		Screen.awaitRows("lookup.table", 1);
		assertEquals("Oliver Hartley", Screen.cell("lookup.table", 0, 0));
		Screen.type("lookup.text", "1632 960880");
		Screen.awaitRows("lookup.table", 1);
		Screen.await("the customer's card", () -> Screen.all(Label.class).stream()
				.anyMatch(label -> label.getText().equals("Head of Purchasing, Brightwater Logistics Ltd")));
	}

	@Test
	@Order(8)
	void aCampaignLeadsToItsBounces() {
		Screen.command(Commands.SHOW_CAMPAIGNS);
		int campaigns = desk.database().store().campaigns().list().size();
		assertTrue(campaigns >= 2, "campaigns: " + campaigns);
		Screen.awaitRows("campaigns.table", campaigns);
		String id = desk.database().store().campaigns().list().getFirst().campaign().id();
		Screen.run(() -> {
			Table table = Screen.find(Table.class, "campaigns.table");
			table.setSelection(0);
			table.notifyListeners(SWT.DefaultSelection, new Event());
		});
		Screen.awaitRows(TABLE, (int) desk.database().store().events().count(EventFilter.ALL.withCampaign(id)));
	}

	@Test
	@Order(9)
	void blockingCanBeUndone() {
		// Another test's note may still be there, and has an undo of its own.
		Hands.closeNotes();
		Screen.type("log.text", "oliver.hartley");
		Screen.await("hartley selected", () -> {
			Label verdict = Screen.find(Label.class, "bounce.verdict");
			return verdict != null && verdict.getText().contains("oliver.hartley@");
		});
		AddressKey address = AddressKey.of("oliver.hartley@brightwater.example");
		Screen.run(() -> Screen.all(Button.class).stream()
				.filter(each -> each.getText().equals(desk.texts().text("bounce.block"))).forEach(Screen::select));
		Screen.await("the note", () -> link(desk.texts().text("decide.undo")) != null);
		assertEquals(Decision.Action.BLOCK,
				desk.database().store().decisions().ofAddress(address).getFirst().action());
		Screen.run(() -> Screen.select(link(desk.texts().text("decide.undo"))));
		awaitDecisions(address, 2);
		assertEquals(Decision.Action.UNDO,
				desk.database().store().decisions().ofAddress(address).getFirst().action());
	}

	private static void awaitDecisions(AddressKey address, int count) {
		for (int i = 0; i < 200 && desk.database().store().decisions().ofAddress(address).size() < count; i++) {
			Screen.pause();
		}
	}

	private static Link link(String text) {
		return Screen.all(Link.class).stream().filter(each -> each.getText().contains(text)).findFirst().orElse(null);
	}

	private static List<String> export(Path file) throws IOException {
		Screen.type("report.file", file.toString());
		Screen.run(() -> {
			Shell dialog = Screen.find(Text.class, "report.file").getShell();
			Screen.all(Button.class).stream().filter(
					each -> each.getShell() == dialog && each.getText().equals(desk.texts().text("report.ok")))
					.forEach(Screen::select);
		});
		Screen.await("the file", () -> Files.exists(file));
		return Files.readAllLines(file);
	}

	private static void choose(String list, String item) {
		Combo combo = Screen.find(Combo.class, list);
		combo.select(combo.indexOf(item));
		Screen.select(combo);
	}

	private static TableItem column(String name) {
		Table columns = Screen.find(Table.class, "report.columns.table");
		return Arrays.stream(columns.getItems()).filter(item -> item.getText(1).equals(name)).findFirst().orElseThrow();
	}

	@Test
	@Order(10)
	void theReportHasTheRowsAndColumnsThatAreChosen() throws IOException {
		Screen.command(Commands.EXPORT_REPORT);
		Screen.await("the campaigns", () -> Screen.find(Combo.class, "report.campaign") != null
				&& Screen.find(Combo.class, "report.campaign").getItemCount() == 3);
		Screen.run(() -> {
			choose("report.format", desk.texts().text("report.format.csv"));
			choose("report.reason", desk.texts().reason(Reason.USERUNKNOWN));
			choose("report.fault", desk.texts().text("fault.recipient"));
			Button columns = Screen.find(Button.class, "report.columns");
			// A click ends only when the dialog that it opens does.
			columns.getDisplay().asyncExec(() -> Screen.select(columns));
		});
		Screen.await("the columns", () -> Screen.find(Table.class, "report.columns.table") != null);
		Screen.run(() -> {
			Table columns = Screen.find(Table.class, "report.columns.table");
			Button ok = columns.getShell().getDefaultButton();
			assertTrue(ok.isEnabled());
			Screen.select(Screen.find(Button.class, "report.columns.none"));
			assertFalse(ok.isEnabled());
			column("full_name").setChecked(true);
			column("company").setChecked(true);
			column("reason_code").setChecked(true);
			columns.select(columns.indexOf(column("company")));
			while (columns.indexOf(column("company")) > 0) {
				Screen.select(Screen.find(Button.class, "report.columns.up"));
			}
			Screen.select(columns);
			Screen.select(ok);
		});
		Screen.await("the columns that are chosen",
				() -> Screen.find(Table.class, "report.preview").getColumnCount() == 3);
		List<String> lines = export(folder.resolve("chosen.csv"));
		assertEquals("company,full_name,reason_code", lines.getFirst());
		assertTrue(lines.size() > 2 && lines.stream().skip(1).allMatch(line -> line.endsWith(",userunknown")),
				lines.toString());
	}

	@Test
	@Order(10)
	void theReportIsWritten() throws IOException {
		Path file = folder.resolve("report.csv");
		Screen.command(Commands.EXPORT_REPORT);
		Screen.await("the first rows", () -> {
			Table preview = Screen.find(Table.class, "report.preview");
			return preview != null && preview.getItemCount() == Exports.PREVIEWED && preview.getColumnCount() > 40;
		});
		Screen.run(() -> {
			Combo format = Screen.find(Combo.class, "report.format");
			format.select(format.indexOf(desk.texts().text("report.format.csv")));
			Screen.select(format);
		});
		Screen.type("report.company", "brightwater");
		Screen.await("the company's rows", () -> {
			Table preview = Screen.find(Table.class, "report.preview");
			return preview.getItemCount() > 0 && preview.getItemCount() < Exports.PREVIEWED;
		});
		List<String> lines = export(file);
		assertTrue(lines.getFirst().startsWith("customer_id,"), lines.getFirst());
		assertTrue(lines.stream().anyMatch(line -> line.contains("oliver.hartley@brightwater.example")));
		assertTrue(lines.stream().skip(1).allMatch(line -> line.contains("Brightwater")), lines.toString());
	}

	@Test
	@Order(11)
	void anImportCanBeCancelled() throws Exception {
		Path mbox = folder.resolve("big.mbox");
		byte[] some = Files.readAllBytes(SAMPLES.resolve("mail/web-host.mbox"));
		try (var out = Files.newOutputStream(mbox)) {
			for (int i = 0; i < 5_000; i++) {
				out.write(some);
			}
		}
		Job job = Screen.make(MailImportWork.class).start(List.of(mbox.toString()));
		Screen.await("the start", () -> job.getState() == Job.RUNNING);
		job.cancel();
		job.join();
		assertEquals(IStatus.CANCEL, job.getResult().getSeverity());
		assertEquals(Database.State.OPEN, desk.database().state());
	}

	@Test
	@Order(12)
	void theWindowNeverAsksTheDatabaseItself() {
		assertThrows(IllegalStateException.class, () -> {
			try {
				Screen.run(() -> desk.database().store());
			} catch (AssertionError e) {
				throw e.getCause();
			}
		});
	}

	@Test
	@Order(13)
	void aPlaceThatIsNoDatabaseIsSaidInASentence() throws IOException {
		Path file = Files.writeString(folder.resolve("no-database"), "text");
		desk.database().open(file.toString());
		Screen.await("failure", () -> desk.database().state() == Database.State.FAILED);
		String sentence = desk.texts().text("failure.bad_location");
		Screen.await(sentence,
				() -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(sentence)));
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
	}
}
