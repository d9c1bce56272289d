package rebound.source.logs.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import rebound.source.BrokenRecord;

/**
 * Reads the objects of a JSON file (RFC 8259): one a line, one behind the other, or in one array, also where an answer
 * of a service's interface wraps the array. Objects a line are read line by line, so that a broken one costs no other.
 */
final class JsonRecords {

	/** Arrays of records in an object around them. */
	private static final Set<String> WRAPPERS = Set.of("items", "results", "events", "bounces", "messages",
			"suppresseddestinationsummaries");

	private static final int HEAD = 1 << 20;
	private static final int DEEPEST = 64;
	/** No real record is larger; in characters. */
	private static final int LARGEST = 1 << 22;
	private static final int LINES_TRIED = 5;

	private static final JsonFactory FACTORY = JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LARGEST)
					.maxNumberLength(1000).maxNameLength(10_000).build())
			.disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

	private final Records sink;
	/** Lines before the text that is being parsed. */
	private long before;
	private long line;

	private JsonRecords(Records sink) {
		this.sink = sink;
	}

	/** @return whether a file that begins so can be JSON */
	static boolean beginsLikeJson(byte[] head) {
		int at = 0;
		while (at < head.length && (head[at] <= ' ')) {
			// The bytes of a byte order mark are negative.
			at++;
		}
		return at < head.length && (head[at] == '{' || head[at] == '[');
	}

	/** Hands over the objects of a file. */
	static void read(InputStream file, Records sink) throws IOException {
		JsonRecords reader = new JsonRecords(sink);
		BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
		in.mark(HEAD);
		byte[] head = in.readNBytes(HEAD);
		in.reset();
		if (isOneALine(head)) {
			reader.lines(new Lines(in));
		} else {
			reader.all(in);
		}
	}

	/** @return the one object that a text holds, or one without fields */
	static Fields object(String text) {
		List<Fields> found = new ArrayList<>();
		try {
			new JsonRecords(new Records() {
				@Override
				public void record(long line, String raw, Fields fields) {
					found.add(fields);
				}

				@Override
				public void broken(long line, BrokenRecord.Code code) {
					found.clear();
				}
			}).parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		} catch (IOException noJson) {
			return Fields.NONE;
		}
		return found.size() == 1 ? found.getFirst() : Fields.NONE;
	}

	private static boolean isOneALine(byte[] head) throws IOException {
		Lines lines = new Lines(new ByteArrayInputStream(head));
		int tried = 0;
		for (String line = lines.next(); line != null && tried < LINES_TRIED; line = lines.next()) {
			String text = line.strip();
			if (text.isEmpty()) {
				continue;
			}
			boolean whole = text.endsWith("}") || text.endsWith("]");
			if (whole && isWhole(text)) {
				return true;
			}
			if (tried++ == 0 && text.startsWith("[")) {
				return false;
			}
		}
		return false;
	}

	private static boolean isWhole(String text) {
		try (JsonParser parser = FACTORY.createParser(text)) {
			JsonToken first = parser.nextToken();
			while (parser.nextToken() != null) {
				continue;
			}
			return first == JsonToken.START_OBJECT || first == JsonToken.START_ARRAY;
		} catch (IOException broken) {
			return false;
		}
	}

	private void lines(Lines lines) throws IOException {
		for (String text = lines.next(); text != null; text = lines.next()) {
			if (text.isBlank()) {
				continue;
			}
			before = lines.number() - 1;
			if (lines.isTooLong()) {
				sink.broken(lines.number(), BrokenRecord.Code.TOO_LONG);
				continue;
			}
			all(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		}
	}

	/** Reads to the end, or to where the text is broken: behind that nothing can be told apart. */
	private void all(InputStream in) throws IOException {
		line = before + 1;
		try {
			parse(in);
		} catch (JsonProcessingException broken) {
			sink.broken(line, BrokenRecord.Code.SYNTAX);
		} catch (BrokenRecord broken) {
			sink.broken(line, broken.code());
		}
	}

	private void parse(InputStream in) throws IOException {
		try (JsonParser parser = FACTORY.createParser(in)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.START_OBJECT) {
					object(parser);
				}
			}
		}
	}

	/** An object on the outermost level: a record, or what wraps records. */
	private void object(JsonParser parser) throws IOException {
		line = before + parser.currentTokenLocation().getLineNr();
		long start = line;
		boolean wrapper = false;
		StringWriter raw = new StringWriter();
		Map<String, Object> values = new LinkedHashMap<>();
		try (JsonGenerator copy = FACTORY.createGenerator(raw)) {
			copy.writeStartObject();
			while (parser.nextToken() == JsonToken.FIELD_NAME) {
				String name = parser.currentName();
				JsonToken token = parser.nextToken();
				if (token == JsonToken.START_ARRAY && WRAPPERS.contains(Fields.key(name))) {
					wrapper |= elements(parser);
				} else {
					copy.writeFieldName(name);
					put(values, name, value(parser, copy, raw));
				}
			}
			copy.writeEndObject();
		}
		if (!wrapper) {
			sink.record(start, raw.toString(), new Fields(values));
		}
	}

	/** @return whether there were records */
	private boolean elements(JsonParser parser) throws IOException {
		boolean any = false;
		for (JsonToken token = parser.nextToken(); token != null
				&& token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			if (token == JsonToken.START_OBJECT) {
				line = before + parser.currentTokenLocation().getLineNr();
				StringWriter raw = new StringWriter();
				Object fields;
				try (JsonGenerator copy = FACTORY.createGenerator(raw)) {
					fields = value(parser, copy, raw);
				}
				sink.record(line, raw.toString(), (Fields) fields);
				any = true;
			} else {
				parser.skipChildren();
			}
		}
		return any;
	}

	/** Reads the value at the current token, and copies it as it stands. */
	private static Object value(JsonParser parser, JsonGenerator copy, StringWriter raw) throws IOException {
		if (raw.getBuffer().length() > LARGEST) {
			throw new BrokenRecord(BrokenRecord.Code.TOO_LONG);
		}
		copy.copyCurrentEventExact(parser);
		switch (parser.currentToken()) {
			case START_OBJECT -> {
				Map<String, Object> values = new LinkedHashMap<>();
				while (parser.nextToken() == JsonToken.FIELD_NAME) {
					String name = parser.currentName();
					copy.writeFieldName(name);
					parser.nextToken();
					put(values, name, value(parser, copy, raw));
				}
				copy.copyCurrentEventExact(parser);
				return new Fields(values);
			}
			case START_ARRAY -> {
				List<Object> list = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					Object element = value(parser, copy, raw);
					if (element != null) {
						list.add(element);
					}
				}
				copy.copyCurrentEventExact(parser);
				return list;
			}
			case VALUE_NULL -> {
				return null;
			}
			default -> {
				return parser.getText();
			}
		}
	}

	private static void put(Map<String, Object> values, String name, Object value) {
		if (value != null) {
			values.putIfAbsent(Fields.key(name), value);
		}
	}
}
