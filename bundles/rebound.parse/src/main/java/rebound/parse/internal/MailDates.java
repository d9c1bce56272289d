package rebound.parse.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads dates as mails write them (RFC 5322, 3.3, and its obsolete forms). */
public final class MailDates {

	private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
	/** RFC 5322, 4.3, and a few more that are met; hours east of Greenwich. */
	private static final List<String> ZONES = List.of("UT", "GMT", "UTC", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT",
			"PST", "PDT", "CET", "CEST", "JST", "BST", "MET", "MEST", "MSK");
	private static final int[] HOURS = { 0, 0, 0, 0, -5, -4, -6, -5, -7, -6, -8, -7, 1, 2, 9, 1, 1, 2, 3 };
	private static final int MAX_LENGTH = 100;
	private static final int FIRST_YEAR = 1970;

	private MailDates() {
	}

	/** @return the instant a Date field names, or {@code null} if it is none */
	public static Instant read(String value) {
		if (value == null) {
			return null;
		}
		List<String> words = words(value);
		int month = -1;
		int at = 0;
		while (at < words.size() && (month = monthOf(words.get(at))) < 0) {
			at++;
		}
		if (month < 0) {
			return null;
		}
		int day = number(words, at - 1);
		int next = at + 1;
		if (day < 1 || day > 31) {
			// The form of ctime(3): Mon Sep 20 19:29:27 2021.
			day = number(words, at + 1);
			next = at + 2;
		}
		int year = -1;
		int[] time = { 0, 0, 0 };
		int offset = 0;
		for (int i = next; i < words.size(); i++) {
			String word = words.get(i);
			if (word.indexOf(':') > 0) {
				time = time(word);
			} else if (year < 0 && Character.isDigit(word.charAt(0))) {
				year = year(number(words, i));
			} else if (zone(word) != Integer.MIN_VALUE) {
				offset = zone(word);
				break;
			}
		}
		if (year < FIRST_YEAR) {
			return null;
		}
		try {
			return LocalDateTime.of(year, month, day, time[0], time[1], Math.min(time[2], 59))
					.toInstant(ZoneOffset.ofTotalSeconds(offset));
		} catch (DateTimeException outOfRange) {
			return null;
		}
	}

	private static List<String> words(String value) {
		List<String> words = new ArrayList<>(8);
		int length = Math.min(value.length(), MAX_LENGTH);
		int start = -1;
		for (int i = 0; i <= length; i++) {
			char c = i < length ? value.charAt(i) : ' ';
			boolean inside = Character.isLetterOrDigit(c) || c == ':' || c == '+'
					|| c == '-' && start < 0 && i + 1 < length && Character.isDigit(value.charAt(i + 1));
			if (inside && start < 0) {
				start = i;
			} else if (!inside && start >= 0) {
				words.add(value.substring(start, i));
				start = -1;
			}
		}
		return words;
	}

	private static int monthOf(String word) {
		if (word.length() < 3 || word.length() > 9) {
			return -1;
		}
		for (int i = 0; i < 12; i++) {
			if (word.regionMatches(true, 0, MONTHS, 3 * i, 3)) {
				return i + 1;
			}
		}
		return -1;
	}

	private static int[] time(String word) {
		int[] time = { 0, 0, 0 };
		int field = 0;
		for (int i = 0; i < word.length() && field < 3; i++) {
			char c = word.charAt(i);
			if (c == ':') {
				field++;
			} else if (c >= '0' && c <= '9' && time[field] < 100) {
				time[field] = time[field] * 10 + c - '0';
			}
		}
		return time;
	}

	private static int number(List<String> words, int index) {
		if (index < 0 || index >= words.size()) {
			return -1;
		}
		int number = 0;
		String word = words.get(index);
		for (int i = 0; i < word.length(); i++) {
			int digit = word.charAt(i) - '0';
			if (digit < 0 || digit > 9 || i > 4) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
	}

	/** RFC 5322, 4.3: two digits from 50 on, and three digits, count from 1900. */
	private static int year(int year) {
		return year < 0 ? -1 : year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
	}

	/** @return the offset in seconds, or {@link Integer#MIN_VALUE} if the word is no zone */
	private static int zone(String word) {
		char sign = word.charAt(0);
		if ((sign == '+' || sign == '-') && word.length() == 5) {
			int digits = number(List.of(word.substring(1)), 0);
			int seconds = digits / 100 * 3600 + digits % 100 * 60;
			return digits < 0 || seconds > 18 * 3600 ? Integer.MIN_VALUE : sign == '-' ? -seconds : seconds;
		}
		int named = ZONES.indexOf(word);
		return named < 0 ? Integer.MIN_VALUE : HOURS[named] * 3600;
	}
}
