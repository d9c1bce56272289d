package rebound.parse.internal.autoreply;

import java.util.List;

/**
 * A sentence of an answer.
 *
 * @param text     as it stands in the mail, its white space squeezed
 * @param folded   the same as {@link Letters#fold} makes it
 * @param mentions the phrases in it, by their ends
 */
record Sentence(String text, String folded, List<Mention> mentions) {

	static Sentence of(String text, Phrases phrases) {
		String folded = Letters.fold(text);
		List<Mention> mentions = phrases.find(folded, 0, folded.length());
		List<Mention> voids = mentions.stream().filter(mention -> mention.cue() == Cue.VOID).toList();
		mentions.removeIf(mention -> voids.stream().anyMatch(mention::overlaps));
		return new Sentence(text, folded, mentions);
	}

	boolean has(Cue cue) {
		return first(cue) != null;
	}

	Mention first(Cue cue) {
		for (Mention mention : mentions) {
			if (mention.cue() == cue) {
				return mention;
			}
		}
		return null;
	}

	/** @return whether the phrase stands within this part, or reaches into it */
	boolean has(Cue cue, int from, int to) {
		for (Mention mention : mentions) {
			if (mention.cue() == cue && mention.end() > from && mention.start() < to) {
				return true;
			}
		}
		return false;
	}

	/** @return whether a phrase of this cue covers the position */
	boolean covers(Cue cue, int position) {
		return has(cue, position, position + 1);
	}
}
