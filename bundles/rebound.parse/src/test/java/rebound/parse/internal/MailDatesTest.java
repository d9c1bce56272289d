package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDatesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Mon, 2 Mar 2026 10:00:00 +0100 | 2026-03-02T09:00:00Z",
			"2 Mar 2026 10:00 GMT | 2026-03-02T10:00:00Z", "Mon, 02 Mar 26 10:00:00 EST | 2026-03-02T15:00:00Z",
			"Mon, 2 Mar 2026 10:00:00 -0530 (IST) | 2026-03-02T15:30:00Z",
			"Mon Mar  2 10:00:00 2026 | 2026-03-02T10:00:00Z", "Mon, 2-Mar-2026 10:00:00 +0000 | 2026-03-02T10:00:00Z",
			"Wed, 31 Dec 1997 23:59:60 UT | 1997-12-31T23:59:59Z",
			"Thu, 1 January 98 00:00:01 Z | 1998-01-01T00:00:01Z" })
	void readsWhatMailersWrite(String date, String instant) {
		assertEquals(Instant.parse(instant), MailDates.read(date));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "Mon, 99 Mar 2026 10:00:00", "2026-03-02T10:00:00Z",
			"Mon, 30 Feb 2026 10:00:00",
			"Mar", "2 Mar", "Mon, 2 Mar 99999999999 10:00:00 +0000", "2 Mar 2026 99:99:99", ": : : Mar : :" })
	void whatIsNoDateIsNone(String text) {
		assertNull(MailDates.read(text));
	}
}
