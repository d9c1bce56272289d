package rebound.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import rebound.pipeline.internal.SentEntry.Field;

/** What the columns and fields of files of sent mail are called, and which events of a log are about sending. */
final class SentWords {

	/** A mail that bounced was sent, one that was dropped or rejected before was not. */
	private static final Set<String> SENDING = Set.of("processed", "delivered", "delivery", "send", "sent", "accepted",
			"request", "requests", "injection", "outbound", "success", "bounce", "bounced", "hardbounce", "softbounce",
			"deferred", "failed", "queued", "transactional", "bulk");

	private final Map<String, Field> fields = new HashMap<>();

	SentWords() {
		Properties words = new Properties();
		try (InputStream in = SentWords.class.getResourceAsStream("sent-words.properties");
				InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			words.load(text);
		} catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
		for (Field field : Field.values()) {
			for (String word : words.getProperty(field.name().toLowerCase(Locale.ROOT)).split(" ")) {
				fields.put(word, field);
			}
		}
	}

	/** @return what a name stands for, or {@code null} */
	Field field(String name) {
		return fields.get(folded(name));
	}

	/** @return whether an event's name, which may be absent, says that a mail was sent */
	static boolean isSending(String event) {
		return event == null || SENDING.contains(folded(event));
	}

	/** @return in lower case, letters and digits only, without accents */
	static String folded(String name) {
		StringBuilder folded = new StringBuilder(name.length());
		Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).codePoints()
				.filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
		return folded.toString();
	}
}
