package rebound.source.logs.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import rebound.model.Action;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Original;
import rebound.model.Original.Header;
import rebound.model.RecipientStatus;

/** What one record tells, collected field by field. */
final class Told {

	private static final int MOST_HEADERS = 50;
	private static final int LONGEST_CLASS = 200;

	private final String format;
	private final List<RecipientStatus> recipients = new ArrayList<>();
	private final List<Header> headers = new ArrayList<>();
	private Action action = Action.FAILED;
	private boolean complaint;
	private String serviceClass;
	private Instant at;
	private Instant sent;
	private String host;
	private String returnPath;
	private String messageId;
	private String subject;
	private String from;
	private String to;
	private boolean codesInFields;

	/** @param format id of the event source */
	Told(String format) {
		this.format = format;
	}

	Told failed() {
		action = Action.FAILED;
		return this;
	}

	Told delayed() {
		action = Action.DELAYED;
		return this;
	}

	Told delivered() {
		action = Action.DELIVERED;
		return this;
	}

	Told complained() {
		complaint = true;
		return this;
	}

	/** What the service itself calls the event, for example {@code "HardBounce"}. */
	Told is(String name) {
		serviceClass = name == null || name.isBlank() ? null : name.strip();
		return this;
	}

	Told at(Instant when) {
		at = when;
		return this;
	}

	/** When the original message was sent. */
	Told sent(Instant when) {
		sent = when;
		return this;
	}

	/** The server that logs. */
	Told by(String reportingMta) {
		host = reportingMta;
		return this;
	}

	/** The envelope sender of the original message. */
	Told returnPath(String address) {
		returnPath = address;
		return this;
	}

	/** Message-ID of the original message, with or without its {@code <>}. */
	Told messageId(String id) {
		if (id != null && id.indexOf('@') > 0) {
			messageId = id.startsWith("<") ? id : '<' + id + '>';
		}
		return this;
	}

	Told subject(String text) {
		subject = text;
		return this;
	}

	Told from(String address) {
		from = address;
		return this;
	}

	Told addressedTo(String address) {
		to = address;
		return this;
	}

	/** A header field of the original message that tells a campaign; {@code null} for none. */
	Told header(String name, String value) {
		if (name != null && value != null && !value.isBlank() && headers.size() < MOST_HEADERS) {
			headers.add(new Header(name, value));
		}
		return this;
	}

	/**
	 * Adds whom it tells of. Call after the action is set; values that the record does not have are {@code null}.
	 *
	 * @param original the address as the sender knows it, where it is another
	 * @param status   the enhanced status code, maybe beside other words
	 * @param code     the reply code, or text without one
	 * @param text     the reply or error text
	 * @param remote   the server that answered
	 */
	Told recipient(String address, String original, String status, String code, String text, String remote) {
		if (address != null && address.indexOf('@') > 0) {
			EnhancedStatus enhanced = status == null ? null : EnhancedStatus.of(status.strip()).orElse(null);
			codesInFields |= enhanced != null;
			boolean other = original != null && !original.equalsIgnoreCase(address) && original.indexOf('@') > 0;
			recipients.add(new RecipientStatus(address, other ? original : null, complaint ? null : action, enhanced,
					reply(code), text, null, remote));
		}
		return this;
	}

	/** @return what is told, or {@code null} if it names nobody */
	DeliveryReport report() {
		if (recipients.isEmpty()) {
			return null;
		}
		String notice = serviceClass == null
				? null
				: format + " class: " + serviceClass.substring(0, Math.min(LONGEST_CLASS, serviceClass.length()));
		List<RecipientStatus> said = complaint
				? recipients
				: recipients.stream().map(one -> hasSaid(one) ? one : saying(one, notice)).toList();
		Form form = complaint ? Form.FEEDBACK_REPORT : codesInFields ? Form.DELIVERY_STATUS : Form.PLAIN_BOUNCE;
		String date = sent == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atZone(ZoneOffset.UTC));
		return new DeliveryReport(form, format, null, null, null, at, host, returnPath, notice, said,
				new Original(messageId, subject, from, to, date, headers), null, List.of());
	}

	/** Where nothing else is said, the service's own word is all there is. */
	private static boolean hasSaid(RecipientStatus one) {
		return one.status() != null || one.replyCode() > 0 || one.diagnostic() != null && !one.diagnostic().isBlank();
	}

	private static RecipientStatus saying(RecipientStatus one, String text) {
		return new RecipientStatus(one.recipient(), one.originalRecipient(), one.action(), null, 0, text, null,
				one.remoteMta());
	}

	private static int reply(String code) {
		String digits = code == null ? "" : code.strip();
		boolean isReply = digits.length() == 3 && digits.charAt(0) >= '2' && digits.charAt(0) <= '5'
				&& Character.isDigit(digits.charAt(1)) && Character.isDigit(digits.charAt(2));
		return isReply ? Integer.parseInt(digits) : 0;
	}
}
