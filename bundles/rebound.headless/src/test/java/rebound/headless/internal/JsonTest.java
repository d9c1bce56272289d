package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.customers.JsonReader;

class JsonTest {

	@Test
	void whatIsWrittenIsReadBack() throws IOException {
		StringBuilder every = new StringBuilder();
		for (int c = 0; c < 0x3000; c++) {
			every.append((char) c);
		}
		every.append("\ud83d\ude00 end");
		JsonWriter json = new JsonWriter();
		json.beginObject().field("text", every.toString()).field("none", null).field("number", 7).field("yes", true);
		json.beginArray("list").value("a").value("b").endArray().beginObject("inner").nullField("x").endObject();
		Map<String, Object> read = JsonReader.object(text(json.endObject()));
		assertEquals(every.toString(), read.get("text"));
		assertNull(read.get("none"));
		assertEquals(7.0, read.get("number"));
		assertEquals(true, read.get("yes"));
		assertEquals(List.of("a", "b"), read.get("list"));
		assertEquals(List.of("text", "none", "number", "yes", "list", "inner"), List.copyOf(read.keySet()));
	}

	@Test
	void controlsAndLoneSurrogatesAreEscaped() {
		assertEquals("{\"x\":\"\\u0000\\u001b\\n\\\"\\\\\\u007f\\ud83d-\\ude00\u00e4\"}",
				text(new JsonWriter().beginObject().field("x", "\0\33\n\"\\\177\ud83d-\ude00\u00e4").endObject()));
	}

	@Test
	void writerBeginsAnew() {
		JsonWriter json = new JsonWriter();
		assertEquals("{\"a\":1}\n", text(json.beginObject().field("a", 1).endObject().endLine()));
		assertEquals("{\"b\":2}\n", text(json.beginObject().field("b", 2).endObject().endLine()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}",
			"{} {}", "{\"a\":tru}", "{\"a\":\"x" })
	void brokenTextIsSaid(String text) {
		assertThrows(IOException.class, () -> JsonReader.object(text));
	}

	@Test
	void endlessNestingIsNoStackOverflow() {
		assertThrows(IOException.class, () -> JsonReader.object("{\"a\":" + "[".repeat(100_000)));
	}

	private static String text(JsonWriter json) {
		return new String(json.take(), StandardCharsets.UTF_8);
	}
}
