package rebound.parse;

import java.io.IOException;
import java.io.InputStream;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.DeliveryReport;

/** Reads what a mail reports. Safe for use by several threads; no input makes it fail. */
@ProviderType
public interface MailParser {

	/**
	 * Reads one mail in any of the newline conventions, with or without a leading mbox {@code From } line.
	 *
	 * @param mail the raw mail (RFC 5322); read to its end or to a limit, not closed
	 * @return what it reports; a mail that is no report has form {@code OTHER}
	 * @throws IOException if the stream fails; never because of what the mail contains
	 */
	DeliveryReport parse(InputStream mail) throws IOException;
}
