package rebound.pipeline.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Reads times as programs write them; one without a zone is UTC. Dates with slashes are not understood: nobody knows
 * which of the numbers is the month.
 */
final class SentTime {

	private static final int LONGEST = 60;
	/** Later ones are counted in milliseconds: it would be the year 5138. */
	private static final double LAST_SECOND = 1e11;

	private static final List<DateTimeFormatter> FORMATS = List.of(iso("yyyy-MM-dd"), iso("dd.MM.yyyy"),
			DateTimeFormatter.RFC_1123_DATE_TIME);

	private SentTime() {
	}

	/** @return the instant, or {@code null} if this is none */
	static Instant read(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		if (text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.') && text.indexOf('.') == text.lastIndexOf('.')
				&& text.length() >= 10) {
			double number = Double.parseDouble(text);
			return Instant.ofEpochMilli((long) (number > LAST_SECOND ? number : number * 1000));
		}
		String written = text.endsWith(" UTC") ? text.substring(0, text.length() - 4) + 'Z' : text;
		for (DateTimeFormatter format : FORMATS) {
			try {
				TemporalAccessor time = format.parseBest(written, OffsetDateTime::from, LocalDateTime::from,
						LocalDate::from);
				return switch (time) {
					case OffsetDateTime exact -> exact.toInstant();
					case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
					default -> LocalDate.from(time).atStartOfDay(ZoneOffset.UTC).toInstant();
				};
			} catch (DateTimeException another) {
				continue;
			}
		}
		return null;
	}

	private static DateTimeFormatter iso(String day) {
		return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(day)
				.appendPattern("[['T'][' ']HH:mm[:ss]]").optionalStart()
				.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).optionalEnd()
				.appendPattern("[' '][XXX][XX][X]").toFormatter(Locale.ROOT);
	}
}
