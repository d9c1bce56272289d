package rebound.parse.internal;

import java.util.List;

import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;

/** Reads what an automatic answer tells about the person who no longer reads the mail. */
final class AutoReplyReader {

	private static final List<String> LEFT = List.of("no longer with", "no longer work", "has left the company",
			"have left the company", "no longer employed", "nicht mehr im unternehmen", "nicht mehr für",
			"unternehmen verlassen", "n'est plus", "ne travaille plus", "ya no trabaja", "non lavora più",
			"niet meer werkzaam", "退職");
	private static final List<String> MOVED = List.of("no longer in use", "new email address", "new e-mail address",
			"my new address", "address has changed", "neue e-mail-adresse", "neue adresse", "nouvelle adresse",
			"nueva dirección", "nuovo indirizzo", "nieuw e-mailadres", "メールアドレスを変更");
	private static final int MAX_SENTENCE = 500;

	private AutoReplyReader() {
	}

	/** Reads an answer's text. */
	static AutoReply read(HeaderFields headers, String text) {
		AutoReply left = find(text, LEFT, SubKind.LEFT);
		if (left != null) {
			return left;
		}
		AutoReply moved = find(text, MOVED, SubKind.MOVED);
		if (moved != null) {
			return moved;
		}
		boolean away = headers.first("Subject") != null || !text.isBlank();
		return new AutoReply(away ? SubKind.AWAY : SubKind.OTHER, null, null, null, null, null, null);
	}

	private static AutoReply find(String text, List<String> phrases, SubKind kind) {
		for (String phrase : phrases) {
			int at = Text.indexOf(text, phrase, 0);
			if (at >= 0) {
				return new AutoReply(kind, null, null, null, null, null, sentenceAt(text, at));
			}
		}
		return null;
	}

	private static String sentenceAt(String text, int at) {
		int start = at;
		while (start > 0 && at - start < MAX_SENTENCE && ".!?\n".indexOf(text.charAt(start - 1)) < 0) {
			start--;
		}
		int end = at;
		while (end < text.length() && end - at < MAX_SENTENCE && ".!?".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return Text.squeeze(text.substring(start, Math.min(end + 1, text.length())));
	}
}
