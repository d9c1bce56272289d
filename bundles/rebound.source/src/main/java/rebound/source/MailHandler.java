package rebound.source;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the mails of a source one after the other. To stop a source, throw from either method. */
@ProviderType
public interface MailHandler {

	/** Takes the next mail. Its content may be opened until this method returns. */
	void mail(RawMail mail);

	/**
	 * Takes notice of something that can't be read.
	 *
	 * @param name  what the user knows it by
	 * @param cause why
	 */
	void unreadable(String name, Exception cause);
}
