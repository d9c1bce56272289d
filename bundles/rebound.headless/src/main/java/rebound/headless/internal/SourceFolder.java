package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.pipeline.DefaultDatabase;
import rebound.source.CredentialStore;
import rebound.source.FileCredentials;
import rebound.source.MailboxFiles;
import rebound.source.MailboxSettings;
import rebound.source.SourceFiles;
import rebound.source.SourceLocation;

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

	SourceFiles places() {
		return new SourceFiles(folder());
	}

	/** @return the mailboxes and the places of these names, or all of them if there are no names */
	Chosen choose(List<String> names, Console console) throws IOException {
		boolean isAll = names == null || names.isEmpty();
		List<String> known = places().names();
		Map<String, SourceLocation> places = new TreeMap<>();
		for (String name : isAll ? known : names) {
			if (known.contains(name)) {
				try {
					places.put(name, places().read(name));
				} catch (IllegalArgumentException changed) {
					throw Summaries.usage(console, "sources.wrongSetting", name, changed.getMessage());
				}
			}
		}
		List<String> mailboxes = isAll
				? files().names()
				: names.stream().filter(name -> !known.contains(name)).toList();
		return new Chosen(mailboxes.isEmpty() && !places.isEmpty() ? List.of() : read(mailboxes, console), places);
	}

	/** What is to be read. */
	record Chosen(List<MailboxSettings> mailboxes, Map<String, SourceLocation> places) {
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
