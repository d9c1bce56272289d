package rebound.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

import rebound.customers.AddressMatching;

/**
 * What an administrator has set for all who use this installation: a properties file (UTF-8) that the start script
 * finds and names in the environment variable {@value #VARIABLE}. A setting whose name, or the part of its name before
 * the first dot, stands in {@code locked} can't be chosen otherwise.
 */
public final class Presets {

	/** Which database; a folder or a JDBC URL. */
	public static final String DATABASE = "database";
	/** Folder of the configured mailboxes. */
	public static final String SOURCES = "sources";
	/** Settings of the blocking policy begin with this. */
	public static final String POLICY = "policy.";
	/** How many days mails, and how many months events are kept. */
	public static final String MAIL_DAYS = "retention.mail.days";
	public static final String EVENT_MONTHS = "retention.event.months";
	/** Which addresses count as one mailbox: {@code provider} or {@code exact}. */
	public static final String MATCHING = "customers.matching";
	/** Where new versions come from. */
	public static final String UPDATE_SITE = "update.site";
	/** What the window does about new versions: {@code off}, {@code notify} or {@code download}. */
	public static final String UPDATE_POLICY = "update.policy";

	private static final String VARIABLE = "REBOUND_PRESETS";
	private static final String LOCKED = "locked";
	private static final String SET_BY = "set.by";

	private final Path file;
	private final Properties values;

	private Presets(Path file, Properties values) {
		this.file = file;
		this.values = values;
	}

	/**
	 * @return what is set here; nothing if there is no file
	 * @throws PresetException if the file can't be read
	 */
	public static Presets here() {
		String named = System.getenv(VARIABLE);
		return named == null || named.isBlank() ? new Presets(null, new Properties()) : read(Path.of(named));
	}

	/**
	 * @param file need not exist
	 * @throws PresetException if the file is there and can't be read
	 */
	public static Presets read(Path file) {
		Properties values = new Properties();
		if (Files.exists(file)) {
			try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
				values.load(text);
			} catch (IOException | IllegalArgumentException broken) {
				throw new PresetException(PresetException.Code.UNREADABLE, file.toString(), broken.getMessage());
			}
		}
		return new Presets(file, values);
	}

	/** @return the value that is set */
	public Optional<String> value(String name) {
		return Optional.ofNullable(values.getProperty(name)).map(String::strip).filter(text -> !text.isEmpty());
	}

	/**
	 * @return the whole number that is set
	 * @throws PresetException if it is none, or less than 1
	 */
	public Optional<Integer> number(String name) {
		return value(name).map(text -> {
			if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
				throw new PresetException(PresetException.Code.WRONG_VALUE, name, text);
			}
			return Integer.valueOf(text);
		});
	}

	/** @return all that is set with a name that begins so, by the rest of the name */
	public Map<String, String> beginningWith(String prefix) {
		Map<String, String> found = new TreeMap<>();
		for (String name : values.stringPropertyNames()) {
			if (name.startsWith(prefix)) {
				found.put(name.substring(prefix.length()), values.getProperty(name).strip());
			}
		}
		return found;
	}

	/** @return whether nobody may choose otherwise */
	public boolean isLocked(String name) {
		int dot = name.indexOf('.');
		String group = dot < 0 ? name : name.substring(0, dot);
		return value(LOCKED).stream().flatMap(names -> Arrays.stream(names.split(","))).map(String::strip)
				.anyMatch(locked -> locked.equals(name) || locked.equals(group));
	}

	/**
	 * @param chosen what the user wants, or {@code null}
	 * @return what holds: the user's choice, else what is set
	 * @throws PresetException if the setting is locked, and the user wants something else
	 */
	public Optional<String> choose(String name, String chosen) {
		Optional<String> set = value(name);
		if (chosen == null || set.isPresent() && set.get().equals(chosen)) {
			return set;
		}
		refuseLocked(name);
		return Optional.of(chosen);
	}

	/**
	 * @param chosen what the user wants, or {@code null}
	 * @return which addresses count as one mailbox
	 * @throws PresetException if it is none of the ways there are, or locked otherwise
	 */
	public AddressMatching matching(String chosen) {
		return choose(MATCHING, chosen).map(name -> AddressMatching.of(name)
				.orElseThrow(() -> new PresetException(PresetException.Code.WRONG_VALUE, MATCHING, name)))
				.orElse(AddressMatching.PROVIDER);
	}

	/** @throws PresetException if the setting is locked */
	public void refuseLocked(String name) {
		if (isLocked(name)) {
			throw new PresetException(PresetException.Code.LOCKED, name, setBy());
		}
	}

	/** @return who set all this: {@code set.by}, else the file */
	public String setBy() {
		return value(SET_BY).orElse(String.valueOf(file));
	}

	/** @return the file, if there is one */
	public Optional<Path> file() {
		return Optional.ofNullable(file).filter(Files::exists);
	}
}
