package rebound.source;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes the mails of a source one after the other. To stop a source, throw from any method. */
@ConsumerType
public interface MailHandler {

	/** Takes the next mail. Its content may be opened later, too: see {@link RawMail#content()}. */
	void mail(RawMail mail);

	/** Takes what the next record of a log or an export tells. Who wants mails only need not care. */
	default void event(RawEvent event) {
	}

	/**
	 * Takes notice of something that can't be read.
	 *
	 * @param name  what the user knows it by
	 * @param cause why
	 */
	void unreadable(String name, Exception cause);

	/**
	 * Takes notice of how far the source has come; called often and cheap.
	 *
	 * @param fraction the part of the location that was handed over, from 0 to 1, never falling
	 */
	default void progress(double fraction) {
	}

	/**
	 * What a place with settings logs in with, if its kind's Metatype has an attribute of type password. It is kept apart
	 * from the settings, and never part of the location.
	 *
	 * @return empty if none is kept
	 */
	default Optional<String> password() {
		return Optional.empty();
	}
}
