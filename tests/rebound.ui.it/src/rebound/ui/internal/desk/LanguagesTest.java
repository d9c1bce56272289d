package rebound.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The window says everything in five languages, and nothing beside them. */
class LanguagesTest {

	private static final List<String> OTHERS = List.of("de", "sv", "fr", "es");
	private static final Path BUNDLE = Path.of(System.getProperty("rebound.ui"));
	private static final Path PRODUCT = BUNDLE.resolveSibling("rebound.ui.product");
	private static final Path SOURCES = BUNDLE.resolve("src/main/java");
	/** The files with words that people see, without ending and language. */
	private static final List<Path> FILES = List.of(
			BUNDLE.resolve("src/main/resources/rebound/ui/internal/desk/messages"), BUNDLE.resolve("plugin"),
			PRODUCT.resolve("product"),
			BUNDLE.resolveSibling("rebound.policy/src/main/resources/OSGI-INF/l10n/policy"),
			BUNDLE.resolveSibling("rebound.pipeline/src/main/resources/OSGI-INF/l10n/retention"),
			BUNDLE.resolveSibling("rebound.source/src/main/resources/OSGI-INF/l10n/mailbox"),
			BUNDLE.resolveSibling("rebound.source/src/main/resources/OSGI-INF/l10n/file"));
	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
	private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
	/** Arguments and names are the same in every language. */
	private static final Pattern SAME = Pattern.compile("\\{[^}]*\\}|Rebound|JSON Lines");
	/** What a programmer is told when the program is wrong, no user ever. */
	private static final Pattern FOR_PROGRAMMERS = Pattern.compile("new \\w+(Exception|Error)\\(");
	private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
	private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");

	private static Map<String, String> read(Path file, String language) throws IOException {
		Properties properties = new Properties();
		String name = file.getFileName() + (language.isEmpty() ? "" : '_' + language) + ".properties";
		try (var in = Files.newBufferedReader(file.resolveSibling(name))) {
			properties.load(in);
		}
		Map<String, String> words = new HashMap<>();
		properties.forEach((key, text) -> words.put(key.toString(), text.toString()));
		return words;
	}

	private interface Check {
		/** @return what is wrong with a text, or {@code null} */
		String wrong(String key, String english, String text);
	}

	private static void everyText(Check check) throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Path file : FILES) {
			Map<String, String> english = read(file, "");
			for (String language : OTHERS) {
				read(file, language).forEach((key, text) -> {
					String found = english.containsKey(key) ? check.wrong(key, english.get(key), text) : null;
					if (found != null) {
						wrong.add(file.getFileName() + "_" + language + ' ' + key + ": " + found);
					}
				});
			}
		}
		assertEquals("", String.join("\n", wrong));
	}

	@Test
	void allHaveTheSameKeys() throws IOException {
		for (Path file : FILES) {
			Set<String> english = new TreeSet<>(read(file, "").keySet());
			for (String language : OTHERS) {
				assertEquals(english, new TreeSet<>(read(file, language).keySet()), file + " " + language);
			}
		}
	}

	/** English comes from the platform. */
	@Test
	void theSameWordsOfThePlatformAreTranslated() throws IOException {
		for (String file : List.of("rebound.ui.nl/org/eclipse/jface/messages",
				"rebound.ui.nl.workbench/org/eclipse/ui/internal/messages", "rebound.ui.nl.updates/plugin")) {
			Path words = BUNDLE.resolveSibling(file);
			for (String language : OTHERS) {
				assertEquals(read(words, "de").keySet(), read(words, language).keySet(), file + language);
			}
		}
	}

	@Test
	void allPutTheSameValuesIn() throws IOException {
		everyText((key, english, text) -> arguments(english).equals(arguments(text)) ? null : text);
	}

	private static Set<String> arguments(String text) {
		Set<String> found = new TreeSet<>();
		Matcher argument = ARGUMENT.matcher(text);
		while (argument.find()) {
			found.add(argument.group(1));
		}
		return found;
	}

	@Test
	void nothingIsLeftInEnglish() throws IOException {
		everyText((key, english, text) -> text.equals(english)
				&& WORD.matcher(SAME.matcher(text).replaceAll("")).results().count() > 1 ? text : null);
	}

	/** Java forgets the outer choice when an inner one is formatted. */
	@Test
	void noChoiceIsWithinAChoice() throws IOException {
		everyText((key, english, text) -> nested(text) || nested(english) ? text : null);
	}

	private static boolean nested(String text) {
		int depth = 0;
		int choice = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '{') {
				depth++;
				if (text.startsWith(",choice,", i + 2)) {
					if (choice > 0) {
						return true;
					}
					choice = depth;
				}
			} else if (c == '}') {
				depth--;
				choice = depth < choice ? 0 : choice;
			}
		}
		return false;
	}

	@Test
	void frenchKeepsItsMarksOnTheLine() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Path file : FILES) {
			read(file, "fr").forEach((key, text) -> {
				if (text.matches("(?s).* [:;!?»%].*|.*« .*|.*\\p{L}'\\p{L}.*")) {
					wrong.add(key + ": " + text);
				}
			});
		}
		assertEquals("", String.join("\n", wrong));
	}

	@Test
	void noTwoEntriesOfAMenuShareAMnemonic() throws Exception {
		List<String> wrong = new ArrayList<>();
		for (String language : Stream.concat(Stream.of(""), OTHERS.stream()).toList()) {
			Map<String, String> words = read(PRODUCT.resolve("product"), language);
			for (Element bar : elements(xml(PRODUCT.resolve("fragment.xml")), "menuContribution")) {
				if (bar.getAttribute("locationURI").startsWith("menu:")) {
					mnemonics(bar, words, language, wrong);
				}
			}
		}
		assertEquals("", String.join("\n", wrong));
	}

	private static void mnemonics(Element menu, Map<String, String> words, String language, List<String> wrong) {
		Set<String> seen = new TreeSet<>();
		for (Node node = menu.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (!(node instanceof Element entry) || !Set.of("menu", "command").contains(entry.getTagName())) {
				continue;
			}
			String label = entry.getAttribute("label");
			String text = words.getOrDefault(label.isEmpty() ? "" : label.substring(1), "");
			int at = text.indexOf('&') + 1;
			if (at == 0 || at == text.length() || !seen.add(text.substring(at, at + 1).toLowerCase(Locale.ROOT))) {
				wrong.add(language + ' ' + label + " = " + text);
			}
			mnemonics(entry, words, language, wrong);
		}
	}

	@Test
	void allThatTheWorkbenchShowsIsTranslated() throws Exception {
		assertEquals("", untranslated(BUNDLE.resolve("plugin.xml"), BUNDLE.resolve("plugin")));
		assertEquals("", untranslated(PRODUCT.resolve("fragment.xml"), PRODUCT.resolve("product")));
	}

	private static String untranslated(Path extensions, Path words) throws Exception {
		Map<String, String> english = read(words, "");
		List<String> wrong = new ArrayList<>();
		for (Element each : elements(xml(extensions), "*")) {
			for (String attribute : List.of("name", "label", "description", "tooltip")) {
				String value = each.getAttribute(attribute);
				boolean isShown = !value.isEmpty() && !Set.of("property", "separator").contains(each.getTagName());
				if (isShown && !(value.startsWith("%") && english.containsKey(value.substring(1)))) {
					wrong.add(each.getTagName() + ' ' + attribute + '=' + value);
				}
			}
		}
		return String.join("\n", wrong);
	}

	@Test
	void noSentenceStandsInTheSources() throws IOException {
		List<String> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
				for (String line : Files.readAllLines(file)) {
					String code = line.strip();
					boolean isComment = code.startsWith("*") || code.startsWith("/");
					if (!isComment && !FOR_PROGRAMMERS.matcher(code).find() && LITERAL.matcher(code).results()
							.anyMatch(literal -> SENTENCE.matcher(literal.group()).find())) {
						wrong.add(file.getFileName() + ": " + code);
					}
				}
			}
		}
		assertEquals("", String.join("\n", wrong));
	}

	private static Element xml(Path file) throws Exception {
		return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile())
				.getDocumentElement();
	}

	private static List<Element> elements(Element parent, String tag) {
		var nodes = parent.getElementsByTagName(tag);
		List<Element> found = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			found.add((Element) nodes.item(i));
		}
		return found;
	}
}
