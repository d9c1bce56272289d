package rebound.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import rebound.ui.internal.desk.HelpPages.Page;

class HelpPagesTest {

	private static final Path PLUGIN = Path.of(System.getProperty("rebound.ui"), "plugin.xml");
	private static final Path PRODUCT = PLUGIN.resolveSibling("../rebound.ui.product/fragment.xml");
	private static final Pattern VIEW = Pattern.compile("<e4view id=\"rebound\\.ui\\.(\\w+)\"");
	private static final Pattern COMMAND = Pattern.compile("<command id=\"rebound\\.ui\\.command\\.(\\w+)\"");

	private static final Pattern KEY = Pattern.compile("<key [^>]*sequence=\"([^\"]*)\"");

	private static List<Page> pages(String language) {
		return new HelpPages(Locale.of(language)).all();
	}

	private static Set<String> found(Pattern pattern, Path file) throws IOException {
		Matcher matcher = pattern.matcher(Files.readString(file));
		return matcher.results().map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyViewHasItsPage() throws IOException {
		Set<String> views = found(VIEW, PLUGIN);
		views.remove("help");
		List<String> pages = pages("en").stream().map(Page::id).toList();
		assertEquals(List.of(), views.stream().filter(view -> !pages.contains(view)).toList());
	}

	@Test
	void everyCommandOfAPageIsThere() throws IOException {
		Set<String> commands = found(COMMAND, PLUGIN);
		assertEquals(List.of(), pages("en").stream().flatMap(page -> page.commands().stream())
				.filter(id -> id.indexOf('.') < 0 && !commands.contains(id)).toList());
	}

	@Test
	void theDocumentationNamesAllKeys() throws IOException {
		String page = Files.readString(PLUGIN.resolveSibling("../../docs/desktop.md").normalize());
		assertEquals(List.of(),
				found(KEY, PRODUCT).stream().map(key -> key.replace("M1", "Ctrl").replace("M2", "Shift"))
						.filter(key -> !Pattern.compile(Pattern.quote(key) + "\\b").matcher(page).find()).toList());
	}

	@Test
	void everyLanguageHasTheSamePages() {
		for (String language : List.of("de", "sv", "fr", "es")) {
			List<Page> english = pages("en");
			List<Page> other = pages(language);
			assertEquals(english.stream().map(page -> page.id() + page.commands()).toList(),
					other.stream().map(page -> page.id() + page.commands()).toList(), language);
			for (int i = 0; i < english.size(); i++) {
				assertEquals(english.get(i).lines().stream().map(HelpPages.Line::kind).toList(),
						other.get(i).lines().stream().map(HelpPages.Line::kind).toList(), language + other.get(i).id());
				assertFalse(other.get(i).title().isBlank());
			}
		}
	}

	@Test
	void otherLanguagesAreHelpedInEnglish() {
		assertEquals(pages("en"), pages("fi"));
	}

	@Test
	void whatHasNoPageGetsTheFirst() {
		assertEquals(HelpPages.START, new HelpPages(Locale.ENGLISH).page("nothing").id());
	}
}
