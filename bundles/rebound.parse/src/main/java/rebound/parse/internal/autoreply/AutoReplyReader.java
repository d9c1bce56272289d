package rebound.parse.internal.autoreply;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;

/**
 * Reads what an automatic answer tells about the person: away, left or moved, where to, and who has taken over. The
 * phrases of the languages are data; this joins them.
 */
public final class AutoReplyReader {

	private static final int MAX_QUOTE = 400;
	/** Between "until" and its date there may be the day of the week. */
	private static final int NEAR = 24;
	/** Between the first and the last day stands no more than "until". */
	private static final int RANGE = 7;

	/** Read when the first answer comes: most mails are none. */
	private Phrases phrases;

	private synchronized Phrases phrases() {
		if (phrases == null) {
			phrases = Phrases.load();
		}
		return phrases;
	}

	/**
	 * Reads an answer.
	 *
	 * @param person  who answers
	 * @param isOurs  tells the addresses of who wrote the mail that is answered
	 * @param subject the answer's subject, decoded, or {@code null}
	 * @param text    the answer's text, decoded
	 * @param written the day it was written, or {@code null}
	 */
	public AutoReply read(Person person, Predicate<String> isOurs, String subject, String text, LocalDate written) {
		return new Reading(person, isOurs, subject == null ? "" : subject, text, written, phrases()).decide();
	}

	/** One answer. */
	private static final class Reading {
		private final Phrases phrases;
		private final List<Sentence> sentences;
		private final Sentence subject;
		private final Contacts contacts;
		private final LocalDate written;

		Reading(Person person, Predicate<String> isOurs, String subject, String text, LocalDate written,
				Phrases phrases) {
			this.phrases = phrases;
			this.sentences = AnswerText.sentences(text, person.name(), phrases);
			this.subject = Sentence.of(subject, phrases);
			this.contacts = new Contacts(sentences, person, isOurs, phrases);
			this.written = written;
		}

		AutoReply decide() {
			int left = first(Cue.LEFT);
			if (left >= 0) {
				return left(left);
			}
			int away = first(Cue.AWAY);
			AutoReply moved = moved(away);
			if (moved != null) {
				return moved;
			}
			int hours = first(Cue.HOURS);
			if (hours >= 0 && (away < 0 || hours <= away)) {
				return told(SubKind.OTHER, hours, -1, Contacts.Found.NOTHING, null);
			}
			if (away >= 0) {
				return told(SubKind.AWAY, away, -1, Contacts.Found.NOTHING, returnDate());
			}
			return undecided();
		}

		private AutoReply left(int decided) {
			Contacts.Found found = contacts.successor(decided);
			return told(SubKind.LEFT, decided, found.from(), found, null);
		}

		private AutoReply moved(int away) {
			for (Cue cue : new Cue[]{ Cue.MOVED, Cue.CLOSED, Cue.ADDRESS }) {
				int decided = first(cue);
				if (decided < 0) {
					continue;
				}
				Contacts.Found found = contacts.moved(decided, cue != Cue.ADDRESS);
				if (found.newAddress() != null || cue == Cue.MOVED && away < 0) {
					return told(SubKind.MOVED, decided, found.from(), found, null);
				}
				if (cue == Cue.CLOSED) {
					Contacts.Found other = contacts.successor(decided);
					if (other.isSomebody() || other.newAddress() != null) {
						return told(other.name() == null ? SubKind.MOVED : SubKind.LEFT, decided, other.from(), other,
								null);
					}
				}
			}
			return null;
		}

		/** Nothing clear was said: what is left are weaker hints. */
		private AutoReply undecided() {
			int back = first(Cue.BACK);
			LocalDate date = back < 0 ? null : returnDate();
			int receipt = first(Cue.RECEIPT);
			if (date != null && receipt < 0) {
				return told(SubKind.AWAY, back, -1, Contacts.Found.NOTHING, date);
			}
			int successor = first(Cue.SUCCESSOR);
			if (successor >= 0 && receipt < 0) {
				Contacts.Found found = contacts.successor(successor);
				if (found.isSomebody()) {
					return told(SubKind.LEFT, successor, found.from(), found, null);
				}
			}
			boolean isAway = receipt < 0 && subject.has(Cue.AWAY);
			int sentence = receipt >= 0 ? receipt : sentences.isEmpty() ? -1 : 0;
			return told(isAway ? SubKind.AWAY : SubKind.OTHER, sentence, -1, Contacts.Found.NOTHING,
					isAway ? returnDate() : null);
		}

		private int first(Cue cue) {
			for (int i = 0; i < sentences.size(); i++) {
				if (sentences.get(i).has(cue)) {
					return i;
				}
			}
			return -1;
		}

		private AutoReply told(SubKind kind, int decided, int named, Contacts.Found found, LocalDate back) {
			return new AutoReply(kind, back, found.newAddress(), found.name(), found.email(), found.phone(),
					decided < 0 ? null : quote(decided, named));
		}

		/** Both sentences and what stands between them, or the deciding one alone if that is too much. */
		private String quote(int decided, int named) {
			int first = named < 0 ? decided : Math.min(decided, named);
			int last = Math.max(decided, named);
			StringBuilder quote = new StringBuilder();
			for (int i = first; i <= last; i++) {
				quote.append(quote.isEmpty() ? "" : " ").append(sentences.get(i).text());
			}
			return quote.length() > MAX_QUOTE ? sentences.get(decided).text() : quote.toString();
		}

		private LocalDate returnDate() {
			for (Cue cue : new Cue[]{ Cue.AWAY, Cue.BACK }) {
				for (Sentence sentence : sentences) {
					LocalDate date = sentence.has(cue) ? dateIn(sentence) : null;
					if (date != null) {
						return date;
					}
				}
			}
			return dateIn(subject);
		}

		/** The date behind a word for coming back, else the last one that begins nothing. */
		private LocalDate dateIn(Sentence sentence) {
			LocalDate last = null;
			List<AnswerDates.Found> dates = AnswerDates.in(sentence.folded(), phrases, written);
			for (int i = 0; i < dates.size(); i++) {
				AnswerDates.Found found = dates.get(i);
				boolean opensRange = i + 1 < dates.size() && dates.get(i + 1).start() - found.end() < RANGE;
				if (isPast(found.date()) || opensRange) {
					continue;
				}
				Mention before = before(sentence, found.start());
				if (before != null && before.cue() == Cue.BACK) {
					return found.date();
				}
				if (before == null || sentence.has(Cue.BACK)) {
					last = found.date();
				}
			}
			return last;
		}

		/** The word right before a date that says whether something ends or begins then. */
		private static Mention before(Sentence sentence, int date) {
			Mention before = null;
			for (Mention mention : sentence.mentions()) {
				boolean isWord = mention.cue() == Cue.BACK || mention.cue() == Cue.SINCE;
				if (isWord && mention.end() <= date && date - mention.end() < NEAR
						&& sentence.folded().substring(mention.end(), date).chars().noneMatch(Character::isDigit)
						&& (before == null || mention.end() > before.end() || mention.cue() == Cue.BACK
								&& mention.end() == before.end())) {
					before = mention;
				}
			}
			return before;
		}

		private boolean isPast(LocalDate date) {
			return written != null && date.isBefore(written.minusDays(1));
		}
	}
}
