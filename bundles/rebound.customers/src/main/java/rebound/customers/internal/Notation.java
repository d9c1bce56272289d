package rebound.customers.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import rebound.customers.CustomerField;
import rebound.customers.MappedColumn;

/**
 * How a file writes numbers and dates, as far as its first rows tell. What stays ambiguous is not guessed for dates: a
 * wrong order date would bring a dead address back to life.
 *
 * @param commaDecimal whether the comma is the decimal separator, {@code null} where nothing tells
 * @param dayFirst     whether {@code 03/04/2026} is in April, {@code null} where nothing tells
 */
record Notation(Boolean commaDecimal, Boolean dayFirst) {

	private static final Set<String> YES = Set.of("1", "true", "yes", "y", "x", "on", "wahr", "ja", "j", "vrai", "oui",
			"sant", "sí", "si", "verdadero");
	private static final Set<String> NO = Set.of("0", "false", "no", "n", "off", "falsch", "nein", "faux", "non",
			"falskt",
			"nej", "falso");

	/** Looks at the rows for values that can be meant in one way only. */
	static Notation of(List<MappedColumn> columns, List<TableReader.Row> rows) {
		Boolean comma = null;
		Boolean day = null;
		for (TableReader.Row row : rows) {
			for (int i = 0; i < Math.min(columns.size(), row.values().size()); i++) {
				CustomerField field = columns.get(i).field();
				String value = row.values().get(i).strip();
				if (comma == null && field == CustomerField.CUSTOMER_VALUE) {
					comma = tellsComma(value);
				}
				if (day == null
						&& (field == CustomerField.CUSTOMER_SINCE || field == CustomerField.LAST_ORDER_DATE)) {
					day = tellsDayFirst(value);
				}
			}
		}
		return new Notation(comma, day);
	}

	/** @return the number without currency and grouping, or empty */
	Optional<Double> number(String text) {
		String digits = digits(text);
		int comma = digits.lastIndexOf(',');
		int point = digits.lastIndexOf('.');
		char decimal = 0;
		if (comma >= 0 && point >= 0) {
			decimal = comma > point ? ',' : '.';
		} else if (comma >= 0 && isDecimal(digits, comma, commaDecimal)) {
			decimal = ',';
		} else if (point >= 0 && isDecimal(digits, point, commaDecimal == null ? null : !commaDecimal)) {
			decimal = '.';
		}
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < digits.length(); i++) {
			char c = digits.charAt(i);
			boolean separator = c == '.' || c == ',';
			if (!separator || c == decimal) {
				plain.append(separator ? '.' : c);
			}
		}
		try {
			return Optional.of(Double.valueOf(plain.toString())).filter(Double::isFinite);
		} catch (NumberFormatException none) {
			return Optional.empty();
		}
	}

	/**
	 * Reads a day: {@code 2026-11-23}, {@code 20261123}, {@code 23.11.2026}, {@code 11/23/2026}; a time of day is left
	 * out.
	 *
	 * @return the day, or empty where it is none or its order is not known
	 */
	Optional<LocalDate> date(String text) {
		int[] parts = dateParts(text);
		if (parts.length == 0) {
			return Optional.empty();
		}
		boolean yearFirst = parts[0] > 31;
		Boolean day = yearFirst || parts[3] != '/' || parts[0] == parts[1] ? Boolean.TRUE : tellsDayFirst(text);
		day = day == null ? dayFirst : day;
		if (day == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(yearFirst
					? LocalDate.of(parts[0], parts[1], parts[2])
					: LocalDate.of(year(parts[2]), day ? parts[1] : parts[0], day ? parts[0] : parts[1]));
		} catch (DateTimeException none) {
			return Optional.empty();
		}
	}

	/** @return what the word says in one of five languages, or empty */
	static Optional<Boolean> yesOrNo(String text) {
		String word = text.strip().toLowerCase(Locale.ROOT);
		return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
	}

	/** The only kind of separator in a number: before three digits it groups, unless the file tells otherwise. */
	private static boolean isDecimal(String digits, int separator, Boolean told) {
		boolean once = digits.indexOf(digits.charAt(separator)) == separator;
		return once && (told == null ? mustBeDecimal(digits, separator) : told || mustBeDecimal(digits, separator));
	}

	private static boolean mustBeDecimal(String digits, int separator) {
		return digits.length() - separator != 4 || separator > 3 || digits.startsWith("0");
	}

	private static Boolean tellsComma(String value) {
		String digits = digits(value);
		int comma = digits.lastIndexOf(',');
		int point = digits.lastIndexOf('.');
		if (comma >= 0 && point >= 0) {
			return comma > point;
		}
		int separator = Math.max(comma, point);
		if (separator < 0) {
			return null;
		}
		boolean once = digits.indexOf(digits.charAt(separator)) == separator;
		return !once ? (Boolean) (point >= 0) : mustBeDecimal(digits, separator) ? (Boolean) (comma >= 0) : null;
	}

	private static Boolean tellsDayFirst(String value) {
		int[] parts = dateParts(value);
		if (parts.length == 0 || parts[0] > 31 || parts[3] != '/') {
			return null;
		}
		return parts[0] > 12 ? Boolean.TRUE : parts[1] > 12 ? Boolean.FALSE : null;
	}

	private static int year(int written) {
		return written < 100 ? written + (written < 70 ? 2000 : 1900) : written;
	}

	/** @return the three numbers of a date and its separator, or nothing */
	private static int[] dateParts(String text) {
		String date = text.strip();
		int end = 0;
		int[] parts = new int[4];
		int part = 0;
		int digits = 0;
		for (; end < date.length(); end++) {
			char c = date.charAt(end);
			if (c >= '0' && c <= '9') {
				parts[part] = parts[part] * 10 + c - '0';
				if (++digits > 8) {
					return new int[0];
				}
			} else if ((c == '-' || c == '.' || c == '/') && digits > 0 && part < 2) {
				parts[3] = c;
				part++;
				digits = 0;
			} else {
				break;
			}
		}
		boolean timeFollows = end == date.length() || date.charAt(end) == 'T' || date.charAt(end) == ' ';
		if (part == 0 && digits == 8 && timeFollows) {
			return new int[]{ parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100, '-' };
		}
		return part == 2 && digits > 0 && timeFollows ? parts : new int[0];
	}

	/** @return the number's digits, sign and separators; nothing where other signs stand between them */
	private static String digits(String text) {
		StringBuilder digits = new StringBuilder();
		boolean ended = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean blank = Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\'' || c == '\u2019';
			boolean part = c >= '0' && c <= '9' || c == '.' || c == ',' || c == '-' && digits.isEmpty();
			if (part && ended) {
				return "";
			}
			if (part) {
				digits.append(c);
			} else if (!blank && !digits.isEmpty()) {
				ended = true;
			}
		}
		return digits.toString();
	}
}
