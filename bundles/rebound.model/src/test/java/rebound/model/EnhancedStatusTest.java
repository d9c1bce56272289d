package rebound.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusTest {

	@Test
	void readsCodesOfOneToThreeDigits() {
		assertEquals(Optional.of(new EnhancedStatus(5, 1, 1)), EnhancedStatus.of("5.1.1"));
		assertEquals(Optional.of(new EnhancedStatus(4, 7, 650)), EnhancedStatus.of("4.7.650"));
		assertTrue(EnhancedStatus.of("5.1.10").orElseThrow().is(1, 10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5.1", "5.1.", "1.2.3", "5.8.1", "5.1.1111", "10.1.1", "5.1.1 ", "5.a.1", "5.1.x" })
	void takesNothingElseForACode(String text) {
		assertEquals(Optional.empty(), EnhancedStatus.of(text));
	}
}
