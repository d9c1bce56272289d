package rebound.customers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Knows what column headers mean: the words of five languages, and the export files of well-known programs. All of it
 * is data, in the files {@code headers.properties} and {@code profile-ID.properties} beside this class.
 */
public final class HeaderProfiles {

	private static final List<String> IDS = List.of("salesforce", "hubspot", "dynamics", "zoho", "suitecrm", "civicrm",
			"odoo");

	private final Map<String, CustomerField> words = new HashMap<>();
	private final Map<String, Profile> profiles = new LinkedHashMap<>();

	/** The headers of one program's export, and those by which its files are told from others. */
	private record Profile(List<Set<String>> marks, Map<String, CustomerField> headers) {

		boolean isOf(Set<String> keys) {
			return marks.stream().anyMatch(keys::containsAll);
		}
	}

	public HeaderProfiles() {
		fill(words, load("headers.properties"));
		for (String id : IDS) {
			Properties file = load("profile-" + id + ".properties");
			List<Set<String>> marks = new ArrayList<>();
			for (String mark : file.remove("detect").toString().split("\\|")) {
				marks.add(keys(List.of(mark.split(","))));
			}
			Map<String, CustomerField> headers = new HashMap<>();
			fill(headers, file);
			profiles.put(id, new Profile(marks, headers));
		}
	}

	/** @return the ids of the programs whose export files are known */
	public static List<String> ids() {
		return IDS;
	}

	/**
	 * Tells whose export file this is by its headers.
	 *
	 * @return the id of the program, {@code null} where it is none of the known
	 */
	public String detect(List<String> headers) {
		Set<String> keys = keys(headers);
		for (Map.Entry<String, Profile> profile : profiles.entrySet()) {
			if (profile.getValue().isOf(keys)) {
				return profile.getKey();
			}
		}
		return null;
	}

	/**
	 * Tells what each column means: by the settings, else by the program's profile, else by the common words.
	 *
	 * @return one for each header, in order; what is not known is {@link CustomerField#OTHER}
	 */
	public List<MappedColumn> map(List<String> headers, ReadSettings settings) {
		Map<String, CustomerField> chosen = new HashMap<>();
		settings.columns().forEach((header, field) -> chosen.put(key(header), field));
		String id = settings.profile() == null ? detect(headers) : settings.profile();
		Profile profile = id == null ? null : profiles.get(id);
		Map<String, CustomerField> known = profile == null ? Map.of() : profile.headers();
		List<MappedColumn> columns = new ArrayList<>();
		for (String header : headers) {
			String key = key(header);
			CustomerField field = chosen.get(key);
			field = field == null ? known.get(key) : field;
			field = field == null ? byWord(key) : field;
			columns.add(new MappedColumn(header, field));
		}
		return surnames(columns);
	}

	/** @return how many of these headers have a known meaning */
	public int known(List<String> headers) {
		return (int) map(headers, ReadSettings.AUTOMATIC).stream()
				.filter(column -> column.field() != CustomerField.OTHER).count();
	}

	private CustomerField byWord(String key) {
		CustomerField field = words.get(key);
		if (field == null) {
			CustomerField numbered = words.get(withoutNumber(key));
			field = numbered == CustomerField.EMAIL ? numbered : null;
		}
		return field == null ? CustomerField.OTHER : field;
	}

	/** Beside a first name, a column that is just "name" holds the last name. */
	private static List<MappedColumn> surnames(List<MappedColumn> columns) {
		Set<CustomerField> fields = new HashSet<>();
		columns.forEach(column -> fields.add(column.field()));
		if (!fields.contains(CustomerField.FIRST_NAME) || fields.contains(CustomerField.LAST_NAME)) {
			return columns;
		}
		Set<String> justName = Set.of("name", "nom", "namn");
		return columns.stream().map(column -> justName.contains(key(column.header()))
				&& column.field() == CustomerField.FULL_NAME
						? new MappedColumn(column.header(), CustomerField.LAST_NAME)
						: column)
				.toList();
	}

	private static void fill(Map<String, CustomerField> meanings, Properties file) {
		for (String id : file.stringPropertyNames()) {
			CustomerField field = CustomerField.of(id).orElseThrow(() -> new IllegalStateException(id));
			for (String header : file.getProperty(id).split(",")) {
				meanings.put(key(header), field);
			}
		}
	}

	private static Set<String> keys(List<String> headers) {
		Set<String> keys = new HashSet<>();
		headers.forEach(header -> keys.add(key(header)));
		return keys;
	}

	/** @return the letters and digits of a header, in lower case, without accents */
	private static String key(String header) {
		String text = header.length() > 200 ? header.substring(0, 200) : header;
		StringBuilder key = new StringBuilder(text.length());
		Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFKD)
				.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
		return key.toString();
	}

	private static String withoutNumber(String key) {
		int end = key.length();
		while (end > 0 && Character.isDigit(key.charAt(end - 1))) {
			end--;
		}
		return key.substring(0, end);
	}

	private static Properties load(String name) {
		Properties file = new Properties();
		try (InputStream in = HeaderProfiles.class.getResourceAsStream(name)) {
			file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		} catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
		return file;
	}
}
