package rebound.parse.internal.autoreply;

/** Telephone numbers in running text, as written. */
final class PhoneNumbers {

	private static final int FEWEST = 6;
	private static final int FEWEST_BARE = 8;
	private static final int MOST = 15;
	private static final int LABEL = 16;

	private PhoneNumbers() {
	}

	/** @return the first telephone number in this part of the sentence that is no fax, or {@code null} */
	static String in(Sentence sentence, int from, int to, Phrases phrases) {
		String text = sentence.folded();
		int at = from;
		while (at < to) {
			char c = text.charAt(at);
			if (!isBegin(c) || at > 0 && isInside(text.charAt(at - 1))) {
				at++;
				continue;
			}
			int end = end(text, at, to);
			if (isPhone(sentence, at, end, phrases)) {
				return sentence.text().substring(at, end);
			}
			at = Math.max(end, at + 1);
		}
		return null;
	}

	private static boolean isBegin(char c) {
		return c == '+' || c == '(' || isDigit(c);
	}

	private static boolean isInside(char c) {
		return isDigit(c) || Character.isLetter(c) && !Letters.isIdeograph(c) || c == '@' || c == '_';
	}

	private static int end(String text, int start, int to) {
		int end = start;
		int last = start;
		int open = 0;
		while (end < to && (isDigit(text.charAt(end)) || "+-/. ()".indexOf(text.charAt(end)) >= 0)) {
			char c = text.charAt(end);
			boolean isSecond = c == '+' && end > start + 1 && last > start + 1;
			boolean isBreak = ". ".indexOf(c) >= 0 && end + 1 < to && text.charAt(end + 1) == ' ' && c == '.';
			if (isSecond || isBreak || c == ')' && open == 0) {
				break;
			}
			open += c == '(' ? 1 : c == ')' ? -1 : 0;
			end++;
			if (isDigit(c)) {
				last = end;
			}
		}
		return last;
	}

	private static boolean isPhone(Sentence sentence, int start, int end, Phrases phrases) {
		String text = sentence.folded();
		int digits = 0;
		for (int i = start; i < end; i++) {
			digits += isDigit(text.charAt(i)) ? 1 : 0;
		}
		if (digits < FEWEST || digits > MOST || end < text.length() && (text.charAt(end) == '@'
				|| Character.isLetter(text.charAt(end)) && !Letters.isIdeograph(text.charAt(end)))) {
			return false;
		}
		int label = Math.max(0, start - LABEL);
		boolean isLabelled = sentence.has(Cue.PHONE, label, start);
		if (sentence.has(Cue.FAX, label, start) && !isLabelled) {
			return false;
		}
		char first = text.charAt(start);
		return isLabelled || (first == '+' || first == '0' || first == '(' || digits >= FEWEST_BARE)
				&& AnswerDates.in(text.substring(start, end), phrases, null).isEmpty();
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}
}
