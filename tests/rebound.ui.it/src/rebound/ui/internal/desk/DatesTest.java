package rebound.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class DatesTest {

	private final Dates dates = new Dates(new Texts(Locale.UK),
			Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));

	@Test
	void areRelativeWithinAWeek() {
		assertEquals("today, 08:05", dates.relative(Instant.parse("2026-11-23T08:05:00Z")));
		assertEquals("yesterday", dates.day(Instant.parse("2026-11-22T23:59:00Z")));
		assertEquals("Tuesday", dates.day(Instant.parse("2026-11-17T12:00:00Z")));
		assertEquals("16 Nov", dates.day(Instant.parse("2026-11-16T12:00:00Z")));
		assertEquals("16 Nov 2024", dates.day(Instant.parse("2024-11-16T12:00:00Z")));
	}

	@Test
	void daysToComeAreDates() {
		assertEquals("24 Nov", dates.day(Instant.parse("2026-11-24T12:00:00Z")));
	}

	@Test
	void nothingIsSaidOfNoDate() {
		assertEquals("", dates.relative(null));
	}
}
