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

	/**
	 * Completes what a log or a sending service told without a mail: reads codes, the answered command and the
	 * answering host out of the texts, as if a mail had reported them.
	 *
	 * @param told what was told; its texts and addresses may be written as in the fields of a mail
	 */
	DeliveryReport complete(DeliveryReport told);
}
