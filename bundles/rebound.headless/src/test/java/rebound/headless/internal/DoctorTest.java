package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import rebound.headless.ExitCode;

/** What administrators ask the program. */
class DoctorTest extends CliFixture {

	@Test
	void reportsWhatIsThereAndNoSecrets() throws IOException {
		write("sources/shop.mailbox", "protocol=imap\nhost=mail.example.com\nuser=bounces\n");
		Path secret = Path.of(write("sources/shop.secret", "hunter2"));
		Files.setPosixFilePermissions(secret, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
		assertEquals(ExitCode.OK, run("doctor", "--sources", folder.resolve("sources").toString()), err() + out());
		assertTrue(out().contains("mail.example.com"), out());
		assertFalse(out().contains("hunter2"));

		Files.delete(secret);
		assertEquals(ExitCode.INCOMPLETE, run("doctor", "--sources", folder.resolve("sources").toString()));
		assertTrue(out().contains("There is no password for it"), out());
	}

	@Test
	void saysNoPasswordOfAUrl() {
		assertEquals("jdbc:postgresql://db.example/rebound",
				DoctorCommand.withoutSecrets("jdbc:postgresql://anna:geheim@db.example/rebound?password=geheim"));
		assertEquals("/home/anna/rebound", DoctorCommand.withoutSecrets("/home/anna/rebound"));
	}

	@Test
	void completesAllCommands() {
		assertEquals(ExitCode.OK, plain("completion"));
		assertTrue(out().contains("complete -F") && out().contains("suggest") && out().contains("--check-domains"));
	}

	@Test
	void writesWhatARunCountedForMonitoring() throws IOException {
		write("mail/one.eml", "From: a@b.example\nSubject: Hello\n\nHello\n");
		Path metrics = folder.resolve("rebound.prom");
		assertEquals(ExitCode.OK,
				run("import", folder.resolve("mail").toString(), "--metrics", metrics.toString()), err());
		String text = Files.readString(metrics);
		assertTrue(text.contains("\nrebound_last_run_messages{command=\"import\"} 1\n"), text);
		assertTrue(text.contains("\nrebound_last_run_exit_code{command=\"import\"} 0\n"), text);
		assertTrue(
				text.lines().allMatch(line -> line.matches("# (HELP|TYPE) .*|rebound_[a-z_]+\\{[^}]*\\} [-0-9.E]+")));
	}
}
