package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.ReadSettings;
import rebound.customers.WorkItem;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.LostRow;
import rebound.ui.internal.view.Commands;

/** Whom to call next: the work list, what is noted on it, and new addresses that are accepted. */
@ExtendWith(Screen.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostCustomersTest {

	private static final Path SAMPLES = Path.of(System.getProperty("rebound.samples"));
	private static final String TABLE = "lost.table";

	@TempDir
	static Path folder;
	private static Desk desk;
	private static String customer;

	@BeforeAll
	static void importTheSamples() throws Exception {
		desk = Screen.service(Desk.class);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
		Job job = Screen.make(MailImportWork.class).start(List.of(SAMPLES.resolve("mail").toString()));
		job.join();
		Screen.service(Pipeline.class).importCustomers(SAMPLES.resolve("customers.csv").toString(),
				ReadSettings.AUTOMATIC, desk.database().store(), Progress.NONE);
	}

	private static WorkItem item(int row) {
		TableItem item = Screen.find(Table.class, TABLE).getItem(row);
		// A row is made when something of it is seen.
		item.getText();
		return ((LostRow) item.getData()).item();
	}

	private static void choose(int row) {
		Table table = Screen.find(Table.class, TABLE);
		table.setSelection(row);
		table.notifyListeners(SWT.Selection, new Event());
	}

	@Test
	@Order(1)
	void theMostWorthwhileCustomersComeFirstWithTheNextStep() {
		Screen.command(Commands.SHOW_LOST);
		Screen.await("lost customers", () -> {
			Table table = Screen.find(Table.class, TABLE);
			return table != null && table.getItemCount() >= 5;
		});
		Screen.run(() -> {
			Table table = Screen.find(Table.class, TABLE);
			for (int i = 1; i < table.getItemCount(); i++) {
				assertTrue(WorkItem.BEST_FIRST.compare(item(i - 1), item(i)) <= 0);
			}
			for (TableItem each : table.getItems()) {
				assertTrue(!each.getText(2).isEmpty(), each.getText(0));
			}
		});
	}

	@Test
	@Order(2)
	void theSelectedCustomersCardIsShown() {
		String name = Screen.with(() -> {
			choose(0);
			return item(0).lost().customer().displayName();
		});
		Screen.await(name, () -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(name)));
	}

	@Test
	@Order(3)
	void aNoteIsKept() {
		customer = Screen.with(() -> item(0).lost().customer().id());
		Screen.type("lost.note", "called, nobody there");
		Screen.run(() -> {
			Combo outcome = Screen.find(Combo.class, "lost.outcome");
			outcome.select(outcome.indexOf(desk.texts().text("outcome.gave_up")));
			Screen.select(Screen.find(Button.class, "lost.save"));
		});
		for (int i = 0; i < 400 && desk.database().store().followUps().find(customer).isEmpty(); i++) {
			Screen.pause();
		}
		FollowUp kept = desk.database().store().followUps().find(customer).orElseThrow();
		assertEquals("called, nobody there", kept.note());
		assertEquals(FollowUp.Outcome.GAVE_UP, kept.outcome());
		Screen.await("it is off the list", () -> {
			Table table = Screen.find(Table.class, TABLE);
			return table.getItemCount() > 0 && !item(0).lost().customer().id().equals(customer);
		});
	}

	@Test
	@Order(4)
	void aFoundAddressIsAcceptedAndTakenBack() {
		String accepted = Screen.with(() -> {
			Table table = Screen.find(Table.class, TABLE);
			for (int i = 0; i < table.getItemCount(); i++) {
				if (FollowUpWork.found(item(i)) != null) {
					choose(i);
					Screen.select(Screen.find(Button.class, "lost.accept"));
					return item(i).lost().customer().id();
				}
			}
			throw new AssertionError("no address was found for anybody");
		});
		Screen.await("the note", () -> undo() != null);
		assertEquals(CustomerChange.State.PENDING,
				desk.database().store().changes().ofCustomer(accepted).getFirst().state());
		Screen.run(() -> Screen.select(undo()));
		for (int i = 0; i < 400 && state(accepted) != CustomerChange.State.WITHDRAWN; i++) {
			Screen.pause();
		}
		assertEquals(CustomerChange.State.WITHDRAWN, state(accepted));
	}

	private static CustomerChange.State state(String id) {
		return desk.database().store().changes().ofCustomer(id).getFirst().state();
	}

	private static Link undo() {
		String text = desk.texts().text("decide.undo");
		return Screen.all(Link.class).stream().filter(each -> each.getText().contains(text)).findFirst().orElse(null);
	}
}
