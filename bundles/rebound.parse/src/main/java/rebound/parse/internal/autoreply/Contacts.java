package rebound.parse.internal.autoreply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import rebound.parse.internal.layout.Addresses;

/** Finds in an answer's sentences where the person is now, or who has taken over. */
final class Contacts {

	/** How many sentences behind the deciding one may name somebody. */
	private static final int REACH = 6;
	private static final int ENOUGH = 2;

	/**
	 * What was found; absent values are {@code null}.
	 *
	 * @param from the first sentence that names it, or -1
	 */
	record Found(String newAddress, String name, String email, String phone, int from) {
		static final Found NOTHING = new Found(null, null, null, null, -1);

		boolean isSomebody() {
			return email != null || name != null;
		}
	}

	/** An address, the sentence it stands in and where the words about it begin and end. */
	private record Candidate(String address, int sentence, int from, int start, int end, int to) {
	}

	private final List<Sentence> sentences;
	private final Person person;
	private final Phrases phrases;
	private final List<Candidate> candidates = new ArrayList<>();

	/** @param isOurs tells the addresses of who wrote the mail that is answered */
	Contacts(List<Sentence> sentences, Person person, Predicate<String> isOurs, Phrases phrases) {
		this.sentences = sentences;
		this.person = person;
		this.phrases = phrases;
		for (int i = 0; i < sentences.size(); i++) {
			collect(i, isOurs);
		}
	}

	private void collect(int index, Predicate<String> isOurs) {
		String text = sentences.get(index).text();
		List<Addresses.Found> all = new ArrayList<>();
		for (Addresses.Found found = Addresses.next(text, 0); found != null; found = Addresses.next(text,
				found.end())) {
			all.add(found);
		}
		int from = 0;
		for (int i = 0; i < all.size(); i++) {
			Addresses.Found found = all.get(i);
			int to = i + 1 < all.size() ? all.get(i + 1).start() : text.length();
			if (found.address().indexOf('.', found.address().indexOf('@')) > 0 && !isOurs.test(found.address())
					&& !person.owns(found.address())) {
				candidates.add(new Candidate(found.address(), index, from, found.start(), found.end(), to));
			}
			from = found.end();
		}
	}

	/**
	 * Finds the person's own new address.
	 *
	 * @param decided  the sentence that tells of the change
	 * @param isCertain whether that sentence speaks of a mail address, so that fewer hints will do
	 */
	Found moved(int decided, boolean isCertain) {
		Candidate best = null;
		int bestScore = 0;
		for (Candidate candidate : candidates) {
			int distance = candidate.sentence - decided;
			int score = distance < -1 || distance > REACH
					? -1
					: score(candidate) + (isCertain && distance == 0 ? 1 : 0);
			if (score >= ENOUGH && score > bestScore) {
				best = candidate;
				bestScore = score;
			}
		}
		return best == null ? Found.NOTHING : new Found(best.address, null, null, null, best.sentence);
	}

	private int score(Candidate candidate) {
		if (has(candidate, Cue.OLD)) {
			return -1;
		}
		int score = has(candidate, Cue.OWN) ? 4 : 0;
		score += has(candidate, Cue.ADDRESS) || has(candidate, Cue.MOVED) ? 3 : 0;
		score += person.resembles(candidate.address) ? 3 : 0;
		score -= has(candidate, Cue.STAYS) ? 4 : 0;
		return score - (Person.isOffice(candidate.address) && !isOfficeItself() ? 3 : 0);
	}

	private boolean isOfficeItself() {
		return person.address() != null && Person.isOffice(person.address());
	}

	/** The last such phrase before an address speaks of it, or one behind it before the next address. */
	private boolean has(Candidate candidate, Cue cue) {
		Sentence sentence = sentences.get(candidate.sentence);
		if (cue == Cue.OLD) {
			Mention old = last(sentence, Cue.OLD, candidate);
			Mention fresh = last(sentence, Cue.ADDRESS, candidate);
			Mention own = last(sentence, Cue.OWN, candidate);
			return old != null && (fresh == null || fresh.end() < old.end()) && (own == null || own.end() < old.end());
		}
		return sentence.has(cue, candidate.from, candidate.start)
				|| cue == Cue.OWN && candidate.to == sentence.text().length()
						&& sentence.has(cue, candidate.end, candidate.to);
	}

	private static Mention last(Sentence sentence, Cue cue, Candidate candidate) {
		Mention last = null;
		for (Mention mention : sentence.mentions()) {
			if (mention.cue() == cue && mention.start() >= candidate.from && mention.end() <= candidate.start) {
				last = mention;
			}
		}
		return last;
	}

	/** Finds who has taken over from a person who left, and where that person is now. */
	Found successor(int decided) {
		Candidate own = null;
		Candidate other = null;
		for (Candidate candidate : candidates) {
			int distance = candidate.sentence - decided;
			if (distance < -2 || distance > REACH || has(candidate, Cue.OLD)) {
				continue;
			}
			if (isOwn(candidate)) {
				own = own == null ? candidate : own;
			} else if (other == null && isOffered(candidate)) {
				other = candidate;
			}
		}
		String newAddress = own == null ? null : own.address;
		Found somebody = other == null ? byName(decided) : about(other);
		int from = somebody.isSomebody() ? somebody.from : own == null ? -1 : own.sentence;
		return new Found(newAddress, somebody.name, somebody.email, somebody.phone, from);
	}

	private boolean isOwn(Candidate candidate) {
		boolean isElsewhere = !person.sharesDomain(candidate.address);
		boolean isCalledOwn = has(candidate, Cue.OWN)
				|| isBare(candidate) && candidate.sentence > 0 && endsWithOwn(sentences.get(candidate.sentence - 1));
		return !Person.isOffice(candidate.address)
				&& (isCalledOwn && (isElsewhere || person.resembles(candidate.address))
						|| isElsewhere && person.resembles(candidate.address));
	}

	private boolean isBare(Candidate candidate) {
		return candidate.from == 0 && candidate.start < 3;
	}

	private static boolean endsWithOwn(Sentence sentence) {
		return !sentence.mentions().isEmpty() && sentence.mentions().getLast().cue() == Cue.OWN;
	}

	/** Whether the sentence, or the one before, says whom to write to; colleagues need no more than their address. */
	private boolean isOffered(Candidate candidate) {
		Sentence sentence = sentences.get(candidate.sentence);
		return person.sharesDomain(candidate.address) || sentence.has(Cue.CONTACT) || sentence.has(Cue.SUCCESSOR)
				|| candidate.sentence > 0 && (sentences.get(candidate.sentence - 1).has(Cue.CONTACT)
						|| sentences.get(candidate.sentence - 1).has(Cue.SUCCESSOR));
	}

	private Found about(Candidate candidate) {
		Sentence sentence = sentences.get(candidate.sentence);
		PersonNames.Found name = new PersonNames(sentence, person).beside(candidate.address, candidate.from,
				candidate.to, candidate.start);
		String phone = PhoneNumbers.in(sentence, candidate.from, candidate.to, phrases);
		int first = candidate.sentence;
		for (int near : new int[]{ candidate.sentence - 1, candidate.sentence + 1 }) {
			if (near < 0 || near >= sentences.size() || hasAddress(near)) {
				continue;
			}
			Sentence beside = sentences.get(near);
			boolean isBefore = near < candidate.sentence;
			if (name == null && isBefore && candidate.from == 0
					&& (beside.has(Cue.CONTACT) || beside.has(Cue.SUCCESSOR))) {
				name = new PersonNames(beside, person).beside(candidate.address, 0, beside.text().length(),
						beside.text().length());
				first = name == null ? first : near;
			}
			boolean isLabel = !beside.mentions().isEmpty() && beside.mentions().getFirst().cue() == Cue.PHONE
					&& beside.mentions().getFirst().start() <= 1 || beside.text().startsWith("+");
			if (phone == null && (isLabel && !isBefore || isBefore && first == near)) {
				phone = PhoneNumbers.in(beside, 0, beside.text().length(), phrases);
			}
		}
		return new Found(null, name == null ? null : name.name(), candidate.address, phone, first);
	}

	private boolean hasAddress(int sentence) {
		return sentences.get(sentence).text().indexOf('@') >= 0;
	}

	/** Somebody without an address: a name that is announced, or one beside a telephone number. */
	private Found byName(int decided) {
		for (int i = decided; i < sentences.size() && i - decided <= REACH; i++) {
			Sentence sentence = sentences.get(i);
			int from = i == decided && sentence.has(Cue.LEFT) ? sentence.first(Cue.LEFT).end() : 0;
			int length = sentence.text().length();
			boolean isAnnounced = sentence.has(Cue.SUCCESSOR, from, length);
			String phone = PhoneNumbers.in(sentence, from, length, phrases);
			int next = i + 1;
			if (phone == null && next < sentences.size() && sentences.get(next).has(Cue.PHONE, 0, 2)) {
				phone = PhoneNumbers.in(sentences.get(next), 0, sentences.get(next).text().length(), phrases);
			}
			if (isAnnounced || phone != null) {
				int position = phone == null || !sentence.text().contains(phone)
						? length
						: sentence.text().indexOf(phone);
				PersonNames.Found name = new PersonNames(sentence, person).beside(null, from, length, position);
				if (name != null) {
					return new Found(null, name.name(), null, phone, i);
				}
			}
		}
		return Found.NOTHING;
	}
}
