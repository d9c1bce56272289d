package rebound.source.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

class FromLineTest {

	private static final String[] PIECES = { "From ", "Fr", "F", "r", "FFrom ", "Fro", "a", "\n", "0123456789abcdef",
			"\0".repeat(70), "=".repeat(40), "F".repeat(40) };

	@Test
	void findsTheFirstOneWhereverItStands() {
		Random random = new Random(11);
		for (int round = 0; round < 20_000; round++) {
			StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(12); i >= 0; i--) {
				text.append(PIECES[random.nextInt(PIECES.length)]);
			}
			byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
			int from = random.nextInt(bytes.length + 1);
			int to = from + random.nextInt(bytes.length + 1 - from);
			int expected = text.substring(0, to).indexOf("From ", from);
			assertEquals(expected, FromLine.find(bytes, from, to), () -> text + " " + from + ".." + to);
		}
	}
}
