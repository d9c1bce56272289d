package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.pipeline.DefaultDatabase;
import rebound.source.CredentialStore;
import rebound.source.FileCredentials;
import rebound.source.MailboxFiles;
import rebound.source.MailboxSettings;

/** The option that says where the configured mailboxes are, and what is found there. Used as a mixin. */
public final class SourceFolder {

	@Option(names = "--sources", paramLabel = "DIR")
	private Path folder;

	private Path folder() {
		return folder != null ? folder : DefaultDatabase.sources();
	}

	MailboxFiles files() {
		return new MailboxFiles(folder());
	}

	CredentialStore credentials() {
		return new FileCredentials(folder(), System.getenv());
	}

	/** @return the mailbox of this name */
	MailboxSettings read(String name, Console console) throws IOException {
		try {
			return files().read(name);
		} catch (NoSuchFileException none) {
			throw Summaries.usage(console, "sources.unknown", name);
		} catch (IllegalArgumentException wrong) {
			throw Summaries.usage(console, "sources.wrongSetting", name, wrong.getMessage());
		}
	}

	/** @return the mailboxes of these names, or all of them if there are no names */
	List<MailboxSettings> read(List<String> names, Console console) throws IOException {
		List<String> wanted = names == null || names.isEmpty() ? files().names() : names;
		if (wanted.isEmpty()) {
			throw Summaries.usage(console, "sources.none");
		}
		List<MailboxSettings> all = new ArrayList<>();
		for (String name : wanted) {
			all.add(read(name, console));
		}
		return all;
	}
}
