package rebound.source.logs.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** Reads the time at the beginning of a syslog line: {@code Nov 23 07:00:00} (RFC 3164) or ISO 8601 (RFC 3339). */
final class SyslogTime {

	private static final int CLASSIC = 15;
	private static final int SHORTEST_ISO = 19;
	private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

	private final Clock clock;

	/** @param clock tells the year and the zone, which the classic form does not name: of this machine */
	SyslogTime(Clock clock) {
		this.clock = clock;
	}

	/** @return where the text behind the time begins, or -1 if the line begins with none */
	static int end(String line) {
		int start = priorityEnd(line);
		if (isClassic(line, start)) {
			return start + CLASSIC;
		}
		int end = line.indexOf(' ', start);
		boolean iso = end >= start + SHORTEST_ISO && line.charAt(start + 4) == '-' && line.charAt(start + 7) == '-'
				&& line.charAt(start + 10) == 'T' && Character.isDigit(line.charAt(start));
		return iso ? end : -1;
	}

	/** @return the time of a line that has one, or {@code null} if it is none that a clock can show */
	Instant of(String line) {
		int start = priorityEnd(line);
		if (!isClassic(line, start)) {
			return Times.of(line.substring(start, end(line)), clock.getZone());
		}
		try {
			int day = Integer.parseInt(line.substring(start + 4, start + 6).strip());
			LocalDateTime now = LocalDateTime.now(clock);
			LocalDateTime time = LocalDateTime.of(now.getYear(), 1, 1, number(line, start + 7),
					number(line, start + 10),
					Math.min(59, number(line, start + 13)));
			int month = Times.month(line.substring(start, start + 3));
			for (int year = now.getYear() + 1; year > now.getYear() - 5; year--) {
				boolean leap = day < 29 || month != 2 || java.time.Year.isLeap(year);
				LocalDateTime then = leap ? time.withYear(year).withMonth(month).withDayOfMonth(day) : null;
				if (then != null && !then.isAfter(now.plus(CLOCKS_DIFFER))) {
					return then.atZone(clock.getZone()).toInstant();
				}
			}
			return null;
		} catch (DateTimeException | NumberFormatException noTime) {
			return null;
		}
	}

	/** {@code <22>} may stand before all. */
	private static int priorityEnd(String line) {
		int close = line.startsWith("<") ? line.indexOf('>') : -1;
		return close > 0 && close < 6 ? close + 1 : 0;
	}

	private static boolean isClassic(String line, int at) {
		return line.length() > at + CLASSIC && line.charAt(at + 3) == ' ' && line.charAt(at + 6) == ' '
				&& line.charAt(at + 9) == ':' && line.charAt(at + 12) == ':'
				&& Times.month(line.substring(at, at + 3)) > 0;
	}

	private static int number(String line, int at) {
		return Integer.parseInt(line.substring(at, at + 2));
	}
}
