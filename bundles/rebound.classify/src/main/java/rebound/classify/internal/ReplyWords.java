package rebound.classify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of replies, as the user's rules compare them. */
public final class ReplyWords {

	private static final int LONGEST = 160;
	private static final int LONGEST_WORD = 24;

	private ReplyWords() {
	}

	/** @return the words as they are compared */
	public static String fold(String words) {
		return FoldedText.phrase(words.strip());
	}

	/**
	 * Looks for whole words.
	 *
	 * @param reply  may be {@code null}
	 * @param folded what {@link #fold} gave
	 * @return the words as they stand in the reply, or empty
	 */
	public static Optional<String> find(String reply, String folded) {
		if (reply == null) {
			return Optional.empty();
		}
		FoldedText text = new FoldedText(reply);
		String all = text.toString();
		for (int at = all.indexOf(folded); at >= 0; at = all.indexOf(folded, at + 1)) {
			int end = at + folded.length();
			if (isEdge(all, at) && isEdge(all, end)) {
				return Optional.of(text.original(at, end));
			}
		}
		return Optional.empty();
	}

	/** Not within a word. */
	private static boolean isEdge(String text, int at) {
		return at == 0 || at == text.length() || !FoldedText.isWord(text.charAt(at - 1))
				|| !FoldedText.isWord(text.charAt(at));
	}

	/**
	 * @return the longest run of words that other replies of the same kind would have, too: no addresses, host names,
	 *         queue ids and numbers; empty if there is none
	 */
	public static String telling(String reply) {
		String best = "";
		List<String> run = new ArrayList<>();
		for (String word : RuleFile.split(new FoldedText(reply).toString(), " ")) {
			if (isOfOneMail(word)) {
				best = longer(best, run);
				run.clear();
			} else {
				run.add(word);
			}
		}
		return longer(best, run);
	}

	private static boolean isOfOneMail(String word) {
		boolean hasSign = word.indexOf('@') >= 0 || word.indexOf('/') >= 0 || word.indexOf('=') >= 0;
		int dot = word.indexOf('.');
		boolean isName = dot >= 0 && dot < word.length() - 1;
		return hasSign || isName || word.length() > LONGEST_WORD || word.chars().anyMatch(c -> c >= '0' && c <= '9');
	}

	/** Signs at the ends may differ from server to server. */
	private static String longer(String best, List<String> run) {
		StringBuilder words = new StringBuilder();
		for (String word : run) {
			if (words.length() + word.length() < LONGEST) {
				words.append(words.isEmpty() ? "" : " ").append(word);
			}
		}
		int start = 0;
		int end = words.length();
		while (start < end && !Character.isLetterOrDigit(words.charAt(start))) {
			start++;
		}
		while (end > start && !Character.isLetterOrDigit(words.charAt(end - 1))) {
			end--;
		}
		String trimmed = words.substring(start, end);
		return trimmed.length() > best.length() ? trimmed : best;
	}
}
