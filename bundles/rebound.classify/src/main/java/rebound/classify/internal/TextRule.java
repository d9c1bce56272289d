package rebound.classify.internal;

import java.util.List;

import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Track;

/**
 * A rule of the data files: a reason, when it may speak, and the texts that make it speak.
 *
 * @param id        section and name, for example {@code "gmail.over-quota"}
 * @param tier      what kind of knowledge it is; an earlier tier wins
 * @param reason    what it decides
 * @param type      instead of the reason's, or {@code null}
 * @param fault     instead of the reason's, or {@code null}
 * @param track     instead of the reason's, or {@code null}
 * @param isFinal   whether it is a bounce even if the server says that it is still trying
 * @param weight    what the rule's texts count more or less than their length
 * @param condition what else must hold
 * @param texts     each one alone is enough
 */
record TextRule(String id, Tier tier, Reason reason, BounceType type, Fault fault, Track track, boolean isFinal,
		int weight, Condition condition, List<Text> texts) {

	/** The stock text rules in the order in which they are asked. */
	enum Tier {
		/** What a known server or service says. */
		PROVIDER("stock.provider", 200, "providers.rules", 96),
		/** Phrases that win over words like "user" and "mailbox" beside them. */
		TRAP("stock.trap", 300, "traps.rules", 90),
		/** Phrases of servers in general, in English. */
		PHRASE("stock.phrase", 400, "phrases.rules", 88),
		/** Phrases in other languages. */
		LANGUAGE("stock.language", 500, "languages.rules", 80),
		/** What servers say that have tried for too long; the reason they name comes first. */
		TIME("stock.time", 600, "time.rules", 85),
		/** Words that speak only where no code does. */
		WORD("stock.word", 800, "words.rules", 60);

		final String id;
		final int order;
		final String file;
		final int confidence;

		Tier(String id, int order, String file, int confidence) {
			this.id = id;
			this.order = order;
			this.file = file;
			this.confidence = confidence;
		}
	}

	/**
	 * Parts that must all occur.
	 *
	 * @param parts   each one a choice of phrases; texts of one file share the parts that are word classes
	 * @param ordered whether each begins soon behind the end of the one before
	 */
	record Text(List<Part> parts, boolean ordered) {
	}

	/** Phrases of which one must occur. */
	record Part(List<Phrase> choice) {
	}

	/**
	 * A folded phrase.
	 *
	 * @param openStart whether a word may begin before it
	 * @param openEnd   whether a word may go on behind it
	 * @param inNames   whether it also counts inside of host names and URLs
	 */
	record Phrase(String text, boolean openStart, boolean openEnd, boolean inNames) {

		/** @return the same for two phrases that are alike */
		String key() {
			return text.concat(openStart ? "\t1" : "\t0").concat(openEnd ? "1" : "0").concat(inNames ? "1" : "0");
		}
	}
}
