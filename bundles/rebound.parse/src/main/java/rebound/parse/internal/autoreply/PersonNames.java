package rebound.parse.internal.autoreply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of persons in running text: words with capitals in scripts that have them, else what stands between a phrase
 * that announces a name and one that ends it.
 */
final class PersonNames {

	private static final Set<String> PARTICLES = Set.of("van", "von", "de", "der", "den", "del", "della", "da", "di",
			"do", "dos", "du", "la", "le", "ter", "ten", "zu", "af", "av", "y", "e", "bin", "al", "el");
	private static final int MAX_WORDS = 4;
	private static final int MAX_IDEOGRAPHS = 8;
	private static final int NEAR = 90;

	/** A name and where it stands. */
	record Found(String name, int start, int end) {
	}

	/** A word of a name. */
	private record Word(String text, int start, int end) {
	}

	/** Words in a row. */
	private record Row(List<Word> words, boolean isTitled) {
	}

	private final Sentence sentence;
	private final Person person;

	PersonNames(Sentence sentence, Person person) {
		this.sentence = sentence;
		this.person = person;
	}

	/** @return the name in this part that the address was made from, else the one nearest to the position; or null */
	Found beside(String address, int from, int to, int position) {
		String local = address == null ? "" : Person.local(address);
		List<Row> rows = rows(from, to, List.of(local.split("[._-]")));
		Found best = null;
		int bestScore = 0;
		for (Row row : rows) {
			Found name = address == null ? null : matching(row, Person.local(address));
			int score = name == null ? 0 : 1000 * matches(name.name, Person.local(address)) - distance(name, position);
			if (score > bestScore && !person.isNamed(name.name)) {
				best = name;
				bestScore = score;
			}
		}
		if (best != null) {
			return best;
		}
		Found asian = asian(from, to);
		if (asian != null) {
			return asian;
		}
		boolean isOffice = address != null && Person.isOffice(address);
		for (Row row : rows) {
			Found name = whole(row);
			int score = NEAR - distance(name, position);
			if (score > bestScore && (row.isTitled || row.words.size() > 1 && !isOffice)
					&& !person.isNamed(name.name)) {
				best = name;
				bestScore = score;
			}
		}
		return best;
	}

	private static int distance(Found name, int position) {
		return name.end <= position ? position - name.end : 2 * Math.abs(name.start - position);
	}

	private List<Row> rows(int from, int to, List<String> parts) {
		List<Row> rows = new ArrayList<>();
		List<Word> words = new ArrayList<>();
		boolean titled = false;
		String text = sentence.text();
		int at = from;
		while (at < to) {
			if (!Letters.isWord(text.charAt(at)) || !Character.isLetter(text.charAt(at))) {
				at++;
				continue;
			}
			int end = wordEnd(at, to);
			Word word = new Word(text.substring(at, end), at, end);
			boolean joins = words.isEmpty() || joins(words.getLast().end, at);
			if (!joins) {
				close(words, titled, rows);
				titled = false;
			}
			if (sentence.covers(Cue.TITLE, at)) {
				close(words, titled, rows);
				titled = true;
			} else if (isNameWord(word, parts)) {
				words.add(word);
			} else {
				close(words, titled, rows);
				titled = false;
			}
			at = end;
			if (at < to && text.charAt(at) == '@') {
				words.clear();
				while (at < to && text.charAt(at) > ' ') {
					at++;
				}
			}
		}
		close(words, titled, rows);
		return rows;
	}

	/** Names keep together over a blank, and over the full stop of an initial or a title. */
	private boolean joins(int end, int start) {
		String text = sentence.text();
		return start - end == 1 && text.charAt(end) == ' '
				|| start - end == 2 && text.charAt(end) == '.' && text.charAt(end + 1) == ' ';
	}

	private int wordEnd(int start, int to) {
		String text = sentence.text();
		int end = start;
		while (end < to && (Letters.isWord(text.charAt(end)) || isJoint(text, end, to))) {
			end++;
		}
		return end;
	}

	private static boolean isJoint(String text, int at, int to) {
		return "-'’".indexOf(text.charAt(at)) >= 0 && at + 1 < to && Character.isLetter(text.charAt(at + 1));
	}

	private boolean isNameWord(Word word, List<String> parts) {
		boolean isPart = Character.isUpperCase(word.text.charAt(0))
				&& (parts.contains(Letters.plain(word.text, true)) || parts.contains(Letters.plain(word.text, false)));
		if (isPart || PARTICLES.contains(word.text)) {
			return true;
		}
		for (Mention mention : sentence.mentions()) {
			// A short phrase beside the name is no part of it; a long one may have the name in its middle.
			boolean isPhrase = switch (mention.cue()) {
				case NONAME, PHONE, FAX, DISCLAIMER, CONTACT, SUCCESSOR, OWN, OLD, AWAY, LEFT, BACK, STAYS -> true;
				default -> false;
			};
			if (isPhrase && (mention.start() == word.start || mention.end() == word.end
					|| mention.cue() == Cue.NONAME && mention.start() <= word.start && mention.end() >= word.end)) {
				return false;
			}
		}
		return Character.isUpperCase(word.text.charAt(0)) && word.text.chars().noneMatch(Character::isDigit);
	}

	private static void close(List<Word> words, boolean titled, List<Row> rows) {
		while (!words.isEmpty() && PARTICLES.contains(words.getLast().text)) {
			words.removeLast();
		}
		while (!words.isEmpty() && PARTICLES.contains(words.getFirst().text)) {
			words.removeFirst();
		}
		if (!words.isEmpty()) {
			rows.add(new Row(List.copyOf(words), titled));
			words.clear();
		}
	}

	/** A family name that matches takes the given name before it along. */
	private Found matching(Row row, String local) {
		int first = -1;
		int last = -1;
		int count = 0;
		for (int i = 0; i < row.words.size(); i++) {
			String word = row.words.get(i).text;
			if (!PARTICLES.contains(word) && matches(word, local) > 0) {
				first = first < 0 ? i : first;
				last = i;
				count++;
			}
		}
		if (count == 0) {
			return null;
		}
		if (count == 1 && first == row.words.size() - 1 && !row.isTitled) {
			int given = first - 1;
			while (given > 0 && PARTICLES.contains(row.words.get(given).text)) {
				given--;
			}
			first = Math.max(0, given);
		} else if (count == 1 && first < row.words.size() - 1) {
			last = Math.min(row.words.size() - 1, first + 2);
		}
		while (first > 0 && row.isTitled) {
			first--;
		}
		while (first > 0 && isDegree(row.words.get(first - 1).text)) {
			first--;
		}
		return found(row, first, last);
	}

	private static boolean isDegree(String word) {
		return word.equals("Dr") || word.equals("Prof");
	}

	private static int matches(String name, String local) {
		int matches = 0;
		String plain = Letters.plain(local, false);
		for (String word : name.split("[ .]")) {
			String with = Letters.plain(word, true);
			String without = Letters.plain(word, false);
			boolean isShort = without.length() < 3;
			matches += isShort
					? local.equals(without) || local.startsWith(without + ".") || local.endsWith("." + without) ? 1 : 0
					: plain.contains(with) || plain.contains(without) ? 1 : 0;
		}
		return matches;
	}

	private Found whole(Row row) {
		int last = row.words.size() - 1;
		return found(row, Math.max(0, last - MAX_WORDS + 1), last);
	}

	private Found found(Row row, int first, int last) {
		int start = row.words.get(first).start;
		int end = row.words.get(last).end;
		return new Found(sentence.text().substring(start, end), start, end);
	}

	/** The name that follows a phrase which announces one. */
	private Found asian(int from, int to) {
		for (Mention before : sentence.mentions()) {
			boolean isPartOfLonger = sentence.mentions().stream().anyMatch(
					other -> other.cue() == Cue.BEFORE_NAME && other.overlaps(before) && other.end() > before.end());
			if (before.cue() != Cue.BEFORE_NAME || isPartOfLonger || before.end() < from || before.end() >= to) {
				continue;
			}
			int start = before.end();
			String text = sentence.text();
			while (start < to && " :：は,，、".indexOf(text.charAt(start)) >= 0) {
				start++;
			}
			int end = start;
			while (end < to && end - start <= MAX_IDEOGRAPHS && isName(text, end, start, to)) {
				end++;
			}
			if (end - start > 0 && end - start <= MAX_IDEOGRAPHS) {
				String name = text.substring(start, end).strip();
				if (name.length() > 0 && !person.isNamed(name) && !sentence.covers(Cue.NONAME, start)
						&& !sentence.covers(Cue.SUCCESSOR, start)) {
					return new Found(name, start, start + name.length());
				}
			}
		}
		return null;
	}

	private boolean isName(String text, int at, int start, int to) {
		char c = text.charAt(at);
		boolean isBlankInside = (c == ' ' || c == '\u3000') && at > start && at + 1 < to
				&& Character.isIdeographic(text.charAt(at + 1));
		boolean isLetter = Character.isIdeographic(c) || c == '々' || c >= 'ァ' && c <= 'ー';
		for (Mention behind : sentence.mentions()) {
			if (behind.cue() == Cue.BEHIND_NAME && behind.start() == at && at > start) {
				return false;
			}
		}
		return isLetter || isBlankInside;
	}
}
