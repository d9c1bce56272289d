package rebound.source.logs.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Reads points in time as logs and services write them. */
final class Times {

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");
	private static final int LONGEST = 40;
	private static final long LAST_SECOND = 100_000_000_000L;

	private final String text;
	private int at;

	private Times(String text) {
		this.text = text;
	}

	/**
	 * Reads seconds or milliseconds since 1970, ISO 8601 with {@code T} or a blank, {@code 23-11-2026 07:00:00} and the
	 * Date field's form (RFC 5322).
	 *
	 * @param zone where the text names none
	 * @return the point in time, or {@code null} if the text is none
	 */
	static Instant of(String text, ZoneId zone) {
		if (text == null || text.isBlank() || text.length() > LONGEST) {
			return null;
		}
		Times times = new Times(text.strip());
		try {
			return times.read(zone);
		} catch (DateTimeException | ArithmeticException noTime) {
			return null;
		}
	}

	/** @return the month whose English name begins so, from 1, or 0 */
	static int month(String name) {
		return name.length() < 3 ? 0 : MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
	}

	private Instant read(ZoneId zone) {
		int first = number();
		if (first < 0) {
			return mailDate(zone);
		}
		if (at == text.length() || peek() == '.') {
			return since1970();
		}
		if (peek() == ' ') {
			at = 0;
			return mailDate(zone);
		}
		boolean yearFirst = at == 4;
		at++;
		int month = number();
		at++;
		int last = number();
		int year = yearFirst ? first : last;
		int day = yearFirst ? last : first;
		return time(year, month, day, zone);
	}

	private Instant since1970() {
		int point = text.indexOf('.');
		String whole = point < 0 ? text : text.substring(0, point);
		if (whole.isEmpty() || whole.length() > 14) {
			return null;
		}
		long value = Long.parseLong(whole);
		String fraction = point < 0 ? "" : text.substring(point + 1);
		long millis = fraction.length() < 3 || !fraction.chars().allMatch(Character::isDigit)
				? 0
				: Integer.parseInt(fraction.substring(0, 3));
		return value > LAST_SECOND ? Instant.ofEpochMilli(value) : Instant.ofEpochMilli(value * 1000 + millis);
	}

	/** {@code Mon, 23 Nov 2026 07:00:00 +0000}, the name of the day left out or not. */
	private Instant mailDate(ZoneId zone) {
		int comma = text.indexOf(',');
		at = comma < 0 ? 0 : comma + 1;
		blanks();
		int day = number();
		blanks();
		int nameEnd = at;
		while (nameEnd < text.length() && Character.isLetter(text.charAt(nameEnd))) {
			nameEnd++;
		}
		int month = month(text.substring(at, nameEnd));
		at = nameEnd;
		blanks();
		int year = number();
		return month == 0 ? null : time(year, month, day, zone);
	}

	private Instant time(int year, int month, int day, ZoneId zone) {
		if (at < text.length() && (peek() == 'T' || peek() == 't')) {
			at++;
		}
		blanks();
		int hour = 0;
		int minute = 0;
		int second = 0;
		int nano = 0;
		if (at < text.length() && Character.isDigit(peek())) {
			hour = number();
			at++;
			minute = number();
			if (at < text.length() && peek() == ':') {
				at++;
				second = number();
			}
			if (at < text.length() && (peek() == '.' || peek() == ',')) {
				nano = fraction();
			}
		}
		LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59), nano);
		blanks();
		ZoneId said = at < text.length() ? zone(text.substring(at)) : null;
		return local.atZone(said == null ? zone : said).toInstant();
	}

	private int fraction() {
		at++;
		int nano = 0;
		int digits = 0;
		while (at < text.length() && Character.isDigit(peek())) {
			if (digits++ < 9) {
				nano = nano * 10 + peek() - '0';
			}
			at++;
		}
		for (; digits < 9; digits++) {
			nano *= 10;
		}
		return nano;
	}

	private static ZoneId zone(String name) {
		char sign = name.charAt(0);
		if (sign != '+' && sign != '-') {
			return "Z".equalsIgnoreCase(name) || name.startsWith("UTC") || name.startsWith("GMT")
					? ZoneOffset.UTC
					: null;
		}
		int digits = 0;
		int value = 0;
		for (int i = 1; i < name.length() && digits < 4; i++) {
			if (Character.isDigit(name.charAt(i))) {
				value = value * 10 + name.charAt(i) - '0';
				digits++;
			}
		}
		int minutes = digits <= 2 ? value * 60 : value / 100 * 60 + value % 100;
		return ZoneOffset.ofTotalSeconds((sign == '-' ? -60 : 60) * minutes);
	}

	private int number() {
		int start = at;
		int value = 0;
		while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
			value = at - start < 9 ? value * 10 + text.charAt(at) - '0' : value;
			at++;
		}
		return at == start ? -1 : value;
	}

	private char peek() {
		return text.charAt(at);
	}

	private void blanks() {
		while (at < text.length() && text.charAt(at) == ' ') {
			at++;
		}
	}
}
