package rebound.classify.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import rebound.classify.ClassificationRule;

/** What somebody else's rules say of their verdicts. A report has many rows with few rules: each text is asked for once. */
public final class RuleTexts {

	private static final int LONGEST = 500;
	private static final int MOST_KEPT = 10_000;

	private final List<ClassificationRule> rules;
	private final RuleWatch watch;
	private final Map<Key, Optional<String>> known = new ConcurrentHashMap<>();

	private record Key(String ruleId, Locale locale) {
	}

	/**
	 * @param rules those to ask, the first text wins
	 * @param watch asks them
	 */
	public RuleTexts(List<ClassificationRule> rules, RuleWatch watch) {
		this.rules = List.copyOf(rules);
		this.watch = watch;
	}

	/** @return one line of text that a rule has for verdicts that name this id; empty if none has */
	public Optional<String> of(String ruleId, Locale locale) {
		if (rules.isEmpty() || ruleId == null) {
			return Optional.empty();
		}
		Key key = new Key(ruleId, locale);
		Optional<String> text = known.get(key);
		if (text == null) {
			text = rules.stream().map(rule -> watch.reasonText(rule, ruleId, locale)).filter(Objects::nonNull)
					.map(RuleTexts::line).filter(line -> !line.isEmpty()).findFirst();
			if (known.size() < MOST_KEPT) {
				known.put(key, text);
			}
		}
		return text;
	}

	/** What would end a line, or is not to be seen, must not come from somebody else. */
	private static String line(String text) {
		StringBuilder line = new StringBuilder();
		text.strip().codePoints().limit(LONGEST)
				.forEach(point -> line.appendCodePoint(isPlain(point) ? point : ' '));
		return line.toString();
	}

	private static boolean isPlain(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}
}
