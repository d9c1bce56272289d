package rebound.ui.internal.desk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import rebound.model.Reason;
import rebound.report.Labels;

/** The window's words in one language, English where there are none of it. */
public final class Texts {

	private final ResourceBundle words;
	private final Locale locale;
	private final Labels labels;

	/** @param locale the user's language and conventions for numbers and dates */
	public Texts(Locale locale) {
		this.locale = locale;
		this.words = ResourceBundle.getBundle("rebound.ui.internal.desk.messages", locale, Texts.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		this.labels = Labels.of(locale);
	}

	/** @return the text of this key, values put in as {@link MessageFormat} does */
	public String text(String key, Object... values) {
		return new MessageFormat(words.getString(key), locale).format(values);
	}

	/** @return the text of this key, or of the other one where there is none */
	public String textOr(String key, String otherwise, Object... values) {
		return text(has(key) ? key : otherwise, values);
	}

	/** @return the reason in a few words */
	public String reason(Reason reason) {
		return labels.reason(reason);
	}

	/** @return language and conventions */
	public Locale locale() {
		return locale;
	}

	private boolean has(String key) {
		try {
			return words.getString(key) != null;
		} catch (MissingResourceException none) {
			return false;
		}
	}
}
