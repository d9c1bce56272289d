package rebound.source.logs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields of one record, by their names without case and punctuation: services write {@code smtp-id} here and
 * {@code SMTP ID} there.
 *
 * @param values texts, {@link Fields} and lists of these
 */
record Fields(Map<String, Object> values) {

	static final Fields NONE = new Fields(Map.of());

	/** @return the form in which names are compared: letters and digits, in lower case */
	static String key(String name) {
		StringBuilder key = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c >= 'A' && c <= 'Z') {
				key.append((char) (c | 0x20));
			} else if (Character.isLetterOrDigit(c)) {
				key.append(c);
			}
		}
		return key.toString();
	}

	/** @return whether all these fields are there, empty or not; names as {@link #key} gives them */
	boolean has(String... keys) {
		for (String key : keys) {
			if (!values.containsKey(key)) {
				return false;
			}
		}
		return true;
	}

	/** @return the first of these fields that holds text, or {@code null} */
	String text(String... keys) {
		for (String key : keys) {
			if (values.get(key) instanceof String text && !text.isBlank()) {
				return text.strip();
			}
		}
		return null;
	}

	/** @return the text, or the empty string */
	String textOrEmpty(String... keys) {
		String text = text(keys);
		return text == null ? "" : text;
	}

	/** @return the object in a field, or one without fields */
	Fields child(String key) {
		return values.get(key) instanceof Fields fields ? fields : NONE;
	}

	/** @return the objects in a field's list */
	List<Fields> children(String key) {
		List<Fields> children = new ArrayList<>();
		if (values.get(key) instanceof List<?> list) {
			list.forEach(element -> {
				if (element instanceof Fields fields) {
					children.add(fields);
				}
			});
		}
		return children;
	}

	/** @return the texts in a field's list, or the text in the field */
	List<String> texts(String key) {
		List<String> texts = new ArrayList<>();
		switch (values.get(key)) {
			case List<?> list -> list.forEach(element -> {
				if (element instanceof String text && !text.isBlank()) {
					texts.add(text.strip());
				}
			});
			case String text when !text.isBlank() -> texts.add(text.strip());
			case null, default -> {
				// Nothing there.
			}
		}
		return texts;
	}
}
