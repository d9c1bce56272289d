package rebound.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import rebound.model.WholeFile;
import rebound.source.internal.MailboxProperties;

/**
 * The configured mailboxes: one properties file each, {@code NAME.mailbox}, in a folder of the user's. The names in it
 * are those of {@link MailboxConfiguration}; passwords are elsewhere ({@link CredentialStore}).
 */
public final class MailboxFiles {

	private static final String SUFFIX = ".mailbox";
	private static final int LONGEST_NAME = 60;

	private final Path folder;

	/** @param folder need not exist */
	public MailboxFiles(Path folder) {
		this.folder = folder;
	}

	/** @return whether a mailbox can be called so */
	public static boolean isName(String name) {
		return isPlain(name) && !name.endsWith(CredentialStore.ofClient(""));
	}

	static boolean isPlain(String name) {
		return !name.isEmpty() && name.length() <= LONGEST_NAME && !name.startsWith(".") && !name.startsWith("-")
				&& name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
	}

	/** @return the names of all mailboxes, sorted */
	public List<String> names() throws IOException {
		return names(folder, SUFFIX);
	}

	/** @return the names before this ending of the files in a folder, sorted; none where there is no folder */
	static List<String> names(Path folder, String suffix) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(suffix))
					.map(file -> file.substring(0, file.length() - suffix.length())).filter(MailboxFiles::isName)
					.sorted().toList();
		} catch (NoSuchFileException none) {
			return List.of();
		}
	}

	/**
	 * Understands a mailbox's settings.
	 *
	 * @param properties by the names of {@link MailboxConfiguration}; what is missing is as by default
	 * @throws IllegalArgumentException with the name of the setting that is unknown or whose value is none
	 */
	public static MailboxSettings settings(String name, Properties properties) {
		return MailboxProperties.read(name, properties);
	}

	/**
	 * Reads a mailbox's settings.
	 *
	 * @throws NoSuchFileException      if there is none of this name
	 * @throws IllegalArgumentException with the name of the setting that is unknown or whose value is none
	 */
	public MailboxSettings read(String name) throws IOException {
		Properties file = new Properties();
		try (Reader in = Files.newBufferedReader(path(name))) {
			file.load(in);
		}
		return MailboxProperties.read(name, file);
	}

	/** Keeps a mailbox's settings, in place of those before. */
	public void write(MailboxSettings settings) throws IOException {
		StringWriter text = new StringWriter();
		MailboxProperties.write(settings).store(text, null);
		WholeFile.write(path(settings.name()), text.toString());
	}

	/** @return whether there was one of this name */
	public boolean remove(String name) throws IOException {
		return Files.deleteIfExists(path(name));
	}

	private Path path(String name) throws NoSuchFileException {
		if (!isName(name)) {
			throw new NoSuchFileException(name);
		}
		return folder.resolve(name + SUFFIX);
	}
}
