package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.Command;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.store.EventFilter;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** The view, the page of settings and the command of the example of an extension, in the window. */
@ExtendWith(Screen.class)
class ExampleViewTest {

	private static final String VIEW = "rebound.example.view.bounce";
	private static final String COPY = "rebound.example.view.copyAddress";
	private static final String PAGE = "rebound.ui.preferences/rebound.example.view.preferences";

	@TempDir
	static Path folder;

	@BeforeAll
	static void importTheSamples() throws InterruptedException {
		Desk desk = Screen.service(Desk.class);
		Screen.command(Commands.SHOW_BOUNCES);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
		Screen.make(MailImportWork.class)
				.start(List.of(Path.of(System.getProperty("rebound.samples"), "mail").toString())).join();
	}

	/** Other tests look at all that is open. */
	@AfterAll
	static void closeTheView() {
		Screen.run(() -> {
			IWorkbenchPage page = window().getActivePage();
			page.hideView(page.findView(VIEW));
		});
	}

	@Test
	void aThirdPartysViewFollowsTheSelectionAndItsCommandWorksOnIt() {
		Screen.command(Commands.SHOW_BOUNCES);
		Screen.with(() -> window().getActivePage().showView(VIEW, null, IWorkbenchPage.VIEW_VISIBLE));
		Screen.await("the view", () -> text("Select a bounce.") || text("No mail to"));
		// Another test may have left the same words there.
		Screen.type("log.text", "");
		Screen.awaitRows("log.table",
				(int) Screen.service(Desk.class).database().store().events().count(EventFilter.ALL));
		Screen.type("log.text", "oliver.hartley");
		String address = "oliver.hartley@brightwater.example";
		Screen.await("the bounce to " + address, () -> text("No mail to " + address + ": "));

		Screen.with(() -> window().getService(IHandlerService.class).executeCommand(COPY, null));
		assertEquals(address, Screen.with(() -> {
			Clipboard clipboard = new Clipboard(Display.getCurrent());
			Object copied = clipboard.getContents(TextTransfer.getInstance());
			clipboard.dispose();
			return copied;
		}));
		Screen.type("log.text", "");
	}

	@Test
	void itsCommandAndItsPageAreBelowOurs() {
		PreferenceManager pages = Screen.with(() -> PlatformUI.getWorkbench().getPreferenceManager());
		assertNotNull(pages.find(PAGE));
		String category = Screen.with(() -> {
			Command command = window().getService(ICommandService.class).getCommand(COPY);
			return command.getCategory().getId();
		});
		assertEquals("rebound.ui.commands", category);
	}

	private static boolean text(String begin) {
		return Screen.all(Text.class).stream().anyMatch(each -> each.getText().startsWith(begin));
	}

	private static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}
}
