package rebound.model;

import java.time.Instant;

/**
 * One thing that happened to one address, as it is stored. Absent values are {@code null}.
 *
 * @param id           stable: the same original message, recipient, kind and status give the same id whenever and
 *                     wherever they are read; without a Message-ID the mail's hash takes its place
 * @param address      whom it counts for: the original recipient where known, else the final one
 * @param occurred     when the report was written, or read if it does not say
 * @param received     when Rebound read it
 * @param sent         when the original message was sent, by its Date field
 * @param campaignId   the campaign it belongs to
 * @param attribution  what tells the campaign
 * @param subject      of the original message, decoded
 * @param status       what the report said
 * @param verdict      what it was judged to mean
 * @param reportingMta the server that reported
 * @param messageId    Message-ID of the original message with its {@code <>}
 * @param layout       id of the layout that was recognised in the mail
 * @param source       where it came from: {@code imap}, {@code pop3}, {@code file} or {@code log}; or a mail and a log,
 *                     for example {@code imap+log}
 * @param mailHash     SHA-256 of the raw mail in lower-case hexadecimal; the mail itself is kept under it
 * @param autoReply    what an automatic answer or a forwarding address tells about the person
 */
public record BounceEvent(String id, AddressKey address, Instant occurred, Instant received, Instant sent,
		String campaignId, Attribution attribution, String subject, RecipientStatus status, Verdict verdict,
		String reportingMta, String messageId, String layout, String source, String mailHash, AutoReply autoReply) {

	/** @return the receiving mail host, as {@link MailHost#of} groups them */
	public String mailHost() {
		return MailHost.of(status.remoteMta(), address.domain());
	}

	/** @return the same event in another campaign */
	public BounceEvent in(String otherCampaign, Attribution evidence) {
		return new BounceEvent(id, address, occurred, received, sent, otherCampaign, evidence, subject, status, verdict,
				reportingMta, messageId, layout, source, mailHash, autoReply);
	}
}
