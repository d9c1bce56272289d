package rebound.ui.internal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** Writes dates as people say them: relative within a week, exact where asked. */
public final class Dates {

	private final Texts texts;
	private final Clock clock;
	private final DateTimeFormatter time;
	private final DateTimeFormatter weekday;
	private final DateTimeFormatter dayOfYear;
	private final DateTimeFormatter day;
	private final DateTimeFormatter exact;

	/** @param clock what now and the time zone are */
	public Dates(Texts texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
		this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
		this.weekday = DateTimeFormatter.ofPattern("EEEE", texts.locale());
		this.dayOfYear = DateTimeFormatter.ofPattern(texts.text("date.dayOfYear"), texts.locale());
		this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
		this.exact = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
				.withLocale(texts.locale());
	}

	/** @return day and time, for example "today, 09:14" or "6 Oct, 08:22"; empty for {@code null} */
	public String relative(Instant instant) {
		if (instant == null) {
			return "";
		}
		ZonedDateTime at = instant.atZone(clock.getZone());
		return texts.text("date.dayAndTime", day(at.toLocalDate()), time.format(at));
	}

	/** @return the day, for example "today" or "6 Oct"; empty for {@code null} */
	public String day(Instant instant) {
		return instant == null ? "" : day(instant.atZone(clock.getZone()).toLocalDate());
	}

	/** @return the day, for example "yesterday" or "12 Nov 2024"; empty for {@code null} */
	public String day(LocalDate date) {
		if (date == null) {
			return "";
		}
		LocalDate today = LocalDate.now(clock);
		long ago = ChronoUnit.DAYS.between(date, today);
		if (ago == 0 || ago == 1) {
			return texts.text(ago == 0 ? "date.today" : "date.yesterday");
		}
		if (ago > 1 && ago < 7) {
			return weekday.format(date);
		}
		return (date.getYear() == today.getYear() ? dayOfYear : day).format(date);
	}

	/** @return date, time and time zone in full; empty for {@code null} */
	public String exact(Instant instant) {
		return instant == null ? "" : exact.format(instant.atZone(clock.getZone()));
	}

	/** @return the time zone's offset by now */
	public ZoneOffset offset() {
		return clock.getZone().getRules().getOffset(clock.instant());
	}

	/** @return the beginning of a day, by the offset of now */
	public Instant begin(LocalDate date) {
		return date.atStartOfDay().toInstant(offset());
	}

	/** @return the beginning of the day this many days ago */
	public Instant daysAgo(int days) {
		return LocalDate.now(clock).minusDays(days).atStartOfDay(clock.getZone()).toInstant();
	}
}
