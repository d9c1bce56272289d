package rebound.pipeline.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import rebound.parse.Json;
import rebound.pipeline.SentImport.Problem;
import rebound.pipeline.internal.SentEntry.Field;

/**
 * Reads a sending service's log: JSON objects, one a line, in an array, or listed in an object. SendGrid, Mailgun,
 * Amazon SES, Postmark, SparkPost, Mandrill and Brevo call the same things by few names, at different depths; what
 * stands higher goes first.
 */
final class SentLog {

	private static final int LONGEST_LINE = 1 << 20;
	private static final long LONGEST_DOCUMENT = 1 << 28;
	private static final int DEEPEST = 6;
	private static final int MOST_RECIPIENTS = 10_000;

	private final SentWords words = new SentWords();
	private final SentCampaigns campaigns;
	private long number;

	SentLog(SentCampaigns campaigns) {
		this.campaigns = campaigns;
	}

	void read(Path file) throws IOException {
		if (isOneDocument(file)) {
			if (Files.size(file) > LONGEST_DOCUMENT) {
				throw new IOException("longer than 256 MiB; write one JSON object a line");
			}
			document(Json.read(Files.readString(file)));
			return;
		}
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String text = line.strip();
				if (!text.isEmpty()) {
					number++;
					if (text.startsWith("{") && text.endsWith("}") && text.length() <= LONGEST_LINE) {
						entry(Json.object(Json.read(text)));
					} else {
						campaigns.problem(number, Problem.Code.BROKEN, null);
					}
				}
			}
		}
	}

	/** An array, or an object that does not end on its first line. */
	private static boolean isOneDocument(Path file) throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			String first = lines.readLine();
			while (first != null && first.isBlank()) {
				first = lines.readLine();
			}
			String text = first == null ? "" : first.strip();
			boolean more = lines.readLine() != null;
			return text.startsWith("[") || !more || !text.endsWith("}");
		}
	}

	private void document(Object value) {
		if (value instanceof List<?> list) {
			list.forEach(element -> {
				number++;
				entry(Json.object(element));
			});
			return;
		}
		Map<String, Object> object = Json.object(value);
		List<?> listed = object.values().stream().filter(member -> !Json.list(member).isEmpty()
				&& Json.list(member).stream().allMatch(Map.class::isInstance)).map(Json::list).findFirst()
				.orElse(List.of());
		if (!listed.isEmpty() && object.keySet().stream().noneMatch(name -> words.field(name) == Field.RECIPIENT)
				&& !object.containsKey("mail")) {
			document(listed);
		} else {
			number++;
			entry(object);
		}
	}

	/** An object and what it is called. */
	private record Node(String name, Object value, int depth) {
	}

	private void entry(Map<String, Object> object) {
		if (object.isEmpty()) {
			campaigns.problem(number, Problem.Code.BROKEN, null);
			return;
		}
		Map<Field, String> values = SentEntry.none();
		List<String> recipients = new ArrayList<>();
		Deque<Node> waiting = new ArrayDeque<>();
		waiting.add(new Node("", object, 0));
		while (!waiting.isEmpty()) {
			Node node = waiting.poll();
			Json.object(node.value()).forEach((name, value) -> {
				Field field = words.field(name);
				if (field != null) {
					take(field, value, values, recipients);
				}
				if (value instanceof Map && node.depth() < DEEPEST) {
					waiting.add(new Node(name, value, node.depth() + 1));
				}
			});
		}
		values.computeIfPresent(Field.MESSAGE_ID, (field, id) -> messageId(id, object));
		campaigns.add(new SentEntry(number, values, recipients));
	}

	private static void take(Field field, Object value, Map<Field, String> values, List<String> recipients) {
		List<String> texts = texts(value);
		if (field == Field.RECIPIENT) {
			// Once found, deeper ones are the same in another form.
			if (recipients.isEmpty()) {
				texts.stream().limit(MOST_RECIPIENTS).forEach(recipients::add);
			}
		} else if (!texts.isEmpty()) {
			values.putIfAbsent(field, texts.getFirst());
		}
	}

	/** A text, those of an array, or what an object in it says of an address or a campaign. */
	private static List<String> texts(Object value) {
		List<String> texts = new ArrayList<>();
		for (Object element : value instanceof List<?> list ? list : List.of(value)) {
			Map<String, Object> object = Json.object(element);
			Object text = object.isEmpty()
					? element
					: object.getOrDefault("Email", object.getOrDefault("email", object.get("name")));
			if (Json.string(text) != null && !"null".equals(text)) {
				texts.add((String) text);
			}
		}
		return texts;
	}

	/** Some services log their own id, and write it into the Message-ID with a domain of theirs. */
	private static String messageId(String id, Map<String, Object> entry) {
		if (id.indexOf('@') > 0) {
			return id.startsWith("<") ? id : '<' + id + '>';
		}
		Map<String, Object> mail = Json.object(entry.get("mail"));
		if (!mail.isEmpty()) {
			String[] source = String.valueOf(mail.get("sourceArn")).split(":");
			String region = source.length > 3 ? source[3] : "us-east-1";
			return '<' + id + '@' + (region.equals("us-east-1") ? "email" : region) + ".amazonses.com>";
		}
		return entry.containsKey("RecordType") || entry.containsKey("MessageStream") ? '<' + id + "@mtasv.net>" : "";
	}
}
