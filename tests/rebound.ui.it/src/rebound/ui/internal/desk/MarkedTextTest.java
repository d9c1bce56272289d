package rebound.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class MarkedTextTest {

	private static List<String> marked(String text, String words) {
		return MarkedText.of(text, words).marks().stream()
				.map(mark -> text.substring(mark.start(), mark.start() + mark.length())).toList();
	}

	@Test
	void findsWordsAcrossFoldedLines() {
		assertEquals(List.of("550 5.1.1\n    No such user"), marked("said:\n  550 5.1.1\n    No such user here",
				"550 5.1.1 no such user"));
	}

	@Test
	void findsEveryPlace() {
		assertEquals(List.of("5.1.1", "5.1.1"),
				marked("Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 gone", "5.1.1"));
	}

	@Test
	void aCodeIsNotFoundWithinALongerOne() {
		assertEquals(List.of(), marked("Status: 5.1.10 and 15.1.1", "5.1.1"));
	}

	@Test
	void withoutWordsThereIsNoMark() {
		assertEquals(List.of(), marked("text", null));
		assertEquals(List.of(), marked("text", "  "));
	}
}
