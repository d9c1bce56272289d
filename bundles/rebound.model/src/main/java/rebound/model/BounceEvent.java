package rebound.model;

import java.time.Instant;

/**
 * One thing that happened to one address, as it is stored. Absent values are {@code null}.
 *
 * @param id           stable: the same mail and recipient give the same id, whenever and wherever they are read
 * @param address      whom it counts for: the original recipient where known, else the final one
 * @param occurred     when the report was written, or read if it does not say
 * @param received     when Rebound read it
 * @param campaignId   the campaign it belongs to
 * @param status       what the report said
 * @param verdict      what it was judged to mean
 * @param reportingMta the server that reported
 * @param messageId    Message-ID of the original message
 * @param layout       id of the layout that was recognised in the mail
 * @param source       where it came from: {@code imap}, {@code pop3}, {@code file} or {@code log}
 * @param mailHash     SHA-256 of the raw mail in lower-case hexadecimal; the mail itself is kept under it
 */
public record BounceEvent(String id, AddressKey address, Instant occurred, Instant received, String campaignId,
		RecipientStatus status, Verdict verdict, String reportingMta, String messageId, String layout, String source,
		String mailHash) {
}
