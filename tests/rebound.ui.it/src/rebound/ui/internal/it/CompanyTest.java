package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.ReadSettings;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.State;
import rebound.pipeline.ChangeList;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.CompanyCard;
import rebound.ui.internal.desk.CompanyMove;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** The company of a customer: what became of it, whom to ask, and its new domain accepted for all at once. */
@ExtendWith(Screen.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompanyTest {

	private static final Path SAMPLES = Path.of(System.getProperty("rebound.samples"), "lost");
	private static final String TABLE = "company.table";
	/** Whose address fails, and whose server did not say where they are. */
	private static final Set<String> LEFT_BEHIND = Set.of("LP-14", "LP-15");

	@TempDir
	static Path folder;
	private static Desk desk;
	private static Pipeline pipeline;

	@BeforeAll
	static void importACompanyThatHasMoved() throws Exception {
		desk = Screen.service(Desk.class);
		pipeline = Screen.service(Pipeline.class);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
		Screen.make(MailImportWork.class).start(List.of(SAMPLES.resolve("mail").toString())).join();
		Path more = Files.writeString(folder.resolve("more.csv"), """
				id,first_name,last_name,company,email,phone
				LP-90,Dana,Ward,Larkfield Printers,dana.ward@larkfield.example,+44 1632 960111
				""");
		for (Path file : List.of(SAMPLES.resolve("customers.csv"), more)) {
			pipeline.importCustomers(file.toString(), ReadSettings.AUTOMATIC, store(), Progress.NONE);
		}
	}

	private static BounceStore store() {
		return desk.database().store();
	}

	private static String text(String key, Object... values) {
		return desk.texts().text(key, values);
	}

	private static Link link(String words) {
		return Screen.all(Link.class).stream().filter(each -> each.getText().contains(words)).findFirst().orElse(null);
	}

	private static boolean isCardOf(String name) {
		return Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(name));
	}

	private static boolean isSaid(String words) {
		return Screen.all(Label.class).stream().anyMatch(each -> each.getText().contains(words));
	}

	private static CompanyCard company() {
		return CompanyCard.read(store(), pipeline, "LP-15", Progress.NONE).orElseThrow();
	}

	/** Whose new address waits to be entered. */
	private static Set<String> accepted() {
		return company().changes().stream().filter(change -> change.state() == State.PENDING)
				.map(CustomerChange::customer).collect(Collectors.toSet());
	}

	private static void awaitAccepted(Set<String> whose) {
		for (int i = 0; i < 400 && !accepted().equals(whose); i++) {
			Screen.pause();
		}
		assertEquals(whose, accepted());
	}

	@Test
	@Order(1)
	void theCompanyTellsWhatBecameOfItAndWhomToAsk() {
		Screen.command(Commands.SHOW_CUSTOMERS);
		Screen.await("the lookup", () -> Screen.find(Table.class, "lookup.table") != null);
		Screen.type("lookup.text", "Carys");
		Screen.awaitRows("lookup.table", 1);
		Screen.await("the card", () -> isCardOf("Carys Howe") && link(text("company.show")) != null);
		Screen.run(() -> Screen.select(link(text("company.show"))));
		Screen.awaitRows(TABLE, 5);
		assertEquals("Dana Ward", Screen.cell(TABLE, 0, 0));
		assertEquals(text("company.turn", 1), Screen.cell(TABLE, 0, 1));
		assertEquals("+44 1632 960111", Screen.cell(TABLE, 0, 3));
		String verdict = Screen.with(() -> Screen.find(Label.class, "company.verdict").getText());
		assertTrue(verdict.startsWith(text("company.verdict.domain_moved") + ' ' + text("company.fails", 4, 5)),
				verdict);
		assertTrue(verdict.contains(text("company.domain", "larkfield-printers.example", 4, 4)), verdict);
	}

	@Test
	@Order(2)
	void theNewDomainIsAcceptedForAllAndTakenBack() {
		Screen.run(() -> {
			Button accept = Screen.find(Button.class, "company.accept");
			assertEquals(text("company.accept", 2), accept.getText());
			Screen.select(accept);
		});
		Screen.await("the note", () -> isSaid(text("company.accepted", 2)));
		awaitAccepted(LEFT_BEHIND);
		Screen.await("nothing is left to accept", () -> Screen.find(Button.class, "company.accept") == null);
		int row = Screen.awaitRow(TABLE, "Carys Howe");
		assertEquals("carys.howe@larkfield.example (" + text("change.pending") + ')', Screen.cell(TABLE, row, 5));
		Screen.command(Commands.UNDO);
		awaitAccepted(Set.of());
		Screen.await("it is offered again", () -> Screen.find(Button.class, "company.accept") != null);
	}

	@Test
	@Order(3)
	void whoIsOpenedInTheTableIsShownAndTheCompanyStays() {
		int row = Screen.awaitRow(TABLE, "Dana Ward");
		Screen.run(() -> {
			Table table = Screen.find(Table.class, TABLE);
			table.setSelection(row);
			table.notifyListeners(SWT.Selection, new Event());
			table.notifyListeners(SWT.DefaultSelection, new Event());
		});
		Screen.await("the colleague's card", () -> isCardOf("Dana Ward"));
		Screen.awaitRows(TABLE, 5);
		Screen.run(() -> Screen.select(Screen.find(Link.class, "company.hide")));
		Screen.await("the company is gone", () -> Screen.find(Table.class, TABLE) == null);
		Screen.await("it is offered again", () -> link(text("company.show")) != null);
	}

	@Test
	@Order(4)
	void whomSomebodyElseHasMovedMeanwhileIsLeftOutAndNamed() {
		CompanyCard shown = company();
		String by = store().user();
		new ChangeList(store(), by, Instant.now())
				.accept(shown.company().moves().stream().filter(wish -> wish.customer().equals("LP-14")).toList());
		CompanyMove move = CompanyMove.accept(store(), shown, Progress.NONE);
		assertEquals(List.of("Bryn Ellis"), move.skipped());
		assertEquals(List.of("LP-15"), move.accepted().stream().map(CustomerChange::customer).toList());
		assertEquals(LEFT_BEHIND, accepted());
		CompanyMove again = CompanyMove.accept(store(), shown, Progress.NONE);
		assertEquals(List.of(), again.accepted());
		assertEquals(Set.of("Bryn Ellis", "Carys Howe"), Set.copyOf(again.skipped()));
	}
}
