package rebound.pipeline.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import rebound.model.Original;

/**
 * What a file tells of one mail that was sent, or of a campaign. Absent values are {@code null}.
 *
 * @param number     counted from 1
 * @param values     as written
 * @param recipients as written
 * @param original   the mail itself, where the file holds it
 * @param date       the mail's own date, where the file holds it
 */
record SentEntry(long number, Map<Field, String> values, List<String> recipients, Original original, Instant date) {

	/** What is told; the ids are those of the words' file. */
	enum Field {
		CAMPAIGN_ID, CAMPAIGN_NAME, SUBJECT, SENDER, TIME, COUNT, RECIPIENT, MESSAGE_ID, EVENT
	}

	SentEntry(long number, Map<Field, String> values, List<String> recipients) {
		this(number, values, recipients, null, null);
	}

	SentEntry {
		recipients = List.copyOf(recipients);
	}

	static Map<Field, String> none() {
		return new EnumMap<>(Field.class);
	}

	/** @return the value without white space around it, or {@code null} if there is none */
	String get(Field field) {
		String value = values.get(field);
		return value == null || value.isBlank() ? null : value.strip();
	}
}
