package rebound.customers.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A file of delimited text. Delimiter and encoding are found by themselves where they are not given. */
public final class CsvFile {

	private static final char[] DELIMITERS = { ',', ';', '\t', '|' };
	private static final int SAMPLE_ROWS = 50;

	private CsvFile() {
	}

	/**
	 * Opens a file at its first row.
	 *
	 * @param givenDelimiter {@code null}: found by itself
	 * @param givenCharset   {@code null}: found by itself
	 */
	public static TableReader open(Path file, Character givenDelimiter, Charset givenCharset) throws IOException {
		Charset charset = givenCharset == null ? TextEncoding.of(file) : givenCharset;
		String declared = declaredDelimiter(file, charset);
		char delimiter = givenDelimiter != null
				? givenDelimiter
				: declared.isEmpty() ? delimiter(file, charset) : declared.charAt(0);
		Reader text = TextEncoding.open(file, charset);
		boolean opened = false;
		try {
			if (!declared.isEmpty()) {
				skipLine(text);
			}
			opened = true;
			return new CsvReader(text, delimiter);
		} finally {
			if (!opened) {
				text.close();
			}
		}
	}

	/** Excel tells the delimiter in a first line {@code sep=;}. */
	private static String declaredDelimiter(Path file, Charset charset) throws IOException {
		try (Reader text = TextEncoding.open(file, charset)) {
			char[] head = new char[6];
			int length = Math.max(0, text.read(head));
			String line = new String(head, 0, length).toLowerCase(Locale.ROOT);
			boolean told = line.startsWith("sep=") && length == 6 && (line.charAt(5) == '\r' || line.charAt(5) == '\n');
			return told ? line.substring(4, 5) : "";
		}
	}

	private static void skipLine(Reader text) throws IOException {
		int c = text.read();
		while (c >= 0 && c != '\n') {
			c = text.read();
		}
	}

	/**
	 * The delimiter that cuts most rows into the same number of values, and into most of them; a comma where none cuts
	 * anything.
	 */
	private static char delimiter(Path file, Charset charset) throws IOException {
		char best = ',';
		int bestScore = 0;
		for (char delimiter : DELIMITERS) {
			int score = score(file, charset, delimiter);
			if (score > bestScore) {
				best = delimiter;
				bestScore = score;
			}
		}
		return best;
	}

	private static int score(Path file, Charset charset, char delimiter) throws IOException {
		Map<Integer, Integer> rowsByWidth = new HashMap<>();
		int rows = 0;
		try (Reader text = TextEncoding.open(file, charset); CsvReader table = new CsvReader(text, delimiter)) {
			for (TableReader.Row row = table.next(); row != null && rows < SAMPLE_ROWS; row = table.next()) {
				if (row.problem() == null && !row.isBlank()) {
					rowsByWidth.merge(row.values().size(), 1, Integer::sum);
				}
				rows++;
			}
		}
		int best = 0;
		for (Map.Entry<Integer, Integer> width : rowsByWidth.entrySet()) {
			if (width.getKey() > 1) {
				best = Math.max(best, width.getValue() * 1000 / Math.max(1, rows) * 1000 + width.getKey());
			}
		}
		return best;
	}
}
