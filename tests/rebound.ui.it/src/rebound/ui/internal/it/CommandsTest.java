package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.AddressKey;
import rebound.model.Kind;
import rebound.model.Standing;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Progress;
import rebound.source.SourceFiles;
import rebound.source.SourceLocation;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.BounceRow;
import rebound.ui.internal.desk.Chosen;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Mailboxes;
import rebound.ui.internal.view.Commands;

/** Commands are enabled exactly when they can work; what keeps them from working is said in a sentence. */
@ExtendWith(Screen.class)
class CommandsTest {

	private static final List<String> OF_ADDRESSES = List.of(Commands.BLOCK, Commands.UNBLOCK, Commands.PROTECT,
			Commands.UNPROTECT, Commands.SHOW_ADDRESS_BOUNCES);
	private static final List<String> OF_BOUNCES = List.of(Commands.RELABEL, Commands.OPEN_MAIL);
	private static final List<String> OF_DATABASES = List.of(Commands.IMPORT_MAIL, Commands.IMPORT_MAIL_FOLDER,
			Commands.IMPORT_CUSTOMERS, Commands.EXPORT_REPORT, Commands.EDIT_POLICY, Commands.AUTOMATIC);
	private static final List<String> OF_MAILBOXES = List.of(Commands.RUN_MAILBOX, Commands.REMOVE_MAILBOX);

	/** Something that no command of ours is about. */
	private static final String NOTHING = "nothing";

	@TempDir
	Path folder;
	private final Desk desk = Screen.service(Desk.class);

	@BeforeEach
	void openADatabaseWithSamples() throws Exception {
		open(folder.resolve("database").toString());
		Screen.make(MailImportWork.class)
				.start(List.of(Path.of(System.getProperty("rebound.samples"), "mail").toString())).join();
	}

	private void open(String location) {
		desk.database().open(location);
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
	}

	/** @return whether each command can run when this is selected */
	private static Map<String, Boolean> enabled(Object selection, List<String> ids) {
		return Screen.with(() -> {
			IEclipseContext window = PlatformUI.getWorkbench().getWorkbenchWindows()[0]
					.getService(IEclipseContext.class);
			IEclipseContext selected = EclipseContextFactory.create("selected");
			selected.set(IServiceConstants.ACTIVE_SELECTION, selection);
			Map<String, Boolean> states = new TreeMap<>();
			for (String id : ids) {
				ParameterizedCommand command = window.get(ECommandService.class).createCommand(id);
				states.put(id, window.get(EHandlerService.class).canExecute(command, selected));
			}
			selected.dispose();
			return states;
		});
	}

	private static void assertAll(boolean expected, Object selection, List<String> ids) {
		Map<String, Boolean> wanted = new TreeMap<>();
		ids.forEach(id -> wanted.put(id, expected));
		assertEquals(wanted, enabled(selection, ids));
	}

	@Test
	void commandsAreEnabledExactlyWhenTheyCanWork() {
		assertAll(false, NOTHING, OF_ADDRESSES);
		assertAll(false, NOTHING, OF_BOUNCES);
		assertAll(false, NOTHING, OF_MAILBOXES);
		assertAll(true, NOTHING, OF_DATABASES);
		BounceRow bounce = new BounceRow(desk.database().store().events()
				.page(EventFilter.ALL.withKinds(java.util.Set.of(Kind.BOUNCE)).limit(0, 1)).events().getFirst(), "",
				null);
		assertAll(true, bounce, OF_ADDRESSES);
		assertAll(true, bounce, OF_BOUNCES);
		assertAll(false, List.of(bounce, bounce), OF_BOUNCES);
		assertAll(true, List.of(bounce, bounce), OF_ADDRESSES);
		assertAll(false, bounce, OF_MAILBOXES);
		BounceRow reply = new BounceRow(desk.database().store().events()
				.page(EventFilter.ALL.withKinds(java.util.Set.of(Kind.AUTO_REPLY)).limit(0, 1)).events().getFirst(),
				"", null);
		assertAll(false, reply, List.of(Commands.RELABEL));
	}

	private static void awaitButton(String id, boolean expected) {
		Screen.await(id + " enabled: " + expected, () -> {
			Button button = Screen.find(Button.class, id);
			return button != null && button.isEnabled() == expected;
		});
	}

	@Test
	void buttonsCanBePressedExactlyWhenTheirCommandsCanWork() {
		Screen.command(Commands.SHOW_SOURCES);
		awaitButton("sources.add", true);
		awaitButton("sources.run", false);
		awaitButton("sources.remove", false);
		Screen.command(Commands.SHOW_BOUNCES);
		awaitButton("bounce.block", true);
		awaitButton("bounce.open", true);
	}

	/** Here its extension is missing: reading it fails, and the view says so. */
	@Test
	void aPlaceThatAnExtensionAddsIsListedAndReadLikeAMailbox() throws Exception {
		new SourceFiles(DefaultDatabase.sources()).write("shelf", new SourceLocation("shelves", Map.of("shelf", "3")));
		Mailboxes places = Screen.service(Mailboxes.class);
		try {
			Screen.command(Commands.SHOW_SOURCES);
			Screen.await("the sources", () -> Screen.find(Button.class, "sources.add") != null);
			Screen.command(Commands.REFRESH);
			int row = Screen.awaitRow("sources.table", "shelf");
			assertEquals("shelves:shelf=3", Screen.cell("sources.table", row, 1));
			awaitButton("sources.run", true);
			assertThrows(IOException.class,
					() -> places.run("shelf", desk.database().store(), Progress.NONE));
			String failed = desk.texts().text("failure.file");
			Screen.await(failed, () -> Screen.find(Table.class, "sources.table").getItem(row).getText(4)
					.endsWith(failed));
		} finally {
			places.remove("shelf");
		}
		awaitButton("sources.run", false);
	}

	/** What is below the addresses to block is never somebody else's bounce. */
	@Test
	void theBounceOfTheSelectedAddressIsShown() {
		Screen.command(Commands.SHOW_BOUNCES);
		Screen.await("the log", () -> Screen.find(Table.class, "log.table") != null);
		Screen.command(Commands.SHOW_BLOCKING);
		int row = Screen.awaitRow("blocking.table", "oliver.hartley@brightwater.example");
		Screen.run(() -> {
			Table table = Screen.find(Table.class, "blocking.table");
			table.setSelection(row);
			Screen.select(table);
		});
		Screen.await("the bounce", () -> {
			Label verdict = Screen.find(Label.class, "bounce.verdict");
			return verdict != null && verdict.getText().contains("oliver.hartley@");
		});
		awaitButton("bounce.wrong", false);
		awaitButton("bounce.block", true);
	}

	@Test
	void whoeverDecidesHasSeenHowTheAddressStands() {
		BounceStore store = desk.database().store();
		Standing standing = store.addresses().page(StandingFilter.ALL.withStates(Standing.State.SUGGESTED)).getFirst();
		BounceRow bounce = new BounceRow(store.events().ofAddress(standing.address()).getFirst(), "", standing);
		Map<AddressKey, Optional<Standing>> seen = Map.of(standing.address(),
				Optional.of(standing));
		assertEquals(seen, Chosen.standings(standing));
		assertEquals(seen, Chosen.standings(List.of(bounce, bounce)));
	}

	@Test
	void aDatabaseThatIsInUseIsSaidInASentence() {
		String taken = folder.resolve("taken").toString();
		try (BounceStore other = Screen.service(BounceStores.class).open(taken)) {
			assertEquals(List.of(), other.events().ofAddress(AddressKey.of("nobody@example.com")));
			desk.database().open(taken);
			Screen.await("failure", () -> desk.database().state() == Database.State.FAILED);
			assertAll(false, NOTHING, OF_DATABASES);
			Screen.command(Commands.SHOW_BOUNCES);
			String sentence = desk.texts().text("failure.in_use");
			Screen.await(sentence,
					() -> Screen.all(Label.class).stream().anyMatch(each -> each.getText().equals(sentence)));
		}
		open(taken);
	}

	@Test
	void aWrongPasswordIsSaidInASentence() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture.runAsync(() -> refuse(server));
			Screen.command(Commands.ADD_MAILBOX);
			Screen.await("the wizard", () -> Screen.find(Text.class, "mailbox.address") != null);
			Screen.type("mailbox.address", "news@shop.example");
			Screen.type("mailbox.password", "wrong");
			Screen.type("mailbox.host", "127.0.0.1");
			Screen.type("mailbox.port", Integer.toString(server.getLocalPort()));
			Screen.run(() -> {
				Combo security = Screen.find(Combo.class, "mailbox.security");
				security.select(security.getItemCount() - 1);
				Screen.select(security);
			});
			PlatformUI.getWorkbench().getDisplay()
					.asyncExec(() -> Screen.select(Screen.find(Button.class, "mailbox.test")));
			String start = desk.texts().text("failure.mailbox.login_refused.advice", "", "").strip();
			Screen.await(start, () -> Screen.find(Label.class, "mailbox.tested").getText().startsWith(start));
			Screen.run(() -> Screen.find(Text.class, "mailbox.address").getShell().close());
			Screen.await("the wizard's end", () -> Screen.find(Text.class, "mailbox.address") == null);
		}
	}

	/** An IMAP server (RFC 9051) that lets nobody in. */
	private static void refuse(ServerSocket server) {
		while (!server.isClosed()) {
			try (Socket client = server.accept();
					BufferedReader lines = new BufferedReader(
							new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
				say(client, "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready");
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					String tag = line.split(" ")[0];
					if (line.contains("CAPABILITY")) {
						say(client, "* CAPABILITY IMAP4rev1 AUTH=PLAIN");
						say(client, tag + " OK done");
					} else if (line.endsWith("AUTHENTICATE PLAIN")) {
						say(client, "+ ");
						lines.readLine();
						say(client, tag + " NO [AUTHENTICATIONFAILED] no such user or password");
					} else if (line.contains("LOGOUT")) {
						say(client, tag + " OK bye");
					} else {
						say(client, tag + " NO [AUTHENTICATIONFAILED] no such user or password");
					}
				}
			} catch (IOException gone) {
				// The client or the test has ended the connection.
				continue;
			}
		}
	}

	private static void say(Socket client, String line) throws IOException {
		client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}
}
