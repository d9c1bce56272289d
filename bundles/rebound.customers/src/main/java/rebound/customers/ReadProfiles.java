package rebound.customers;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import rebound.model.WholeFile;

/** The ways of reading customers that the user saved: a file of properties each, in one folder. */
public final class ReadProfiles {

	/** Means no program: columns are understood by common words only. */
	public static final String GENERIC = "generic";

	private static final String EXTENSION = ".properties";
	private static final String COLUMN = "column.";
	private static final int LONGEST_NAME = 60;

	private final Path folder;

	/** @param folder need not exist */
	public ReadProfiles(Path folder) {
		this.folder = folder;
	}

	/** @return whether a profile can be called so: letters, digits and hyphens, and no program's id */
	public static boolean isName(String name) {
		return !name.isEmpty() && name.length() <= LONGEST_NAME && !HeaderProfiles.ids().contains(name)
				&& !name.equals(GENERIC)
				&& name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
	}

	/**
	 * @return the names of what is saved, in order
	 * @throws IOException if the folder can't be read
	 */
	public List<String> names() throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(EXTENSION))
					.map(file -> file.substring(0, file.length() - EXTENSION.length())).filter(ReadProfiles::isName)
					.sorted().toList();
		}
	}

	/** Saves settings, in place of those saved under the name before. */
	public void save(String name, ReadSettings settings) throws IOException {
		Properties file = new Properties();
		if (settings.profile() != null) {
			file.setProperty("profile", settings.profile());
		}
		if (settings.delimiter() != null) {
			file.setProperty("delimiter", settings.delimiter().toString());
		}
		if (settings.charset() != null) {
			file.setProperty("charset", settings.charset().name());
		}
		settings.columns().forEach((header, field) -> file.setProperty(COLUMN + header, field.id()));
		StringWriter text = new StringWriter();
		file.store(text, null);
		WholeFile.write(file(name), text.toString());
	}

	/**
	 * @return the settings saved under this name, or empty
	 * @throws IOException if they can't be read
	 */
	public Optional<ReadSettings> load(String name) throws IOException {
		if (!isName(name) || !Files.exists(file(name))) {
			return Optional.empty();
		}
		Properties file = new Properties();
		try (Reader text = Files.newBufferedReader(file(name), StandardCharsets.UTF_8)) {
			file.load(text);
			Map<String, CustomerField> columns = new HashMap<>();
			for (String key : file.stringPropertyNames()) {
				if (key.startsWith(COLUMN)) {
					columns.put(key.substring(COLUMN.length()), CustomerField.of(file.getProperty(key)).orElseThrow(
							() -> new IOException(file(name) + ": " + file.getProperty(key))));
				}
			}
			String delimiter = file.getProperty("delimiter", "");
			String charset = file.getProperty("charset");
			return Optional.of(new ReadSettings(file.getProperty("profile"), columns,
					delimiter.isEmpty() ? null : delimiter.charAt(0),
					charset == null ? null : Charset.forName(charset)));
		} catch (IllegalArgumentException broken) {
			throw new IOException(file(name) + ": " + broken.getMessage(), broken);
		}
	}

	private Path file(String name) {
		return folder.resolve(name + EXTENSION);
	}
}
