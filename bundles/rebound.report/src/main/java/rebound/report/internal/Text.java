package rebound.report.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The written form of values that machines read, and what is done to texts that came by mail. */
final class Text {

	private Text() {
	}

	/** @return the value as databases read it: ISO 8601 in UTC, decimal point, no grouping; {@code ""} for none */
	static String of(Object value) {
		if (value instanceof Instant instant) {
			return utc(instant);
		}
		if (value instanceof Double number) {
			return decimal(number);
		}
		return value == null ? "" : value.toString();
	}

	/** Written by hand: a formatter takes longer than all the rest of a row. */
	private static String utc(Instant instant) {
		LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
		StringBuilder text = new StringBuilder(20).append(time.toLocalDate()).append('T');
		two(text, time.getHour()).append(':');
		two(text, time.getMinute()).append(':');
		return two(text, time.getSecond()).append('Z').toString();
	}

	private static StringBuilder two(StringBuilder text, int number) {
		return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
	}

	/** @return the number with a decimal point, without an exponent and without needless zeros */
	static String decimal(double number) {
		if (number == Math.rint(number) && Math.abs(number) < 1e15) {
			return Long.toString((long) number);
		}
		return new BigDecimal(Double.toString(number)).toPlainString();
	}

	/** @return the text on one line: runs of line breaks, tabs and control characters become one space */
	static String oneLine(String text) {
		int bad = firstControl(text);
		if (bad < 0) {
			return text;
		}
		StringBuilder line = new StringBuilder(text.length()).append(text, 0, bad);
		boolean pending = false;
		for (int i = bad; i < text.length(); i++) {
			char c = text.charAt(i);
			if (isControl(c)) {
				pending = true;
			} else if (!pending || c != ' ') {
				if (pending && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
					line.append(' ');
				}
				pending = false;
				line.append(isLoneSurrogate(text, i) ? '\ufffd' : c);
			}
		}
		return line.toString();
	}

	/** @return whether the character at this place is half a pair without its other half */
	static boolean isLoneSurrogate(String text, int i) {
		char c = text.charAt(i);
		if (Character.isHighSurrogate(c)) {
			return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
		}
		return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
	}

	private static int firstControl(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isControl(text.charAt(i)) || isLoneSurrogate(text, i)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isControl(char c) {
		return c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029;
	}
}
