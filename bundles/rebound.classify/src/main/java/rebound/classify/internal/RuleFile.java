package rebound.classify.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import rebound.classify.internal.TextRule.Part;
import rebound.classify.internal.TextRule.Phrase;
import rebound.classify.internal.TextRule.Text;
import rebound.classify.internal.TextRule.Tier;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Track;

/**
 * Reads the rule files; the head of {@code providers.rules} describes the format. The files are ours and tested, so
 * what is wrong in them is an error of the program. They are read at every start: no regular expressions, no streams.
 */
final class RuleFile {

	private final Tier tier;
	private final List<TextRule> rules = new ArrayList<>();
	private final Map<String, Part> classes = new HashMap<>();
	/** With the dot that parts it from the names of its rules. */
	private String section = "";
	private List<String> head = List.of();
	private List<Text> texts = new ArrayList<>();

	private RuleFile(Tier tier) {
		this.tier = tier;
	}

	/** @return the rules of a stock file in their order */
	static List<TextRule> read(Tier tier) {
		RuleFile file = new RuleFile(tier);
		for (String line : lines(tier.file)) {
			file.line(line);
		}
		file.close();
		return file.rules;
	}

	/** @return the lines of a stock resource without comments and empty lines */
	static List<String> lines(String resource) {
		try (InputStream stream = Objects.requireNonNull(RuleFile.class.getResourceAsStream(resource), resource)) {
			List<String> lines = new ArrayList<>();
			for (String line : split(new String(stream.readAllBytes(), StandardCharsets.UTF_8), "\n")) {
				if (!line.isBlank() && line.charAt(0) != '#') {
					lines.add(line);
				}
			}
			return lines;
		} catch (IOException e) {
			throw new UncheckedIOException(resource, e);
		}
	}

	/** @return the parts between the separators */
	static List<String> split(String text, String separator) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		int end = text.indexOf(separator);
		while (end >= 0) {
			parts.add(text.substring(start, end));
			start = end + separator.length();
			end = text.indexOf(separator, start);
		}
		parts.add(text.substring(start));
		return parts;
	}

	private void line(String line) {
		switch (line.charAt(0)) {
			case '\t' -> texts.add(text(line.strip()));
			case '{' -> classes.put(line.substring(0, line.indexOf('}') + 1),
					part(split(line.substring(line.indexOf('=') + 1), "|")));
			case '[' -> {
				close();
				section = line.substring(1, line.indexOf(']')).concat(".");
			}
			default -> {
				close();
				head = split(line.strip(), " ");
			}
		}
	}

	private void close() {
		if (head.isEmpty()) {
			return;
		}
		BounceType type = null;
		Fault fault = null;
		Track track = null;
		boolean isFinal = false;
		int weight = 0;
		Condition condition = Condition.NONE;
		for (String setting : head.subList(2, head.size())) {
			int equals = setting.indexOf('=');
			String name = setting.substring(0, equals);
			String value = setting.substring(equals + 1);
			switch (name) {
				case "type" -> type = BounceType.valueOf(value.toUpperCase(Locale.ROOT));
				case "fault" -> fault = Fault.valueOf(value.toUpperCase(Locale.ROOT));
				case "track" -> track = Track.valueOf(value.toUpperCase(Locale.ROOT));
				case "kind" -> isFinal = Kind.BOUNCE.id().equals(value);
				case "weight" -> weight = Integer.parseInt(value);
				default -> condition = condition.with(name, split(value, ","));
			}
		}
		rules.add(new TextRule(section.concat(head.get(0)), tier, Reason.of(head.get(1)).orElseThrow(), type, fault,
				track, isFinal, weight, condition, List.copyOf(texts)));
		texts = new ArrayList<>();
		head = List.of();
	}

	private Text text(String line) {
		boolean ordered = line.contains(" ~ ");
		List<Part> parts = new ArrayList<>(2);
		for (String part : split(line, ordered ? " ~ " : " & ")) {
			Part shared = classes.get(part);
			parts.add(shared == null ? part(List.of(part)) : shared);
		}
		return new Text(parts, ordered);
	}

	private Part part(List<String> words) {
		List<Phrase> choice = new ArrayList<>(words.size());
		for (String word : words) {
			String text = word.strip();
			boolean openStart = text.startsWith("*");
			boolean openEnd = text.endsWith("*");
			String bare = text.substring(openStart ? 1 : 0, text.length() - (openEnd ? 1 : 0));
			choice.add(new Phrase(FoldedText.phrase(bare), openStart, openEnd,
					tier == Tier.PROVIDER || bare.indexOf(' ') > 0));
		}
		return new Part(choice);
	}
}
