package rebound.ui.internal.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The help pages in one language: sections of an XHTML file that comes with the program. */
public final class HelpPages {

	/** The page for whatever has none. */
	public static final String START = "start";
	/** The page of all keys; what it lists is not in the file. */
	public static final String KEYS = "keys";

	/** What a line of a page is. */
	public enum Kind {
		HEADING, TEXT, ITEM
	}

	/** A line of a page. */
	public record Line(Kind kind, String text) {
	}

	/**
	 * A page.
	 *
	 * @param id       what it is about: the last part of a view's id, or one of the names above
	 * @param commands ids of the commands whose keys belong to it, without their common beginning where they are ours
	 */
	public record Page(String id, String title, List<Line> lines, List<String> commands) {
	}

	private final List<Page> pages = new ArrayList<>();

	/** @param locale its language, or English where there is no help in it */
	public HelpPages(Locale locale) {
		try (InputStream own = HelpPages.class.getResourceAsStream("help_" + locale.getLanguage() + ".html");
				InputStream english = HelpPages.class.getResourceAsStream("help.html")) {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			Element file = factory.newDocumentBuilder().parse(own == null ? english : own).getDocumentElement();
			children(children(file, "body").getFirst(), "section").forEach(section -> pages.add(page(section)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (ParserConfigurationException | SAXException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Page page(Element section) {
		List<Line> lines = new ArrayList<>();
		String title = "";
		for (Element each : children(section, "*")) {
			switch (each.getTagName()) {
				case "h1" -> title = text(each);
				case "h2" -> lines.add(new Line(Kind.HEADING, text(each)));
				case "ul" -> children(each, "li").forEach(item -> lines.add(new Line(Kind.ITEM, text(item))));
				default -> lines.add(new Line(Kind.TEXT, text(each)));
			}
		}
		String commands = section.getAttribute("data-commands");
		return new Page(section.getAttribute("id"), title, List.copyOf(lines),
				commands.isEmpty() ? List.of() : List.of(commands.split(" ")));
	}

	private static List<Element> children(Element parent, String tag) {
		List<Element> found = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && (tag.equals("*") || tag.equals(element.getTagName()))) {
				found.add(element);
			}
		}
		return found;
	}

	/** Line ends and indents of the file are white space; a space that must not break a line is not. */
	private static String text(Element element) {
		return Objects.requireNonNull(element.getTextContent()).replaceAll("[ \\t\\n]+", " ").strip();
	}

	/** @return all pages, as in a table of contents */
	public List<Page> all() {
		return List.copyOf(pages);
	}

	/** @return the page of this id, or the first one */
	public Page page(String id) {
		return pages.stream().filter(each -> each.id().equals(id)).findFirst().orElse(pages.getFirst());
	}
}
