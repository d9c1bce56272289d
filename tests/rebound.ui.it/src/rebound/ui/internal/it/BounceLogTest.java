package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.BounceType;
import rebound.model.Reason;
import rebound.store.EventFilter;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.SavedFilters;
import rebound.ui.internal.view.Commands;

/** What came back, put together, narrowed, copied, and judged otherwise. */
@ExtendWith(Screen.class)
class BounceLogTest {

	private static final String TABLE = "log.table";

	@TempDir
	static Path folder;
	private static Desk desk;

	@BeforeAll
	static void importTheSamples() throws Exception {
		desk = Screen.service(Desk.class);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
		Screen.make(MailImportWork.class)
				.start(List.of(Path.of(System.getProperty("rebound.samples"), "mail").toString())).join();
	}

	@BeforeEach
	void showAll() {
		Screen.command(Commands.SHOW_BOUNCES);
		Screen.await("the log", () -> Screen.find(Table.class, TABLE) != null);
		Screen.type("log.text", "");
		Screen.awaitRows(TABLE, count(EventFilter.ALL));
	}

	private static int count(EventFilter filter) {
		return (int) desk.database().store().events().count(filter);
	}

	private static void choose(String id, String words) {
		Screen.run(() -> {
			Combo combo = Screen.find(Combo.class, id);
			combo.select(combo.indexOf(words));
			Screen.select(combo);
		});
	}

	@Test
	void whatManyHaveInCommonIsOneLineThatOpensThem() {
		choose("log.group", desk.texts().text("log.group.reason"));
		String words = desk.texts().reason(Reason.USERUNKNOWN);
		int row = Screen.awaitRow("log.groups", words);
		int expected = count(EventFilter.ALL.withReasons(java.util.Set.of(Reason.USERUNKNOWN)));
		assertEquals(Integer.toString(expected), Screen.cell("log.groups", row, 1));
		Screen.run(() -> {
			Table groups = Screen.find(Table.class, "log.groups");
			groups.setSelection(row);
			groups.notifyListeners(SWT.Selection, new Event());
		});
		Screen.awaitRows(TABLE, expected);
		choose("log.group", desk.texts().text("log.group.day"));
		Screen.awaitRows(TABLE, count(EventFilter.ALL));
		choose("log.group", desk.texts().text("log.filter.group"));
		Screen.await("no groups", () -> Screen.find(Table.class, "log.groups") == null);
	}

	@Test
	void aSavedFilterComesBack() {
		SavedFilters saved = new SavedFilters(InstanceScope.INSTANCE.getNode("rebound.ui/filters-of-a-test"));
		saved.save("Hard ones", Map.of("filter.type", "hard"));
		assertEquals(List.of("Hard ones"), saved.names());
		assertEquals(Map.of("filter.type", "hard"), saved.find("Hard ones"));
		saved.remove("Hard ones");
		assertEquals(List.of(), saved.names());
		assertEquals(Map.of(), saved.find("Hard ones"));
	}

	@Test
	void rowsAreCopiedAsTextAndAsCsvWithTheColumnsThatAreShown() {
		Screen.type("log.text", "oliver.hartley");
		Screen.awaitRows(TABLE, 2);
		Screen.run(() -> Screen.find(Table.class, TABLE).selectAll());
		Screen.focus(TABLE);
		Screen.command(Commands.COPY_CSV);
		Screen.await("the clipboard", () -> clipboard().startsWith("Date,Address,Type,Reason,Campaign,"));
		List<String> lines = Screen.with(BounceLogTest::clipboard).lines().toList();
		assertEquals(3, lines.size(), lines.toString());
		assertTrue(lines.get(1).contains(",oliver.hartley@brightwater.example,hard,"), lines.toString());
		Screen.command(Commands.COPY);
		Screen.await("the clipboard", () -> clipboard().contains("\toliver.hartley@brightwater.example\thard\t"));
	}

	private static String clipboard() {
		Clipboard clipboard = new Clipboard(Screen.find(Table.class, TABLE).getDisplay());
		try {
			return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void aWrongVerdictIsMendedAndTheMendingUndone() {
		int hard = count(EventFilter.ALL.withType(BounceType.HARD));
		Screen.type("log.text", "oliver.hartley");
		Screen.awaitRows(TABLE, 2);
		Screen.focus(TABLE);
		Screen.run(() -> {
			Table table = Screen.find(Table.class, TABLE);
			table.setSelection(0);
			table.notifyListeners(SWT.Selection, new Event());
		});
		Screen.await("the bounce", () -> Screen.find(Label.class, "bounce.verdict") != null
				&& Screen.find(Label.class, "bounce.verdict").getText().contains("oliver.hartley"));
		Screen.command(Commands.RELABEL);
		Screen.await("the dialog", () -> Screen.find(Combo.class, "relabel.reason") != null);
		choose("relabel.reason", desk.texts().reason(Reason.BLOCKED));
		Screen.await("the effect", () -> Screen.find(Label.class, "relabel.effect").getText().contains("soft")
				&& !Screen.find(Label.class, "relabel.effect").getText().contains("none changes"));
		Screen.run(() -> Screen.all(Button.class).stream()
				.filter(each -> each.getText().equals(desk.texts().text("relabel.ok"))).forEach(Screen::select));
		Screen.await("the note", () -> undo() != null);
		assertTrue(count(EventFilter.ALL.withType(BounceType.HARD)) < hard);
		Screen.run(() -> Screen.select(undo()));
		for (int i = 0; i < 200 && count(EventFilter.ALL.withType(BounceType.HARD)) != hard; i++) {
			Screen.pause();
		}
		assertEquals(hard, count(EventFilter.ALL.withType(BounceType.HARD)));
	}

	/** The offer in the note about the mended verdict; that of another test may still be there. */
	private static Link undo() {
		String done = desk.texts().text("relabel.done", 0, 0, 0);
		String end = done.substring(done.indexOf(". ") + 1);
		return Screen.all(Link.class).stream()
				.filter(each -> Arrays.stream(each.getParent().getChildren())
						.anyMatch(next -> next instanceof Label label && label.getText().endsWith(end)))
				.findFirst().orElse(null);
	}
}
