package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
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
import rebound.model.Standing;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** From the overview to the addresses that should be blocked, and back by undo. */
@ExtendWith(Screen.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BlockingTest {

	private static final String TABLE = "blocking.table";

	@TempDir
	static Path folder;
	private static Desk desk;
	private static int suggested;

	@BeforeAll
	static void importTheSamples() throws Exception {
		desk = Screen.service(Desk.class);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
		Job job = Screen.make(MailImportWork.class)
				.start(List.of(Path.of(System.getProperty("rebound.samples"), "mail").toString()));
		job.join();
		suggested = count(Standing.State.SUGGESTED);
		assertTrue(suggested >= 5, "suggested: " + suggested);
	}

	private static int count(Standing.State state) {
		return desk.database().store().addresses().counts().getOrDefault(state, 0L).intValue();
	}

	private static void awaitCount(Standing.State state, int wanted) {
		for (int i = 0; i < 600 && count(state) != wanted; i++) {
			Screen.pause();
		}
		assertEquals(wanted, count(state), state.toString());
	}

	private static Link link(String text) {
		return Screen.all(Link.class).stream().filter(each -> each.getText().contains(text)).findFirst().orElse(null);
	}

	@Test
	@Order(1)
	void theOverviewSaysWhatNeedsTheUserAndLeadsThere() {
		Screen.command(Commands.SHOW_OVERVIEW);
		String words = desk.texts().text("overview.suggested", suggested);
		Screen.await(words, () -> link(words) != null);
		Screen.await("reasons", () -> Screen.find(Table.class, "overview.reasons").getItemCount() > 5);
		Screen.run(() -> Screen.select(link(words)));
		Screen.awaitRows(TABLE, suggested);
	}

	@Test
	@Order(2)
	void eachSuggestionSaysWhy() {
		for (int row = 0; row < suggested; row++) {
			assertTrue(Screen.cell(TABLE, row, 2).contains("last"), Screen.cell(TABLE, row, 2));
		}
	}

	@Test
	@Order(3)
	void severalAreBlockedAtOnceAndUndoneAtOnce() {
		Screen.run(() -> {
			Table table = Screen.find(Table.class, TABLE);
			table.setSelection(0, 2);
			table.notifyListeners(SWT.Selection, new Event());
		});
		Screen.command(Commands.BLOCK);
		awaitCount(Standing.State.BLOCKED, 3);
		Screen.awaitRows(TABLE, suggested - 3);
		Screen.await("the note", () -> link(desk.texts().text("decide.undo")) != null);
		Screen.run(() -> Screen.select(link(desk.texts().text("decide.undo"))));
		awaitCount(Standing.State.BLOCKED, 0);
		Screen.awaitRows(TABLE, suggested);
	}

	@Test
	@Order(4)
	void aSuggestionIsRefused() {
		Screen.run(() -> {
			Table table = Screen.find(Table.class, TABLE);
			table.setSelection(suggested - 1);
			table.notifyListeners(SWT.Selection, new Event());
		});
		Screen.run(() -> Screen.select(Screen.find(Button.class, "blocking.refuse")));
		awaitCount(Standing.State.SUGGESTED, suggested - 1);
		Screen.awaitRows(TABLE, suggested - 1);
	}

	@Test
	@Order(5)
	void anAddressLeadsToItsBounces() {
		String address = Screen.cell(TABLE, 1, 0);
		Screen.run(() -> {
			Table table = Screen.find(Table.class, TABLE);
			table.setSelection(1);
			table.notifyListeners(SWT.Selection, new Event());
			table.notifyListeners(SWT.DefaultSelection, new Event());
		});
		Screen.await("its bounces", () -> {
			Table log = Screen.find(Table.class, "log.table");
			return log != null && log.getItemCount() > 0 && log.getItem(0).getText(1).equals(address)
					&& log.getItem(log.getItemCount() - 1).getText(1).equals(address);
		});
		Screen.type("log.text", "");
	}

	@Test
	@Order(6)
	void whereNothingIsToDecideTheViewSaysSo() {
		Screen.command(Commands.SHOW_BLOCKING);
		Screen.awaitRows(TABLE, suggested - 1);
		Screen.type("blocking.text", "nobody at all");
		Screen.awaitRows(TABLE, 0);
		String none = desk.texts().text("log.none");
		Screen.await(none, () -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(none)));
		Screen.type("blocking.text", "");
		Screen.awaitRows(TABLE, suggested - 1);
	}
}
