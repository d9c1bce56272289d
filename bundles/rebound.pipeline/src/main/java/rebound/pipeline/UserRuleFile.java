package rebound.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import rebound.classify.UserRule;
import rebound.classify.UserRules;
import rebound.model.WholeFile;

/** Keeps the user's own rules in a file beside the database, one a line, the latest first. */
@Component(service = UserRuleFile.class)
public final class UserRuleFile {

	private static final int LARGEST = 1 << 20;

	private final UserRules rules;
	private final Path file;

	@Activate
	public UserRuleFile(@Reference UserRules rules) {
		this(rules, DefaultDatabase.folder().resolveSibling("rules").resolve("own.rules"));
	}

	/** @param file need not exist */
	public UserRuleFile(UserRules rules, Path file) {
		this.rules = rules;
		this.file = file;
		read();
	}

	/** @return the rules as the file has them by now, whoever wrote it; they are in force from now on */
	public synchronized List<UserRule> read() {
		try {
			List<UserRule> found = Files.exists(file) && Files.size(file) <= LARGEST
					? Files.readAllLines(file).stream().flatMap(line -> UserRule.of(line).stream()).toList()
					: List.of();
			rules.replace(found);
			return found;
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Puts a rule before all others. */
	public synchronized void add(UserRule rule) throws IOException {
		List<UserRule> all = new ArrayList<>(read());
		all.remove(rule);
		all.addFirst(rule);
		write(all);
	}

	/** @return whether there was such a rule */
	public synchronized boolean remove(String id) throws IOException {
		List<UserRule> all = new ArrayList<>(read());
		boolean isGone = all.removeIf(rule -> rule.id().equals(id));
		write(all);
		return isGone;
	}

	private void write(List<UserRule> all) throws IOException {
		WholeFile.write(file, all.stream().map(rule -> rule.line() + '\n').collect(Collectors.joining()));
		rules.replace(all);
	}
}
