package rebound.store.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/** Reads Date fields (RFC 5322, 3.3 and the obsolete forms of 4.3). */
final class MailDate {
	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");
	private static final List<String> ZONES = List.of("pst", "pdt", "mst", "mdt", "cst", "cdt", "est", "edt");
	private static final int[] ZONE_HOURS = { -8, -7, -7, -6, -6, -5, -5, -4 };

	private MailDate() {
	}

	/** @return the instant, or {@code null} if the text tells none */
	static Instant parse(String text) {
		if (text == null || text.length() > 200) {
			return null;
		}
		StringTokenizer tokens = new StringTokenizer(text.toLowerCase(Locale.ROOT), " ,\t\r\n");
		try {
			String token = tokens.nextToken();
			if (!Character.isDigit(token.charAt(0))) {
				token = tokens.nextToken();
			}
			int day = Integer.parseInt(token);
			String name = tokens.nextToken();
			int month = MONTHS.indexOf(name.substring(0, Math.min(3, name.length()))) + 1;
			int year = Integer.parseInt(tokens.nextToken());
			if (year < 100) {
				year += year < 50 ? 2000 : 1900;
			}
			LocalTime time = time(tokens.nextToken());
			ZoneOffset zone = tokens.hasMoreTokens() ? zone(tokens.nextToken()) : ZoneOffset.UTC;
			return LocalDate.of(year, month, day).atTime(time).toInstant(zone);
		} catch (DateTimeException | NumberFormatException | java.util.NoSuchElementException noDate) {
			return null;
		}
	}

	private static LocalTime time(String text) {
		int hourEnd = text.indexOf(':');
		if (hourEnd < 0) {
			throw new NumberFormatException(text);
		}
		int minuteEnd = end(text, hourEnd + 1);
		int second = minuteEnd == text.length() ? 0 : number(text, minuteEnd + 1, end(text, minuteEnd + 1));
		return LocalTime.of(number(text, 0, hourEnd), number(text, hourEnd + 1, minuteEnd), Math.min(59, second));
	}

	private static int number(String text, int from, int to) {
		return Integer.parseInt(text, from, to, 10);
	}

	private static int end(String text, int from) {
		int colon = text.indexOf(':', from);
		return colon < 0 ? text.length() : colon;
	}

	private static ZoneOffset zone(String text) {
		if (text.length() == 5 && (text.charAt(0) == '+' || text.charAt(0) == '-')) {
			int number = Integer.parseInt(text.substring(1));
			int minutes = number / 100 * 60 + number % 100;
			return ZoneOffset.ofTotalSeconds((text.charAt(0) == '-' ? -60 : 60) * minutes);
		}
		int known = ZONES.indexOf(text);
		return known < 0 ? ZoneOffset.UTC : ZoneOffset.ofHours(ZONE_HOURS[known]);
	}
}
