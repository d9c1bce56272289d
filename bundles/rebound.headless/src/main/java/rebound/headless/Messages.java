package rebound.headless;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The command line's words in the user's language, English where there are none of it. */
public final class Messages {

	private final ResourceBundle words;
	private final Locale locale;

	/** @param wanted the user's language */
	public Messages(Locale wanted) {
		words = ResourceBundle.getBundle("rebound.headless.messages", wanted, Messages.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		locale = words.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : words.getLocale();
	}

	/** @return the sentence of this key, with the values put in as {@link String#format} does */
	public String text(String key, Object... values) {
		return String.format(locale, words.getString(key), values);
	}

	/** @return the word of this key, or the other text if there is none */
	public String word(String key, String otherwise) {
		try {
			return words.getString(key);
		} catch (MissingResourceException none) {
			return otherwise;
		}
	}

	/** @return the language the words are in */
	public Locale locale() {
		return locale;
	}

	/** @return all words, as picocli wants them */
	public ResourceBundle bundle() {
		return words;
	}
}
