package rebound.headless.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import rebound.headless.Console;
import rebound.source.CredentialStore;
import rebound.source.MailboxException;

/** Takes secrets from standard input, a line each; on a terminal they are asked for, and not shown. */
final class Secrets {

	private final Console console;
	private BufferedReader in;

	Secrets(Console console) {
		this.console = console;
	}

	/**
	 * Keeps a secret; an input that has ended gives none.
	 *
	 * @param key      what it is kept under
	 * @param question key of the words to ask with
	 * @param name     of the mailbox
	 */
	void keep(String key, String question, String name, CredentialStore credentials) throws IOException {
		String secret = line(console.messages().text(question, name));
		if (secret == null) {
			return;
		}
		try {
			credentials.keep(key, secret);
		} catch (MailboxException unwritable) {
			throw MailboxFailures.failure(unwritable, console.messages());
		}
	}

	private String line(String question) throws IOException {
		java.io.Console terminal = System.console();
		if (terminal != null && Terminal.isStandardInput()) {
			char[] typed = terminal.readPassword("%s", question);
			return typed == null ? null : new String(typed);
		}
		if (in == null) {
			in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		}
		return in.readLine();
	}
}
