package rebound.source.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import rebound.source.internal.CompoundFile.Folder;

/**
 * An Outlook message file ([MS-OXMSG]) as the mail it was: the header of its transport where Outlook has kept it, the
 * text, and the parts that a report is made of. Exchange takes reports apart; what it keeps of each recipient becomes a
 * delivery status again (RFC 3464).
 */
final class OutlookMessage {

	private static final String BOUNDARY = "=_outlook-message";
	private static final Charset ANSI = Charset.forName("windows-1252");
	private static final long SECONDS_BEFORE_1970 = 11_644_473_600L;
	private static final int MOST_PARTS = 100;
	private static final int DEEPEST = 2;
	/** Number and name of the header fields of the transport that the mail's own parts replace. */
	private static final List<String> REPLACED = List.of("content-type:", "content-transfer-encoding:",
			"mime-version:");

	private final Folder message;
	private final ByteArrayOutputStream mail = new ByteArrayOutputStream();

	private OutlookMessage(Folder message) {
		this.message = message;
	}

	/** @return the mail (RFC 5322) */
	static byte[] mail(byte[] file) throws IOException {
		return new OutlookMessage(CompoundFile.read(file)).compose(0);
	}

	private byte[] compose(int depth) {
		String kind = text(message, "001A").toUpperCase(Locale.ROOT);
		boolean report = kind.startsWith("REPORT.") && (kind.endsWith(".NDR") || kind.endsWith(".DR"));
		String transport = text(message, "007D");
		boolean isReport = report || transport.toLowerCase(Locale.ROOT).contains("multipart/report");
		header(transport);
		line("MIME-Version: 1.0");
		line("Content-Type: multipart/" + (isReport ? "report; report-type=delivery-status" : "mixed") + "; boundary=\""
				+ BOUNDARY + depth + "\"");
		line("");
		part(depth, "text/plain; charset=utf-8", body().getBytes(StandardCharsets.UTF_8));
		if (report) {
			part(depth, "message/delivery-status", status().getBytes(StandardCharsets.UTF_8));
			part(depth, "text/rfc822-headers", original().getBytes(StandardCharsets.UTF_8));
		}
		for (Folder attachment : folders("__ATTACH_VERSION1.0_").values()) {
			attachment(attachment, depth);
		}
		line("--" + BOUNDARY + depth + "--");
		return mail.toByteArray();
	}

	private void header(String transport) {
		if (transport.isBlank()) {
			field("From", sender());
			field("To", text(message, "0E04"));
			field("Subject", text(message, "0037"));
			field("Date", date(message, "0E06", "0039"));
			field("Message-ID", text(message, "1035"));
			return;
		}
		boolean left = false;
		for (String line : transport.split("\r\n|\r|\n")) {
			boolean continued = line.startsWith(" ") || line.startsWith("\t");
			String lower = line.toLowerCase(Locale.ROOT);
			left = continued ? left : REPLACED.stream().anyMatch(lower::startsWith);
			if (!left && !line.isBlank() && (continued || line.indexOf(':') > 0)) {
				line(line);
			}
		}
	}

	private String sender() {
		String address = text(message, "5D01");
		return address.isEmpty() ? text(message, "0C1F") : address;
	}

	private String body() {
		String text = text(message, "1001");
		text = text.isBlank() ? text(message, "1000") : text;
		if (!text.isBlank()) {
			return text;
		}
		byte[] html = message.stream("__SUBSTG1.0_10130102");
		return html == null ? text(message, "1013") : new String(html, StandardCharsets.UTF_8);
	}

	/** What Exchange keeps of a report, as its fields. */
	private String status() {
		StringBuilder status = new StringBuilder();
		append(status, "Reporting-MTA: dns; ", text(message, "6820"));
		for (Folder recipient : folders("__RECIP_VERSION1.0_").values()) {
			String address = text(recipient, "39FE");
			address = address.isEmpty() ? text(recipient, "3003") : address;
			String said = text(recipient, "0C1B");
			status.append("\r\n");
			append(status, "Final-Recipient: rfc822; ", address);
			append(status, "Action: ", text(message, "001A").toUpperCase(Locale.ROOT).endsWith(".NDR")
					? "failed"
					: "delivered");
			append(status, "Remote-MTA: dns; ", text(recipient, "0C21"));
			append(status, "Diagnostic-Code: smtp; ", said);
		}
		return status.toString();
	}

	private String original() {
		StringBuilder original = new StringBuilder();
		append(original, "Message-ID: ", text(message, "1046"));
		append(original, "Subject: ", text(message, "0049"));
		append(original, "To: ", text(message, "0074"));
		append(original, "Date: ", date(message, "004E"));
		return original.toString();
	}

	private void attachment(Folder attachment, int depth) {
		Folder inner = attachment.folders().get("__SUBSTG1.0_3701000D");
		if (inner != null && depth < DEEPEST) {
			part(depth, "message/rfc822", new OutlookMessage(inner).compose(depth + 1));
			return;
		}
		byte[] data = attachment.stream("__SUBSTG1.0_37010102");
		String type = text(attachment, "370E").toLowerCase(Locale.ROOT);
		if (data != null && (type.startsWith("message/") || type.equals("text/rfc822-headers"))) {
			part(depth, type.replaceAll("[^a-z0-9/.+-]", ""), data);
		}
	}

	/** The folders whose names begin so, in the order of their numbers. */
	private Map<String, Folder> folders(String prefix) {
		Map<String, Folder> found = new TreeMap<>();
		message.folders().forEach((name, folder) -> {
			if (name.startsWith(prefix) && found.size() < MOST_PARTS) {
				found.put(name, folder);
			}
		});
		return found;
	}

	/** @return the text of a property, or the empty string */
	private static String text(Folder folder, String property) {
		byte[] unicode = folder.stream("__SUBSTG1.0_" + property + "001F");
		byte[] ansi = folder.stream("__SUBSTG1.0_" + property + "001E");
		return unicode != null
				? new String(unicode, StandardCharsets.UTF_16LE)
				: ansi == null ? "" : new String(ansi, ANSI);
	}

	/** @return the first of these properties that is a time, as a Date field has it, or the empty string */
	private static String date(Folder folder, String... properties) {
		byte[] fixed = folder.stream("__PROPERTIES_VERSION1.0");
		ByteBuffer values = ByteBuffer.wrap(fixed == null ? new byte[0] : fixed).order(ByteOrder.LITTLE_ENDIAN);
		for (String property : properties) {
			int tag = Integer.parseInt(property, 16) << 16 | 0x40;
			// The head has 32 bytes in a file and 24 in a message within another; an entry has 16.
			for (int at = values.capacity() % 16 == 0 ? 32 : 24; at + 16 <= values.capacity(); at += 16) {
				if (values.getInt(at) == tag) {
					Instant time = Instant.ofEpochSecond(values.getLong(at + 8) / 10_000_000 - SECONDS_BEFORE_1970);
					return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
				}
			}
		}
		return "";
	}

	private static void append(StringBuilder fields, String name, String value) {
		String clean = value.replaceAll("[\\r\\n\\x00]+", " ").strip();
		if (!clean.isEmpty()) {
			fields.append(name).append(clean).append("\r\n");
		}
	}

	private void field(String name, String value) {
		StringBuilder field = new StringBuilder();
		append(field, name + ": ", value);
		mail.writeBytes(field.toString().getBytes(StandardCharsets.UTF_8));
	}

	private void part(int depth, String type, byte[] content) {
		if (mail.size() + content.length > Archive.MAIL_LIMIT) {
			return;
		}
		line("--" + BOUNDARY + depth);
		line("Content-Type: " + type);
		line("Content-Transfer-Encoding: 8bit");
		line("");
		mail.writeBytes(content);
		line("");
	}

	private void line(String text) {
		mail.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
	}
}
