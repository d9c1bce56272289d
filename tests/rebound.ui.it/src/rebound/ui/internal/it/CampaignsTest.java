package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.Campaign;
import rebound.store.BounceStore;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** How mailings went: trend, two side by side, and what the user says of them. */
@ExtendWith(Screen.class)
class CampaignsTest {

	private static final String TABLE = "campaigns.table";
	private static final int NAME = 1;
	private static final int TREND = 7;
	private static final EventFilter UNATTRIBUTED = EventFilter.ALL.withCampaign(EventFilter.NO_CAMPAIGN);

	@TempDir
	Path folder;
	private final Desk desk = Screen.service(Desk.class);

	@BeforeEach
	void twoCampaignsOfKnownSize() throws Exception {
		String place = folder.resolve("database").toString();
		desk.database().open(place);
		Screen.await("an open database",
				() -> desk.database().state() == Database.State.OPEN && desk.database().location().equals(place));
		Screen.make(MailImportWork.class)
				.start(List.of(Path.of(System.getProperty("rebound.samples"), "mail").toString())).join();
		Screen.command(Commands.SHOW_CAMPAIGNS);
		for (CampaignSummary each : store().campaigns().list()) {
			Campaign known = each.campaign();
			store().campaigns().save(List.of(new Campaign(known.id(), known.name(), known.subject(), known.sender(),
					known.sent(), 1000, Campaign.Origin.CREATED, known.halt())));
		}
		Screen.awaitRows(TABLE, store().campaigns().list().size());
		Screen.await("rates", () -> !Screen.find(Table.class, TABLE).getItem(0).getText(TREND).isEmpty());
	}

	@AfterEach
	void noNoteIsLeft() {
		Hands.closeNotes();
	}

	private BounceStore store() {
		return desk.database().store();
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

	private static void select(int... rows) {
		Screen.run(() -> {
			Table table = Screen.find(Table.class, TABLE);
			table.setSelection(rows);
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	private void press(String field, String key) {
		Screen.run(() -> {
			Shell dialog = Screen.find(Control.class, field).getShell();
			Screen.all(Button.class).stream().filter(
					each -> each.getShell() == dialog && each.getText().equals(desk.texts().text(key)))
					.forEach(Screen::select);
		});
	}

	@Test
	void theTrendIsAPictureAndANumber() {
		assertNotNull(Screen.with(() -> Screen.find(Table.class, TABLE).getItem(0).getImage(TREND)));
		assertTrue(Screen.cell(TABLE, 0, TREND).matches("[+\u2212\u00b1]\\d+\\.\\d pp"), Screen.cell(TABLE, 0, TREND));
	}

	@Test
	void oneIsCountedFiveWaysAndTwoAreCompared() {
		select(0);
		Screen.await("five ways to count", () -> Screen.all(TabFolder.class).stream()
				.anyMatch(each -> each.getItemCount() == 5));
		Screen.await("reasons", () -> {
			Table reasons = Screen.find(Table.class, "campaign.reasons");
			return reasons != null && reasons.getItemCount() > 1;
		});
		select(0, 1);
		String earlier = Screen.cell(TABLE, 1, NAME);
		Screen.await("the earlier one first", () -> {
			Table both = Screen.find(Table.class, "campaigns.comparison");
			return both != null && both.getItemCount() > 6 && both.getColumn(2).getText().equals(earlier);
		});
		assertTrue(Screen.cell("campaigns.comparison", 0, 4).endsWith(" pp"));
	}

	@Test
	void whatTheUserSaysIsKeptAndCanBeUndone() {
		select(0);
		String id = store().campaigns().list().getFirst().campaign().id();
		Screen.command(Commands.EDIT_CAMPAIGN);
		Screen.await("the dialog", () -> Screen.find(Text.class, "campaign.name") != null);
		Screen.type("campaign.name", "Autumn");
		Screen.run(() -> Screen.find(Spinner.class, "campaign.count").setSelection(2000));
		press("campaign.name", "campaign.ok");
		awaitStored("the change", () -> store().campaigns().find(id).orElseThrow().name().equals("Autumn"));
		assertEquals(2000, store().campaigns().find(id).orElseThrow().sentCount());
		String said = desk.texts().text("campaign.saved", "Autumn");
		Screen.await(said, () -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(said)));
		Screen.command(Commands.UNDO);
		awaitStored("the name before", () -> store().campaigns().find(id).orElseThrow().sentCount() == 1000);
	}

	@Test
	void aNewOneIsListed() {
		int before = store().campaigns().list().size();
		Screen.command(Commands.NEW_CAMPAIGN);
		Screen.await("the dialog", () -> Screen.find(Text.class, "campaign.name") != null);
		Screen.type("campaign.name", "Invitation to the fair");
		press("campaign.name", "campaign.ok");
		awaitStored("one more", () -> store().campaigns().list().size() == before + 1);
		Screen.awaitRows(TABLE, before + 1);
	}

	@Test
	void bouncesOfNoCampaignAreAssignedAtOnceAndBack() {
		long without = store().events().count(UNATTRIBUTED);
		assertTrue(without > 0);
		select(0);
		Screen.command(Commands.ASSIGN);
		Screen.await("the dialog", () -> Screen.find(DateTime.class, "assign.from") != null);
		Screen.run(() -> {
			DateTime from = Screen.find(DateTime.class, "assign.from");
			from.setDate(2000, 0, 1);
			from.notifyListeners(SWT.Selection, new Event());
			DateTime until = Screen.find(DateTime.class, "assign.until");
			until.setDate(2100, 0, 1);
			until.notifyListeners(SWT.Selection, new Event());
		});
		String all = desk.texts().text("assign.count", without);
		Screen.await(all, () -> Screen.find(Label.class, "assign.count").getText().equals(all));
		press("assign.from", "assign.ok");
		awaitStored("all assigned", () -> store().events().count(UNATTRIBUTED) == 0);
		String title = desk.texts().text("assign.done.title");
		Screen.await(title, () -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(title)));
		Screen.command(Commands.UNDO);
		awaitStored("none assigned", () -> store().events().count(UNATTRIBUTED) == without);
	}
}
