package rebound.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import rebound.model.Reason;

/** The report's words in one language. Machine names are no words: they are the same in all. */
public final class Labels {

	private final Map<String, String> words = new HashMap<>();
	private final Locale locale;

	/** The words are copied: a bundle throws an exception for each key that it has not, and a report asks for many. */
	private Labels(ResourceBundle bundle, Locale locale) {
		bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
		this.locale = locale;
	}

	/** @return the words of this language, English where there are none of it */
	public static Labels of(Locale locale) {
		return new Labels(ResourceBundle.getBundle("rebound.report.messages", locale, Labels.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)), locale);
	}

	/** @return the language */
	public Locale locale() {
		return locale;
	}

	/** @return the heading of a column for people */
	public String column(Column<?> column) {
		return text("column." + column.name(), column.name());
	}

	/** @return what a column holds, in a sentence; empty where the heading says it */
	public String about(Column<?> column) {
		return text("about." + column.name(), "");
	}

	/** @return the reason in a few words */
	public String reason(Reason reason) {
		return text("reason." + reason.id(), reason.id());
	}

	/** @return the word for an id of a list of ids, for example {@code value("status", "blocked")} */
	public String value(String list, String id) {
		return text(list + '.' + id, id);
	}

	/** @return the text of this key */
	public String text(String key) {
		return text(key, key);
	}

	private String text(String key, String otherwise) {
		return words.getOrDefault(key, otherwise);
	}
}
