package rebound.customers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.customers.CustomerField;
import rebound.customers.MappedColumn;

class NotationTest {

	private static final Notation UNTOLD = new Notation(null, null);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1234.5|1234.5", "1.234,56|1234.56", "1,234.56|1234.56", "1 234,5|1234.5",
			"€ 1.234|1234", "1,234|1234", "1.234.567|1234567", "12,50 EUR|12.5", "-3|-3", "0.125|0.125",
			"CHF 1'200|1200",
			"5.|5" })
	void readsNumbers(String text, double number) {
		assertEquals(Optional.of(number), UNTOLD.number(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "many", "1-2", "12 of 13", "''", "-", "1e400" })
	void refusesWhatIsNoNumber(String text) {
		assertEquals(Optional.empty(), UNTOLD.number(text));
	}

	@Test
	void aTellingValueDecidesForTheAmbiguous() {
		assertEquals(Optional.of(1.234), told(CustomerField.CUSTOMER_VALUE, "2,345.5", "1.25").number("1.234"));
		assertEquals(Optional.of(1.234), told(CustomerField.CUSTOMER_VALUE, "7,5").number("1,234"));
		assertEquals(Optional.of(1234.0), told(CustomerField.CUSTOMER_VALUE, "7,5").number("1.234"));
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-04", "20260304", "04.03.2026", "4.3.26", "2026-03-04T10:00:00Z", "2026/03/04 10:00",
			"04-03-2026" })
	void readsDates(String text) {
		assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), UNTOLD.date(text));
	}

	@Test
	void doesNotGuessTheOrderOfDayAndMonth() {
		assertEquals(Optional.empty(), UNTOLD.date("03/04/2026"));
		assertEquals(Optional.of(LocalDate.of(2026, 4, 4)), UNTOLD.date("04/04/2026"));
		assertEquals(Optional.of(LocalDate.of(2026, 3, 31)), UNTOLD.date("31/03/2026"));
		assertEquals(Optional.of(LocalDate.of(2026, 3, 31)), UNTOLD.date("3/31/2026"));
		Notation american = told(CustomerField.LAST_ORDER_DATE, "04/04/2026", "12/31/2025");
		assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), american.date("03/04/2026"));
		Notation british = told(CustomerField.CUSTOMER_SINCE, "31/12/2025");
		assertEquals(Optional.of(LocalDate.of(2026, 4, 3)), british.date("03/04/2026"));
	}

	@ParameterizedTest
	@CsvSource({ "2026-13-01", "32.01.2026", "today", "99999999999", "1/2", "2026-02-30" })
	void refusesWhatIsNoDate(String text) {
		assertEquals(Optional.empty(), UNTOLD.date(text));
	}

	private static Notation told(CustomerField field, String... values) {
		List<TableReader.Row> rows = List.of(values).stream()
				.map(value -> new TableReader.Row(1, List.of(value), null)).toList();
		return Notation.of(List.of(new MappedColumn("x", field)), rows);
	}
}
