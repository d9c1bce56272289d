package rebound.parse.internal.autoreply;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Reads a file of phrases. {@code [section]} names the cue; {@code |} parts phrases, {@code ...} the steps of one,
 * {@code (a|b)} stands for a choice, {@code $name} for the choice that a line {@code name = a|b} defines, {@code *} for
 * any rest of a word. {@code #} begins a comment.
 * The twelve lines of {@code [months]} name the months.
 */
final class PhraseFile {

	private static final String STEP = " ... ";

	private PhraseFile() {
	}

	static void read(BufferedReader lines, BiConsumer<Cue, List<List<String>>> phrases, Map<String, Integer> months)
			throws IOException {
		Map<String, String> choices = new HashMap<>();
		String section = "";
		int month = 0;
		for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
			String line = raw.strip();
			int equals = line.indexOf(" = ");
			if (line.isEmpty() || line.startsWith("#")) {
				continue;
			}
			if (line.startsWith("[")) {
				section = line.substring(1, line.length() - 1);
			} else if (section.isEmpty() && equals > 0) {
				choices.put(line.substring(0, equals), "(" + replace(line.substring(equals + 3), choices) + ")");
			} else if (section.equals("months")) {
				month++;
				for (String name : line.split("\\|")) {
					months.put(Letters.fold(name), month);
				}
			} else {
				for (String phrase : parts(Letters.fold(replace(line, choices)))) {
					phrases.accept(Cue.of(section), steps(phrase));
				}
			}
		}
	}

	private static String replace(String line, Map<String, String> choices) {
		int at = line.indexOf('$');
		if (at < 0) {
			return line;
		}
		int end = at + 1;
		while (end < line.length() && Character.isLetter(line.charAt(end))) {
			end++;
		}
		String choice = choices.get(line.substring(at + 1, end));
		if (choice == null) {
			throw new IllegalArgumentException("undefined choice: " + line);
		}
		return line.substring(0, at) + choice + replace(line.substring(end), choices);
	}

	private static List<List<String>> steps(String line) {
		List<List<String>> steps = new ArrayList<>();
		int start = 0;
		while (start <= line.length()) {
			int end = line.indexOf(STEP, start);
			List<String> alternatives = new ArrayList<>();
			expand("", line.substring(start, end < 0 ? line.length() : end), alternatives);
			steps.add(alternatives);
			start = end < 0 ? line.length() + 1 : end + STEP.length();
		}
		return steps;
	}

	private static void expand(String before, String rest, List<String> into) {
		int open = rest.indexOf('(');
		if (open < 0) {
			into.add((before + rest).strip());
			return;
		}
		int close = closing(rest, open);
		for (String choice : parts(rest.substring(open + 1, close))) {
			expand(before + rest.substring(0, open), choice + rest.substring(close + 1), into);
		}
	}

	private static int closing(String text, int open) {
		int depth = 0;
		for (int i = open; i < text.length(); i++) {
			depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		throw new IllegalArgumentException("bracket without end: " + text);
	}

	/** The alternatives, parted by bars outside brackets. */
	private static List<String> parts(String text) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int start = 0;
		for (int i = 0; i <= text.length(); i++) {
			char c = i == text.length() ? '|' : text.charAt(i);
			depth += c == '(' ? 1 : c == ')' ? -1 : 0;
			if (c == '|' && depth == 0) {
				parts.add(text.substring(start, i));
				start = i + 1;
			}
		}
		return parts;
	}
}
