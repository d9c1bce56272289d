package rebound.classify.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Exim prints the octets of a reply that are not ASCII as a backslash and three octal digits. */
final class EscapedOctets {

	private static final int LENGTH = 4;

	private EscapedOctets() {
	}

	/** @return the text with runs of such escapes read as UTF-8 */
	static String decode(String text) {
		StringBuilder decoded = new StringBuilder(text.length());
		ByteArrayOutputStream run = new ByteArrayOutputStream();
		int i = 0;
		while (i < text.length()) {
			int octet = octet(text, i);
			if (octet >= 0x80) {
				run.write(octet);
				i += LENGTH;
			} else {
				flush(run, decoded);
				decoded.append(text.charAt(i++));
			}
		}
		flush(run, decoded);
		return decoded.toString();
	}

	private static void flush(ByteArrayOutputStream run, StringBuilder decoded) {
		decoded.append(run.toString(StandardCharsets.UTF_8));
		run.reset();
	}

	private static int octet(String text, int at) {
		if (text.charAt(at) != '\\' || at + LENGTH > text.length()) {
			return -1;
		}
		int value = 0;
		for (int i = at + 1; i < at + LENGTH; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 7) {
				return -1;
			}
			value = value * 8 + digit;
		}
		return value < 256 ? value : -1;
	}
}
