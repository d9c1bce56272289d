package rebound.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import rebound.model.Original;
import rebound.parse.internal.Addresses;
import rebound.parse.internal.HeaderFields;
import rebound.parse.internal.MailDates;
import rebound.parse.internal.OriginalReader;

/**
 * A mail that was sent, as its copy tells. Absent values are {@code null}.
 *
 * @param original   what a bounce of it returns
 * @param sender     the From address without display name
 * @param recipients the addresses it was sent to (To, Cc and Bcc), at most {@link #MOST_RECIPIENTS}
 * @param date       its Date field
 */
public record SentMail(Original original, String sender, List<String> recipients, Instant date) {

	/** Longest list of recipients of one mail. */
	public static final int MOST_RECIPIENTS = 10_000;

	private static final int LONGEST_HEADER = 1 << 20;
	private static final List<String> RECIPIENT_FIELDS = List.of("To", "Cc", "Bcc");

	public SentMail {
		recipients = List.copyOf(recipients);
	}

	/**
	 * Reads a mail's header (RFC 5322).
	 *
	 * @param mail read to the end of the header or to a limit, not closed
	 * @return what it tells; of something that is no mail nothing
	 * @throws IOException if the stream fails; never because of what the mail contains
	 */
	public static SentMail read(InputStream mail) throws IOException {
		HeaderFields fields = HeaderFields.of(header(mail));
		List<String> recipients = new ArrayList<>();
		for (String name : RECIPIENT_FIELDS) {
			for (String value : fields.all(name)) {
				recipients.addAll(Addresses.list(value, MOST_RECIPIENTS - recipients.size()));
			}
		}
		String from = fields.first("From");
		List<String> senders = from == null ? List.of() : Addresses.list(from, 1);
		return new SentMail(OriginalReader.read(fields, null), senders.isEmpty() ? null : senders.getFirst(),
				recipients, MailDates.read(fields.raw("Date")));
	}

	/** The lines up to the first empty one; an mbox's {@code From } line before them is no field. */
	private static String header(InputStream mail) throws IOException {
		ByteArrayOutputStream header = new ByteArrayOutputStream(4096);
		int before = '\n';
		for (int c = mail.read(); c >= 0 && header.size() < LONGEST_HEADER; c = mail.read()) {
			if (c != '\r') {
				header.write(c);
				if (c == '\n' && before == '\n' && header.size() > 1) {
					break;
				}
				before = c;
			}
		}
		String text = header.toString(StandardCharsets.UTF_8);
		return text.startsWith("From ") ? text.substring(text.indexOf('\n') + 1) : text;
	}
}
