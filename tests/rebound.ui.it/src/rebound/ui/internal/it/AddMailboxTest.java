package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Commands;

/** A mailbox is added by its address and password; a server that does not let us in is said in a sentence. */
@ExtendWith(Screen.class)
class AddMailboxTest {

	@TempDir
	static Path folder;
	private static Desk desk;

	@BeforeAll
	static void openAnEmptyDatabase() {
		desk = Screen.service(Desk.class);
		desk.database().open(folder.resolve("database").toString());
		Screen.await("an open database", () -> desk.database().state() == Database.State.OPEN);
	}

	/** @return a port at which nobody listens */
	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Test
	void theProviderIsKnownByTheAddressAndFailureIsASentence() throws IOException {
		int port = closedPort();
		Screen.command(Commands.ADD_MAILBOX);
		Screen.await("the wizard", () -> Screen.find(Text.class, "mailbox.address") != null);
		Screen.type("mailbox.address", "news@gmx.net");
		assertEquals("imap.gmx.net", text("mailbox.host"));
		assertEquals("news@gmx.net", text("mailbox.user"));
		Screen.type("mailbox.password", "secret");
		Screen.type("mailbox.host", "127.0.0.1");
		Screen.type("mailbox.port", Integer.toString(port));
		Screen.run(() -> Screen.find(Button.class, "mailbox.test").getDisplay()
				.asyncExec(() -> Screen.select(Screen.find(Button.class, "mailbox.test"))));
		String advice = desk.texts().text("failure.mailbox.refused.advice", "127.0.0.1", Integer.toString(port));
		Screen.await(advice, () -> Screen.find(Label.class, "mailbox.tested").getText()
				.equals(advice));
		Screen.run(() -> Screen.find(Text.class, "mailbox.host").getShell().close());
		Screen.await("the wizard's end", () -> Screen.find(Text.class, "mailbox.address") == null);
	}

	@Test
	void theUserAllowsAccessAtTheProviderAndTheWizardWaits() throws IOException {
		int port = closedPort();
		try (TokenProvider provider = new TokenProvider()) {
			Screen.command(Commands.ADD_MAILBOX);
			Screen.await("the wizard", () -> Screen.find(Text.class, "mailbox.address") != null);
			Screen.type("mailbox.address", "news@shop.example");
			Screen.run(() -> {
				Combo login = Screen.find(Combo.class, "mailbox.login");
				login.select(1);
				Screen.select(login);
			});
			Screen.type("mailbox.provider", provider.address() + "/metadata");
			Screen.type("mailbox.client", "rebound-test");
			Screen.type("mailbox.host", "127.0.0.1");
			Screen.type("mailbox.port", Integer.toString(port));
			Screen.run(() -> Screen.find(Button.class, "mailbox.test").getDisplay()
					.asyncExec(() -> Screen.select(Screen.find(Button.class, "mailbox.test"))));
			String told = desk.texts().text("mailbox.allow", provider.page(), TokenProvider.CODE);
			Screen.await(told, () -> Screen.find(Label.class, "mailbox.tested").getText().equals(told));
			Screen.await("two polls", () -> provider.polls() > 1);
			provider.allow();
			// With the token the server is tried, where nobody listens.
			String advice = desk.texts().text("failure.mailbox.refused.advice", "127.0.0.1", Integer.toString(port));
			Screen.await(advice, () -> Screen.find(Label.class, "mailbox.tested").getText().equals(advice));
			Screen.run(() -> Screen.find(Text.class, "mailbox.host").getShell().close());
			Screen.await("the wizard's end", () -> Screen.find(Text.class, "mailbox.address") == null);
		}
	}

	private static String text(String id) {
		return Screen.with(() -> Screen.find(Text.class, id).getText());
	}
}
