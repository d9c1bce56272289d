package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class HeaderFieldsTest {

	private static final HeaderFields FIELDS = HeaderFields.of("""
			Received: from a
				by b;  today
			received : from c
			Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
			X-Empty:
			X-Odd_Name[1]: x

			Not: a field
			""");

	@Test
	void namesAreComparedWithoutCase() {
		assertEquals(List.of("from a by b; today", "from c"), FIELDS.all("RECEIVED"));
		assertTrue(FIELDS.has("x-odd_name[1]"));
		assertFalse(FIELDS.has("X-Odd@Name{1}"), "only letters have cases");
		assertEquals("received", FIELDS.name(1));
	}

	@Test
	void valuesAreDecodedUnlessAskedForRaw() {
		assertEquals("Grüße", FIELDS.first("subject"));
		assertEquals("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", FIELDS.raw("subject"));
		assertEquals("", FIELDS.first("x-empty"));
	}

	@Test
	void anEmptyLineEndsThem() {
		assertNull(FIELDS.first("Not"));
		assertEquals(5, FIELDS.size());
		assertEquals(0, HeaderFields.of("").size());
		assertEquals(0, HeaderFields.of(" folded\n: no name\n").size());
	}
}
