package rebound.store.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import rebound.model.Customer;

/** The words that a customer is found by: lower case, without accents and punctuation, telephone numbers as digits. */
final class CustomerWords {
	private static final int LONGEST = 100;
	private static final int MOST = 100;

	private CustomerWords() {
	}

	static Set<String> of(Customer customer) {
		TreeSet<String> words = new TreeSet<>();
		for (String text : new String[]{ customer.id(), customer.externalId(), customer.crmRecordId(),
				customer.firstName(), customer.lastName(), customer.fullName(), customer.company(),
				customer.department(), customer.accountId(), customer.city() }) {
			split(text, words);
		}
		for (String email : customer.emails()) {
			String folded = folded(email.strip());
			add(folded, words);
			String domain = folded.substring(folded.lastIndexOf('@') + 1);
			add(domain, words);
			// the last label, such as "com", tells nobody from another
			split(email.substring(0, Math.max(0, email.lastIndexOf('.'))), words);
		}
		digits(customer.phone(), words);
		digits(customer.mobile(), words);
		return withoutBeginnings(words);
	}

	/** What is the beginning of another word is found as such: most of an import's work is to keep words. */
	private static Set<String> withoutBeginnings(TreeSet<String> words) {
		words.removeIf(word -> {
			String next = words.higher(word);
			return next != null && next.startsWith(word);
		});
		return words;
	}

	/** @return the words of what a user typed; one that looks like a telephone number or an address is one word */
	static Set<String> typed(String text) {
		Set<String> words = new TreeSet<>();
		long digits = text.chars().filter(Character::isDigit).count();
		boolean isPhone = digits >= 5 && text.chars().noneMatch(Character::isLetter);
		if (isPhone) {
			digits(text, words);
			return words;
		}
		for (String part : text.strip().split("\\s+")) {
			if (part.indexOf('@') >= 0 || part.indexOf('.') > 0) {
				String folded = folded(part);
				add(folded.startsWith("@") ? folded.substring(1) : folded, words);
			} else {
				split(part, words);
			}
		}
		return words;
	}

	private static void split(String text, Set<String> words) {
		if (text == null) {
			return;
		}
		String folded = folded(text);
		int begin = 0;
		for (int i = 0; i <= folded.length(); i++) {
			if (i == folded.length() || !Character.isLetterOrDigit(folded.charAt(i))) {
				add(folded.substring(begin, i), words);
				begin = i + 1;
			}
		}
	}

	/** The national and the international way of writing a number share their last digits. */
	private static void digits(String text, Set<String> words) {
		if (text == null) {
			return;
		}
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= '0' && c <= '9') {
				digits.append(c);
			}
		}
		while (digits.length() > 0 && digits.charAt(0) == '0') {
			digits.deleteCharAt(0);
		}
		add(digits.toString(), words);
	}

	private static void add(String word, Set<String> words) {
		if (!word.isEmpty() && words.size() < MOST) {
			words.add(Text.clean(word, LONGEST));
		}
	}

	private static String folded(String text) {
		String clean = Text.clean(text, 1000).toLowerCase(Locale.ROOT);
		String decomposed = Normalizer.normalize(clean, Normalizer.Form.NFD);
		StringBuilder folded = new StringBuilder(decomposed.length());
		for (int i = 0; i < decomposed.length(); i++) {
			char c = decomposed.charAt(i);
			if (c == '\u00DF') {
				folded.append("ss");
			} else if (Character.getType(c) != Character.NON_SPACING_MARK) {
				folded.append(c);
			}
		}
		return folded.toString();
	}
}
