package rebound.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What tells which campaign an event belongs to, best evidence first. */
public enum Attribution {
	/** The user said so. */
	HAND,
	/** A token in the return path (variable envelope return path). */
	VERP,
	/** A campaign header of the sending software, for example {@code X-Campaign-ID}. */
	CAMPAIGN_HEADER,
	/** {@code Feedback-ID} and the day of sending. */
	FEEDBACK_ID,
	/** {@code List-Id} (RFC 2919) and the day of sending. */
	LIST_ID,
	/** A campaign header of a sending service. */
	PROVIDER_HEADER,
	/** The Message-ID of a mail that is known to have been sent. */
	MESSAGE_ID,
	/** Subject, sender and the day of sending. */
	SUBJECT;

	/** @return the stable id that files and databases keep, for example {@code "list_id"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return the attribution with this id, or empty */
	public static Optional<Attribution> of(String id) {
		return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
	}
}
