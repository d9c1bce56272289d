package rebound.classify.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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
 * what is wrong in them is an error of the program.
 */
final class RuleFile {

	private final Tier tier;
	private final List<TextRule> rules = new ArrayList<>();
	private String section = "";
	private final Map<String, String[]> classes = new HashMap<>();
	private String[] head;
	private List<Text> texts = new ArrayList<>();

	private RuleFile(Tier tier) {
		this.tier = tier;
	}

	/** @return the rules of a stock file in their order */
	static List<TextRule> read(Tier tier) {
		RuleFile file = new RuleFile(tier);
		lines(tier.file).forEach(file::line);
		file.close();
		return file.rules;
	}

	/** @return the lines of a stock resource without comments and empty lines */
	static List<String> lines(String resource) {
		InputStream stream = Objects.requireNonNull(RuleFile.class.getResourceAsStream(resource), resource);
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			List<String> lines = new ArrayList<>();
			String line = reader.readLine();
			while (line != null) {
				if (!line.isBlank() && line.charAt(0) != '#') {
					lines.add(line);
				}
				line = reader.readLine();
			}
			return lines;
		} catch (IOException e) {
			throw new UncheckedIOException(resource, e);
		}
	}

	private void line(String line) {
		if (line.charAt(0) == '\t') {
			expand(line.strip());
			return;
		}
		if (line.charAt(0) == '{') {
			String[] words = line.substring(line.indexOf('=') + 1).split("\\|");
			classes.put(line.substring(0, line.indexOf('}') + 1), words);
			return;
		}
		close();
		if (line.charAt(0) == '[') {
			section = line.substring(1, line.indexOf(']'));
		} else {
			head = line.strip().split(" +");
		}
	}

	private void close() {
		if (head == null) {
			return;
		}
		BounceType type = null;
		Fault fault = null;
		Track track = null;
		boolean isFinal = false;
		int weight = 0;
		Condition condition = Condition.NONE;
		for (int i = 2; i < head.length; i++) {
			int equals = head[i].indexOf('=');
			String name = head[i].substring(0, equals);
			String value = head[i].substring(equals + 1);
			switch (name) {
				case "type" -> type = BounceType.valueOf(value.toUpperCase(Locale.ROOT));
				case "fault" -> fault = Fault.valueOf(value.toUpperCase(Locale.ROOT));
				case "track" -> track = Track.valueOf(value.toUpperCase(Locale.ROOT));
				case "kind" -> isFinal = Kind.BOUNCE.id().equals(value);
				case "weight" -> weight = Integer.parseInt(value);
				default -> condition = condition.with(name, List.of(value.split(",")));
			}
		}
		rules.add(new TextRule(section + '.' + head[0], tier, Reason.of(head[1]).orElseThrow(), type, fault, track,
				isFinal, weight, condition, List.copyOf(texts)));
		texts = new ArrayList<>();
		head = null;
	}

	/** Writes the words of a class in the place of its name. */
	private void expand(String line) {
		int start = line.indexOf('{');
		if (start < 0) {
			texts.add(text(line));
			return;
		}
		int end = line.indexOf('}', start) + 1;
		for (String word : classes.get(line.substring(start, end))) {
			expand(line.substring(0, start) + word.strip() + line.substring(end));
		}
	}

	private Text text(String line) {
		boolean ordered = line.contains(" ~ ");
		List<Phrase> phrases = new ArrayList<>();
		for (String part : line.split(ordered ? " ~ " : " & ")) {
			String text = part.strip();
			boolean openStart = text.startsWith("*");
			boolean openEnd = text.endsWith("*");
			String bare = text.substring(openStart ? 1 : 0, text.length() - (openEnd ? 1 : 0));
			phrases.add(new Phrase(FoldedText.phrase(bare), openStart, openEnd,
					tier == Tier.PROVIDER || bare.indexOf(' ') > 0));
		}
		return new Text(List.copyOf(phrases), ordered);
	}
}
