package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.CustomerField;
import rebound.customers.ReadProfiles;
import rebound.customers.ReadSettings;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.pipeline.DefaultDatabase;
import rebound.ui.internal.command.CustomerImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** A file of customers whose headings nobody knows: the user says what they mean, keeps that, and reads it. */
@ExtendWith(Screen.class)
class ImportCustomersTest {

	private static final String PROFILE = "paper-shop";

	@TempDir
	Path folder;
	private final Desk desk = Screen.service(Desk.class);

	@BeforeEach
	void openAnEmptyDatabase() {
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
	}

	@AfterEach
	void forgetTheProfile() throws IOException {
		Screen.run(() -> Stream.of(PlatformUI.getWorkbench().getDisplay().getShells())
				.filter(shell -> shell.getText().equals(text("customers.file.title"))).forEach(Shell::close));
		Files.deleteIfExists(DefaultDatabase.importProfiles().resolve(PROFILE + ".properties"));
	}

	private static void begin(Path file) {
		CustomerImportWork work = Screen.make(CustomerImportWork.class);
		PlatformUI.getWorkbench().getDisplay().asyncExec(
				() -> work.start(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), file.toString()));
		Screen.await("the dialog", () -> Screen.find(Table.class, "customers.file.columns") != null);
	}

	private static void awaitMeaning(int row, String means, String examples) {
		Screen.await(means + ": " + examples, () -> {
			Table table = Screen.find(Table.class, "customers.file.columns");
			return table.getItemCount() > row && table.getItem(row).getText(1).equals(means)
					&& table.getItem(row).getText(2).equals(examples);
		});
	}

	private static void understand(int row, String means) {
		Screen.run(() -> {
			Table table = Screen.find(Table.class, "customers.file.columns");
			table.select(row);
			Screen.select(table);
			choose("customers.file.means", means);
		});
	}

	private static void choose(String list, String item) {
		Combo combo = Screen.find(Combo.class, list);
		combo.select(combo.indexOf(item));
		Screen.select(combo);
	}

	/** A click ends only when the dialog that it opens does: it is not waited for. */
	private static void press(String label) {
		Screen.run(() -> {
			Button button = button(label);
			button.getDisplay().asyncExec(() -> Screen.select(button));
		});
	}

	private static Button button(String label) {
		return Screen.all(Button.class).stream().filter(each -> each.getText().equals(label)).findFirst()
				.orElseThrow();
	}

	private String text(String key) {
		return desk.texts().text(key);
	}

	private static Customer customer(Database database, String address) {
		return database.store().customers().byAddress(AddressKey.of(address)).getFirst();
	}

	private void importNow(int customers) {
		Screen.await("a file that can be read", () -> button(text("customers.file.ok")).isEnabled());
		press(text("customers.file.ok"));
		// Not on the window's thread, where the database is not asked.
		for (int i = 0; i < 400 && desk.database().store().customers().count() != customers; i++) {
			Screen.pause();
		}
		assertEquals(customers, desk.database().store().customers().count());
	}

	@Test
	void columnsAreUnderstoodAsTheUserSays() throws Exception {
		Path file = folder.resolve("kartei.csv");
		Files.writeString(file, """
				Kz;Wer;Adressat;Laune
				A7;Carl Cool;carl@c.example;gut
				A8;Dora Dahl;dora@d.example;besser
				""");
		begin(file);
		awaitMeaning(2, "E-mail", "carl@c.example, dora@d.example");
		awaitMeaning(0, text("customers.field.other"), "A7, A8");
		understand(0, "Customer ID");
		awaitMeaning(0, "Customer ID", "A7, A8");
		understand(1, "Full name");
		awaitMeaning(1, "Full name", "Carl Cool, Dora Dahl");
		understand(3, text("customers.field.none"));
		awaitMeaning(3, text("customers.field.none"), "gut, besser");

		press(text("report.save"));
		Screen.await("the question for a name", () -> asked() != null);
		Screen.run(() -> field().setText("Paper Shop"));
		Screen.run(() -> assertFalse(ok().isEnabled()));
		Screen.run(() -> field().setText(PROFILE));
		Screen.run(() -> Screen.select(ok()));
		ReadSettings kept = new ReadSettings(null, Map.of("Kz", CustomerField.CUSTOMER_ID, "Wer",
				CustomerField.FULL_NAME, "Laune", CustomerField.NONE), null, null);
		Screen.await("the profile", () -> saved().equals(Optional.of(kept)));

		importNow(2);
		Customer carl = customer(desk.database(), "carl@c.example");
		assertEquals("A7", carl.id());
		assertEquals("Carl Cool", carl.fullName());
		assertEquals(Map.of(), carl.other());

		Path next = folder.resolve("more.csv");
		Files.writeString(next, "Kz;Wer;Adressat;Laune\nA9;Eva Ek;eva@e.example;-\n");
		begin(next);
		awaitMeaning(0, text("customers.field.other"), "A9");
		Screen.run(() -> choose("customers.file.profile", desk.texts().text("report.what.saved", PROFILE)));
		awaitMeaning(0, "Customer ID", "A9");
		importNow(3);
		assertEquals("Eva Ek", customer(desk.database(), "eva@e.example").fullName());
	}

	private static Shell asked() {
		return Stream.of(PlatformUI.getWorkbench().getDisplay().getShells())
				.filter(shell -> shell.getText().equals(Screen.service(Desk.class).texts().text("report.save.title")))
				.findFirst().orElse(null);
	}

	private static Text field() {
		return Screen.all(Text.class).stream().filter(each -> each.getShell() == asked() && each.getEditable())
				.findFirst().orElseThrow();
	}

	private static Button ok() {
		return Screen.all(Button.class).stream().filter(
				each -> each.getShell() == asked() && each.getText().equals(IDialogConstants.OK_LABEL)).findFirst()
				.orElseThrow();
	}

	private static Optional<ReadSettings> saved() {
		try {
			return new ReadProfiles(DefaultDatabase.importProfiles()).load(PROFILE);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void otherCharactersAndWhatCannotBeReadAreToldBeforeAnythingIsStored() throws IOException {
		Path file = folder.resolve("old.csv");
		Files.write(file, "Name|Mail\nJ\u00f6rg|joerg@j.example\n".getBytes("windows-1250"));
		begin(file);
		Screen.run(() -> choose("customers.file.delimiter", text("customers.file.semicolon")));
		awaitMeaning(0, "E-mail", "J\u00f6rg|joerg@j.example");
		Screen.run(() -> choose("customers.file.delimiter", text("customers.file.bar")));
		awaitMeaning(1, "E-mail", "joerg@j.example");
		Screen.run(() -> choose("customers.file.charset", "UTF-8"));
		awaitMeaning(0, "Full name", "J\ufffdrg");
		Screen.run(() -> assertEquals(
				desk.texts().text("customers.file.looked", 1, 1) + '\n'
						+ desk.texts().text("customers.problem", 2, text("customers.problem.BAD_ENCODING")),
				Screen.find(Label.class, "customers.file.looked").getText()));
		Screen.run(() -> choose("customers.file.charset", "windows-1250"));
		awaitMeaning(0, "Full name", "J\u00f6rg");
		assertEquals(0, desk.database().store().customers().count());
		press(IDialogConstants.CANCEL_LABEL);
		Screen.await("the dialog's end", () -> Screen.find(Table.class, "customers.file.columns") == null);

		begin(folder.resolve("nowhere.csv"));
		Screen.await("what is wrong", () -> Screen.all(Text.class).stream()
				.anyMatch(each -> each.getText().contains(text("failure.file.advice"))));
		Screen.run(() -> assertFalse(button(text("customers.file.ok")).isEnabled()));
		press(IDialogConstants.CANCEL_LABEL);
		Screen.await("the dialog's end", () -> Screen.find(Table.class, "customers.file.columns") == null);
		assertEquals(0, desk.database().store().customers().count());
	}

	@Test
	void whoSharesAMailboxIsShownTogether() throws IOException {
		Path file = folder.resolve("twice.csv");
		Files.writeString(file, """
				customer_id,full_name,company,email
				1,Anna Adler,Acme,anna.adler@gmail.com
				2,Bert Berg,Berg,bert@b.example
				3,Anni Adler,Acme,annaadler+shop@gmail.com
				4,Carl Cool,Cool,carl@c.example
				""");
		begin(file);
		awaitMeaning(0, "Customer ID", "1, 2, 3");
		importNow(4);
		Screen.command(Commands.SHOW_CUSTOMERS);
		Screen.awaitRows("lookup.table", 4);
		Screen.run(() -> shared(true));
		Screen.awaitRows("lookup.table", 2);
		Screen.await("both", () -> {
			Table table = Screen.find(Table.class, "lookup.table");
			return table.getItem(0).getText(0).equals("Anna Adler") && table.getItem(1).getText(0).equals("Anni Adler")
					&& Objects.equals(table.getItem(0).getText(2), table.getItem(1).getText(2));
		});
		Screen.run(() -> shared(false));
		Screen.awaitRows("lookup.table", 4);
		Screen.run(() -> assertTrue(Screen.find(Text.class, "lookup.text").isEnabled()));
	}

	private static void shared(boolean isShared) {
		Button button = Screen.find(Button.class, "lookup.shared");
		button.setSelection(isShared);
		Screen.select(button);
	}
}
