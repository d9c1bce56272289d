package rebound.headless.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import rebound.headless.Console;

/** Times as they are written on the command line. */
final class Days {

	private Days() {
	}

	/** @return the instant; of a day its midnight UTC; {@code null} of nothing */
	static Instant instant(String written, Console console) {
		if (written == null) {
			return null;
		}
		try {
			return written.length() == 10
					? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
					: Instant.parse(written);
		} catch (DateTimeException noDate) {
			throw Summaries.usage(console, "log.noDate", written);
		}
	}
}
