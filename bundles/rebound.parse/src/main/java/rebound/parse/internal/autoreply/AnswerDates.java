package rebound.parse.internal.autoreply;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Dates as people write them in running text: by numbers, by the names of months, in the scripts of East Asia. */
final class AnswerDates {

	/** A date and where it stands. */
	record Found(LocalDate date, int start, int end) {
	}

	private static final int MAX_FOUND = 20;
	/** Years from here on only: nobody returns longer ago. */
	private static final int FIRST_YEAR = 1990;
	private static final int LAST_YEAR = 2099;
	private static final int FAR_DAYS = 200;

	private final String text;
	private final Phrases phrases;
	private final LocalDate written;

	private AnswerDates(String text, Phrases phrases, LocalDate written) {
		this.text = text;
		this.phrases = phrases;
		this.written = written;
	}

	/**
	 * @param folded  a sentence, folded
	 * @param written when the mail was written: a date without a year is the next one; {@code null} if that is not known
	 * @return the dates in order
	 */
	static List<Found> in(String folded, Phrases phrases, LocalDate written) {
		AnswerDates dates = new AnswerDates(folded, phrases, written);
		List<Found> found = new ArrayList<>(2);
		int at = 0;
		while (at < folded.length() && found.size() < MAX_FOUND) {
			Found date = dates.at(at);
			if (date != null) {
				found.add(date);
				at = date.end;
			} else {
				at = dates.next(at);
			}
		}
		return found;
	}

	/** @return where the next word or number begins */
	private int next(int at) {
		int i = at;
		if (isDigit(i)) {
			while (isDigit(i)) {
				i++;
			}
			return i;
		}
		boolean inWord = isLetter(i);
		do {
			i++;
		} while (inWord && isLetter(i));
		return i;
	}

	private Found at(int start) {
		if (isDigit(start)) {
			int end = numberEnd(start);
			int value = number(start, end);
			if (end - start == 4 && value >= FIRST_YEAR && value <= LAST_YEAR) {
				return yearFirst(start, end, value);
			}
			if (end - start <= 2) {
				Found found = asian(start, end, value, -1);
				found = found == null ? numeric(start, end, value) : found;
				return found == null ? dayThenMonth(start, end, value) : found;
			}
			return null;
		}
		return isLetter(start) ? monthThenDay(start) : null;
	}

	/** 2024-05-06, 2024/5/6, 2024.5.6, 2024年5月6日. */
	private Found yearFirst(int start, int end, int year) {
		int month = skipSpaces(end + 1);
		if (!isDigit(month)) {
			return null;
		}
		int monthEnd = numberEnd(month);
		if (charAt(end) == '年') {
			return asian(month, monthEnd, number(month, monthEnd), year);
		}
		char separator = charAt(end);
		if ("-/.".indexOf(separator) < 0 || charAt(monthEnd) != separator || !isDigit(monthEnd + 1)) {
			return null;
		}
		int dayEnd = numberEnd(monthEnd + 1);
		return found(year, number(month, monthEnd), number(monthEnd + 1, dayEnd), start, dayEnd);
	}

	/** 5月6日, 5月6日~8日, 5月6-8日. */
	private Found asian(int start, int end, int month, int year) {
		if (charAt(end) != '月') {
			return null;
		}
		int day = skipSpaces(end + 1);
		if (!isDigit(day)) {
			return null;
		}
		int dayEnd = numberEnd(day);
		int last = dayEnd;
		if (charAt(last) == '日' || charAt(last) == '号' || charAt(last) == '號') {
			last++;
		}
		int second = last;
		while ("~-至到から".indexOf(charAt(second)) >= 0 && second - last < 3) {
			second++;
		}
		if (second > last && isDigit(second)) {
			int secondEnd = numberEnd(second);
			if (charAt(secondEnd) == '日' || charAt(secondEnd) == '号' || charAt(secondEnd) == '號') {
				return found(year, month, number(second, secondEnd), start, secondEnd + 1);
			}
		}
		return found(year, month, number(day, dayEnd), start, last);
	}

	/** 06.05.2024, 6/5/24, 6-5-2024, 06.05., 6/5. */
	private Found numeric(int start, int end, int first) {
		char separator = charAt(end);
		int second = separator == '.' ? skipSpaces(end + 1) : end + 1;
		if (separator == 0 || "-/.".indexOf(separator) < 0 || !isDigit(second) || isDigit(start - 1)
				|| start > 0 && "-/.+".indexOf(charAt(start - 1)) >= 0 && isDigit(start - 2)) {
			return null;
		}
		int secondEnd = numberEnd(second);
		if (secondEnd - second > 2) {
			return null;
		}
		int value = number(second, secondEnd);
		int yearAt = separator == '.' ? skipSpaces(secondEnd + 1) : secondEnd + 1;
		int year = -1;
		int last = secondEnd;
		if (charAt(secondEnd) == separator && isDigit(yearAt)) {
			int yearEnd = numberEnd(yearAt);
			if (yearEnd - yearAt == 2 || yearEnd - yearAt == 4) {
				year = number(yearAt, yearEnd);
				year = year < 100 ? year + 2000 : year;
				last = yearEnd;
			}
			if (charAt(last) == separator && separator != '.' || last == secondEnd && yearAt == secondEnd + 1) {
				// Longer rows of numbers are telephones and versions.
				return null;
			}
		} else if (separator == '.' && charAt(secondEnd) == '.') {
			last = secondEnd + 1;
		}
		if (charAt(last) == ':' && isDigit(last + 1)) {
			return null;
		}
		return separator == '/' ? slashed(year, first, value, start, last) : found(year, value, first, start, last);
	}

	/** Americans and East Asians write the month first; where both are possible, the near future tells. */
	private Found slashed(int year, int first, int second, int start, int end) {
		Found dayFirst = found(year, second, first, start, end);
		Found monthFirst = found(year, first, second, start, end);
		if (dayFirst == null || monthFirst == null) {
			return dayFirst == null ? monthFirst : dayFirst;
		}
		if (year < 0 && hasIdeographs()) {
			return monthFirst;
		}
		return isNear(dayFirst.date) || !isNear(monthFirst.date) ? dayFirst : monthFirst;
	}

	private boolean hasIdeographs() {
		return text.chars().anyMatch(c -> Letters.isIdeograph((char) c));
	}

	private boolean isNear(LocalDate date) {
		return written == null || !date.isBefore(written.minusDays(1)) && date.isBefore(written.plusDays(FAR_DAYS));
	}

	/** 6 May, 6th of May 2024, 6. Mai, 6 de mayo de 2024, 1er mai. */
	private Found dayThenMonth(int start, int end, int day) {
		int at = end;
		while (at < text.length() && (".ºª° ".indexOf(charAt(at)) >= 0)) {
			at++;
		}
		int word = at;
		for (int skipped = 0; skipped < 3 && isLetter(word); skipped++) {
			int wordEnd = wordEnd(word);
			int month = phrases.month(text.substring(word, wordEnd));
			if (month > 0) {
				return withYear(month, day, start, wordEnd);
			}
			if (!isBetween(text.substring(word, wordEnd))) {
				return null;
			}
			word = skipSpaces(wordEnd);
		}
		return null;
	}

	private static boolean isBetween(String word) {
		return switch (word) {
			case "st", "nd", "rd", "th", "er", "e", "o", "a", "of", "de", "di", "the", "ste", "го" -> true;
			default -> false;
		};
	}

	/** May 6, May 6th, 2024; May 6-8. */
	private Found monthThenDay(int start) {
		if (start > 0 && isLetter(start - 1)) {
			return null;
		}
		int wordEnd = wordEnd(start);
		int month = phrases.month(text.substring(start, wordEnd));
		int day = skipSpaces(charAt(wordEnd) == '.' ? wordEnd + 1 : wordEnd);
		if (text.startsWith("the ", day)) {
			day += 4;
		}
		if (month == 0 || !isDigit(day)) {
			return null;
		}
		int dayEnd = numberEnd(day);
		if (dayEnd - day > 2) {
			return null;
		}
		int end = dayEnd;
		if (isLetter(end) && isBetween(text.substring(end, wordEnd(end)))) {
			end = wordEnd(end);
		}
		int second = skipSpaces(end);
		if (charAt(second) == '-' && isDigit(skipSpaces(second + 1))) {
			int last = skipSpaces(second + 1);
			int lastEnd = numberEnd(last);
			if (lastEnd - last <= 2) {
				return withYear(month, number(last, lastEnd), start, lastEnd);
			}
		}
		return withYear(month, number(day, dayEnd), start, end);
	}

	private Found withYear(int month, int day, int start, int end) {
		int at = end;
		while (at - end < 3 && (charAt(at) == ' ' || charAt(at) == ',' || charAt(at) == '.')) {
			at++;
		}
		if (text.startsWith("de ", at)) {
			at += 3;
		} else if (text.startsWith("del ", at)) {
			at += 4;
		}
		int yearEnd = isDigit(at) ? numberEnd(at) : at;
		if (yearEnd - at == 4) {
			int year = number(at, yearEnd);
			if (year >= FIRST_YEAR && year <= LAST_YEAR) {
				return found(year, month, day, start, yearEnd);
			}
		}
		return found(-1, month, day, start, end);
	}

	private Found found(int year, int month, int day, int start, int end) {
		try {
			if (year >= 0) {
				return year < FIRST_YEAR || year > LAST_YEAR
						? null
						: new Found(LocalDate.of(year, month, day), start, end);
			}
			if (written == null) {
				return null;
			}
			// A day off: the mail's date is that of Greenwich.
			LocalDate date = LocalDate.of(written.getYear(), month, day);
			return new Found(date.isBefore(written.minusDays(1)) ? date.plusYears(1) : date, start, end);
		} catch (DateTimeException noSuchDay) {
			return null;
		}
	}

	private int skipSpaces(int at) {
		int i = at;
		while (charAt(i) == ' ') {
			i++;
		}
		return i;
	}

	private int numberEnd(int start) {
		int end = start;
		while (isDigit(end)) {
			end++;
		}
		return end;
	}

	private int wordEnd(int start) {
		int end = start;
		while (isLetter(end)) {
			end++;
		}
		return end;
	}

	private int number(int start, int end) {
		int value = 0;
		for (int i = start; i < end && i - start < 5; i++) {
			value = value * 10 + text.charAt(i) - '0';
		}
		return value;
	}

	private boolean isDigit(int at) {
		return charAt(at) >= '0' && charAt(at) <= '9';
	}

	private boolean isLetter(int at) {
		char c = charAt(at);
		return Character.isLetter(c) && !Letters.isIdeograph(c);
	}

	private char charAt(int at) {
		return at >= 0 && at < text.length() ? text.charAt(at) : 0;
	}
}
