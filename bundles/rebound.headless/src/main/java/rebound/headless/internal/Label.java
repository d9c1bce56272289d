package rebound.headless.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import rebound.customers.JsonReader;

/**
 * What a mail is known to mean.
 *
 * @param recipients the failing ones by address in lower case; the empty set of values is not scored
 */
record Label(String file, String kind, Map<String, Expected> recipients) {

	/** What is right for a recipient, by field; an empty set is not scored. */
	record Expected(Map<String, Set<String>> accepted) {
		Set<String> of(String field) {
			return accepted.getOrDefault(field, Set.of());
		}
	}

	/** Reads labels, one JSON object a line. */
	static List<Label> read(Path file) throws IOException {
		List<Label> labels = new ArrayList<>();
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (!line.isBlank()) {
					labels.add(of(JsonReader.object(line)));
				}
			}
		}
		return labels;
	}

	private static Label of(Map<String, Object> json) throws IOException {
		Map<String, Expected> recipients = new LinkedHashMap<>();
		if (json.get("recipients") instanceof List<?> list) {
			for (Object each : list) {
				if (each instanceof Map<?, ?> recipient && isFailure(String.valueOf(recipient.get("kind")))) {
					recipients.put(String.valueOf(recipient.get("recipient")).toLowerCase(Locale.ROOT),
							expected(recipient));
				}
			}
		}
		if (!(json.get("file") instanceof String file) || !(json.get("kind") instanceof String kind)) {
			throw new IOException("a label without file or kind");
		}
		return new Label(file, kind, recipients);
	}

	private static Expected expected(Map<?, ?> recipient) {
		Map<String, Set<String>> accepted = new LinkedHashMap<>();
		accepted.put("kind", values(recipient, "kind", "alsoKind"));
		if ("bounce".equals(recipient.get("kind"))) {
			accepted.put("type", values(recipient, "type", "alsoType"));
			accepted.put("reason", values(recipient, "reason", "alsoReason"));
			accepted.put("status", values(recipient, "status", null));
			accepted.put("replyCode", values(recipient, "replyCode", null));
		}
		return new Expected(accepted);
	}

	private static Set<String> values(Map<?, ?> recipient, String field, String also) {
		Set<String> values = new HashSet<>();
		if (recipient.get(field) instanceof String value && !value.isEmpty()) {
			values.add(value);
			if (recipient.get(also) instanceof List<?> others) {
				others.forEach(other -> values.add(String.valueOf(other)));
			}
		}
		return values;
	}

	static boolean isFailure(String kind) {
		return kind.equals("bounce") || kind.equals("delay");
	}
}
