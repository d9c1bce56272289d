package rebound.parse.internal.autoreply;

import java.util.ArrayList;
import java.util.List;

import rebound.parse.internal.Text;

/** The part of an answer that its author wrote for it, as sentences: no quotation, signature or small print. */
final class AnswerText {

	private static final int MAX_TEXT = 20_000;
	private static final int MAX_SENTENCES = 100;
	private static final int MAX_SENTENCE = 600;
	/** Programs break lines between these widths; any other line was ended by its author. */
	private static final int NARROW = 62;
	private static final int WIDE = 80;
	private static final int MAX_CLOSING = 60;

	private final Phrases phrases;
	private final String person;
	private final List<String> paragraphs = new ArrayList<>();

	private AnswerText(Phrases phrases, String person) {
		this.phrases = phrases;
		this.person = person == null ? "" : Letters.fold(person);
	}

	/**
	 * @param person the name of who answers, or {@code null}; a line of that name alone begins the signature
	 * @return the sentences in order
	 */
	static List<Sentence> sentences(String text, String person, Phrases phrases) {
		AnswerText answer = new AnswerText(phrases, person);
		answer.collect(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
		List<Sentence> sentences = new ArrayList<>();
		for (String paragraph : answer.paragraphs) {
			for (String each : SentenceBreaks.split(paragraph, phrases, MAX_SENTENCE)) {
				Sentence sentence = Sentence.of(each, phrases);
				if (sentence.has(Cue.DISCLAIMER) || sentences.size() == MAX_SENTENCES) {
					return sentences;
				}
				sentences.add(sentence);
			}
		}
		return sentences;
	}

	private void collect(String text) {
		List<String> lines = text.lines().toList();
		StringBuilder paragraph = new StringBuilder();
		int width = 0;
		int rawWidth = 0;
		for (int i = 0; i < lines.size(); i++) {
			String raw = lines.get(i);
			String line = Text.squeeze(withoutLinks(raw));
			if (line.isEmpty()) {
				flush(paragraph);
				continue;
			}
			if (line.charAt(0) == '>') {
				dropAttribution(paragraph);
				break;
			}
			if (isEnd(line, paragraph)) {
				break;
			}
			if (!paragraph.isEmpty()) {
				boolean isWrapped = width <= WIDE && rawWidth + 1 + firstWord(raw) > NARROW;
				if (isWrapped || continues(paragraph, line)) {
					paragraph.append(' ');
				} else {
					flush(paragraph);
				}
			}
			paragraph.append(line);
			width = line.length();
			rawWidth = raw.stripTrailing().length();
		}
		flush(paragraph);
	}

	private void flush(StringBuilder paragraph) {
		if (!paragraph.isEmpty()) {
			paragraphs.add(paragraph.toString());
			paragraph.setLength(0);
		}
	}

	/** Plain text made from HTML writes {@code a@b<mailto:a@b>}. */
	private static String withoutLinks(String line) {
		int open = Text.indexOf(line, "<mailto:", 0);
		if (open <= 0) {
			return line;
		}
		StringBuilder out = new StringBuilder(line.length());
		int done = 0;
		while (open > 0) {
			int close = line.indexOf('>', open);
			if (close < 0) {
				break;
			}
			boolean isSecond = line.charAt(open - 1) > ' ';
			out.append(line, done, isSecond ? open : close + 1);
			done = close + 1;
			open = Text.indexOf(line, "<mailto:", done);
		}
		return out.append(line, done, line.length()).toString();
	}

	private static int firstWord(String line) {
		String stripped = line.strip();
		int end = stripped.indexOf(' ');
		return end < 0 ? stripped.length() : end;
	}

	/** A colon, or a line that begins with an address or a small letter, holds both lines together. */
	private static boolean continues(StringBuilder paragraph, String line) {
		char last = paragraph.charAt(paragraph.length() - 1);
		char first = line.charAt(0);
		return last == ':' || last == '：' || last == ',' && Character.isLowerCase(first)
				|| first == '<' || first == '(' && last != '.'
				|| Character.isLowerCase(first) && ".!?".indexOf(last) < 0;
	}

	/** The line above a quotation says who wrote it and when. */
	private void dropAttribution(StringBuilder paragraph) {
		flush(paragraph);
		if (!paragraphs.isEmpty()) {
			String last = paragraphs.getLast();
			if (last.endsWith(":") || last.endsWith("：")) {
				paragraphs.removeLast();
			}
		}
	}

	private boolean isEnd(String line, StringBuilder paragraph) {
		if (paragraphs.isEmpty() && paragraph.isEmpty()) {
			return false;
		}
		if (isRule(line) || line.equals("--")) {
			return true;
		}
		String folded = Letters.fold(line);
		boolean isNew = paragraph.isEmpty() || ".!?,。".indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0;
		if (folded.equals(person) || isContactLine(line, paragraph)) {
			return true;
		}
		for (Mention mention : phrases.find(folded, 0, Math.min(folded.length(), MAX_CLOSING))) {
			if (mention.start() == 0 && (mention.cue() == Cue.QUOTE && line.indexOf('@') > 0
					|| mention.cue() == Cue.CLOSING && isNew && line.length() < MAX_CLOSING && line.indexOf('@') < 0)) {
				return true;
			}
		}
		return false;
	}

	/** A line that is drawn, with words in the middle or not. */
	private static boolean isRule(String line) {
		return line.startsWith("-----") || line.startsWith("_____") || line.startsWith("=====")
				|| line.startsWith("*****");
	}

	/** {@code Name | Department | Company}, unless the line above announced it. */
	private boolean isContactLine(String line, StringBuilder paragraph) {
		int bar = line.indexOf(" | ");
		boolean isAnnounced = !paragraph.isEmpty() && paragraph.charAt(paragraph.length() - 1) == ':';
		return bar > 0 && !isAnnounced && (line.indexOf(" | ", bar + 3) > 0 && line.indexOf('@') < 0
				|| Letters.fold(line.substring(0, bar)).equals(person));
	}
}
