package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import rebound.headless.ExitCode;

class SourcesTest extends CliFixture {

	private int sources(String... args) {
		String[] all = new String[args.length + 3];
		all[0] = "sources";
		System.arraycopy(args, 0, all, 1, args.length);
		all[args.length + 1] = "--sources";
		all[args.length + 2] = folder.resolve("sources").toString();
		return plain(all);
	}

	private String kept(String name) throws IOException {
		Path file = folder.resolve("sources").resolve(name + ".mailbox");
		return Files.exists(file) ? Files.readString(file) : null;
	}

	@Test
	void mailboxOfAKnownProviderNeedsAnAddressOnly() throws IOException {
		assertEquals(ExitCode.OK, sources("add", "gmx", "--address", "me@gmx.de"));
		assertTrue(kept("gmx").contains("host=imap.gmx.net"), kept("gmx"));
		assertTrue(err().contains("REBOUND_PASSWORD_GMX"), err());
		assertEquals(ExitCode.OK, sources("list"));
		assertTrue(out().contains("imap.gmx.net"), out());
		assertEquals(ExitCode.OK, sources("add", "gmx", "--address", "other@gmx.de"));
		assertTrue(err().startsWith("Changed"), err());
		assertEquals(ExitCode.OK, sources("remove", "gmx"));
		assertEquals(ExitCode.USAGE, sources("remove", "gmx"));
		assertEquals(ExitCode.OK, sources("list"));
		assertFalse(out().contains("gmx"), out());
	}

	@Test
	void wrongSettingsAreToldAndNothingIsKept() throws IOException {
		assertEquals(ExitCode.USAGE, sources("add", "one", "--address", "me@own.example"));
		assertTrue(err().contains("--discover"), err());
		assertEquals(ExitCode.USAGE, sources("add", "one", "--preset", "nobody"));
		assertEquals(ExitCode.USAGE, sources("add", "one", "--host", "a.example", "--user", "u", "--port", "70000"));
		assertEquals(ExitCode.USAGE,
				sources("add", "one", "--host", "a.example", "--user", "u", "--protocol", "pop3", "--after", "move"));
		assertEquals(ExitCode.USAGE, sources("add", "one", "--host", "a.example", "--user", "u", "--after", "move"));
		assertEquals(ExitCode.USAGE, sources("add", "../one", "--host", "a.example", "--user", "u"));
		// Its password would be the client secret of another.
		assertEquals(ExitCode.USAGE, sources("add", "one.client", "--host", "a.example", "--user", "u"));
		assertEquals(null, kept("one"));
		assertEquals(ExitCode.USAGE, sources("run", "one"));
		assertEquals(ExitCode.USAGE, sources("run"));
	}

	@Test
	void serverOfTheDomainItselfIsTakenFromTheDns() throws IOException {
		assertEquals(ExitCode.OK, sources("add", "own", "--address", "me@own.example", "--discover"));
		assertTrue(kept("own").contains("host=mail.own.example"), kept("own"));
		assertTrue(err().contains("mail.own.example"), err());
	}

	@Test
	void foreignServerIsShownAndNotTaken() throws IOException {
		assertEquals(ExitCode.USAGE, sources("add", "far", "--address", "me@far.example", "--discover"));
		assertTrue(err().contains("--host mail.host.test --port 993 --protocol imap --security tls"), err());
		assertEquals(null, kept("far"));
		assertEquals(ExitCode.OK, sources("add", "far", "--address", "me@far.example", "--host", "mail.host.test"));
		assertEquals(ExitCode.NO_INPUT, sources("add", "no", "--address", "me@none.example", "--discover"));
		assertEquals(ExitCode.NO_INPUT, sources("add", "no", "--address", "me@silent.example", "--discover"));
		assertEquals(null, kept("no"));
	}
}
