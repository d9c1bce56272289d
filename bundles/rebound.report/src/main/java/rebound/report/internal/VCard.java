package rebound.report.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.report.Labels;
import rebound.report.ReportRow;

/** Writes a row as a vCard (RFC 6350, RFC 2426): the bounced address is marked, another one is preferred. */
final class VCard {

	private static final int LONGEST_LINE = 75;
	private static final DateTimeFormatter REVISION = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
			.withZone(ZoneOffset.UTC);

	private final boolean isThree;
	private final Labels labels;
	private final StringBuilder card = new StringBuilder();

	VCard(String version, Labels labels) {
		isThree = version.equals("3.0");
		this.labels = labels;
	}

	String of(ReportRow row) {
		Customer customer = row.customer();
		line("BEGIN", "VCARD");
		line("VERSION", isThree ? "3.0" : "4.0");
		line("UID", isThree ? text(customer.id()) : "urn:rebound:customer:" + uri(customer.id()));
		line("FN", text(formattedName(row)));
		line("N", text(customer.lastName()) + ';' + text(customer.firstName()) + ";;" + text(customer.salutation())
				+ ';');
		if (customer.company() != null) {
			line("ORG", text(customer.company())
					+ (customer.department() == null ? "" : ';' + text(customer.department())));
		}
		if (customer.jobTitle() != null) {
			line("TITLE", text(customer.jobTitle()));
		}
		telephone("work", customer.phone());
		telephone("cell", customer.mobile());
		address(customer);
		emails(row);
		if (customer.website() != null) {
			line("URL", text(customer.website()));
		}
		line("CATEGORIES", "Bounced");
		line("NOTE", text(note(row)));
		Instant changed = row.last().occurred();
		if (changed != null) {
			line("REV", REVISION.format(changed));
		}
		line("END", "VCARD");
		return card.toString();
	}

	private static String formattedName(ReportRow row) {
		String name = row.customer().displayName();
		return !name.isEmpty() ? name : row.customer().company() != null ? row.customer().company() : row.email();
	}

	private void telephone(String type, String number) {
		if (number == null) {
			return;
		}
		String digits = number.replaceAll("[^0-9]", "");
		if (isThree || !number.strip().startsWith("+") || digits.isEmpty()) {
			line("TEL;TYPE=" + type, text(number));
		} else {
			line("TEL;VALUE=uri;TYPE=" + type, "tel:+" + digits);
		}
	}

	private void address(Customer customer) {
		if (customer.street() != null || customer.city() != null || customer.postalCode() != null) {
			line("ADR;TYPE=work", ";;" + text(customer.street()) + ';' + text(customer.city()) + ';'
					+ text(customer.region()) + ';' + text(customer.postalCode()) + ';' + text(customer.countryCode()));
		}
	}

	private void emails(ReportRow row) {
		AddressKey bounced = AddressKey.of(row.email());
		boolean preferred = false;
		List<String> emails = row.customer().emails();
		for (String email : emails) {
			if (!AddressKey.of(email).equals(bounced)) {
				String first = isThree ? ";TYPE=INTERNET,PREF" : ";PREF=1";
				line("EMAIL" + (preferred ? isThree ? ";TYPE=INTERNET" : "" : first), text(email));
				preferred = true;
			}
		}
		line("EMAIL" + (isThree ? ";TYPE=INTERNET" : ";PREF=100") + ";X-BOUNCE-STATUS="
				+ row.last().verdict().type().id(), text(row.email()));
	}

	private String note(ReportRow row) {
		String reason = row.last().verdict().reason() == null ? "" : labels.reason(row.last().verdict().reason());
		String answer = row.last().status().diagnostic();
		String action = row.findings().suggestedEmail() == null
				? ""
				: "\n" + labels.text("column.suggested_email") + ": " + row.findings().suggestedEmail();
		return row.email() + ": " + reason + (answer == null ? "" : "\n" + Text.oneLine(answer)) + action;
	}

	/** @return the text with what has a meaning in a vCard escaped (RFC 6350, 3.4) */
	private static String text(String text) {
		if (text == null) {
			return "";
		}
		StringBuilder out = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '\\', ',', ';' -> out.append('\\').append(c);
				case '\n' -> out.append("\\n");
				default -> out.append(c < 0x20 || c == 0x7f ? ' ' : Text.isLoneSurrogate(text, i) ? '\ufffd' : c);
			}
		}
		return out.toString();
	}

	private static String uri(String text) {
		StringBuilder uri = new StringBuilder();
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xff);
			boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
					|| "-._~".indexOf(c) >= 0;
			uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
		}
		return uri.toString();
	}

	/** Appends a line, folded so that none has more than 75 octets and no character is cut (RFC 6350, 3.2). */
	private void line(String name, String value) {
		String line = name + ':' + value;
		int octets = 0;
		for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
			int character = line.codePointAt(i);
			int length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
			if (octets + length > LONGEST_LINE) {
				card.append("\r\n ");
				octets = 1;
			}
			card.appendCodePoint(character);
			octets += length;
		}
		card.append("\r\n");
	}
}
