package rebound.store.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of some customers, sorted, in blocks of a few kilobytes. Of a word (UTF-8) only what differs from the one
 * before is written, then the numbers of the customers that have it, each as the distance from the one before.
 */
final class WordBlocks {

	private static final int FULL = 3_500;
	private static final int LONGEST_SHARED = 255;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream(2 * FULL);
	private final List<Block> blocks = new ArrayList<>();
	private byte[] last = {};

	private WordBlocks() {
	}

	/**
	 * A block.
	 *
	 * @param last the last word in it
	 */
	record Block(byte[] last, byte[] content) {
	}

	/** A word and who has it. */
	private record Word(byte[] text, int[] customers, int count) {
	}

	/** @param words those of each customer, in the order of the customers' numbers */
	static List<Block> of(List<? extends Collection<String>> words) {
		Map<String, int[]> all = new HashMap<>();
		for (int customer = 0; customer < words.size(); customer++) {
			for (String word : words.get(customer)) {
				int[] customers = all.get(word);
				if (customers == null || customers[0] + 1 == customers.length) {
					customers = customers == null ? new int[2] : Arrays.copyOf(customers, customers.length * 2);
					all.put(word, customers);
				}
				customers[++customers[0]] = customer;
			}
		}
		Word[] sorted = all.entrySet().stream()
				.map(entry -> new Word(entry.getKey().getBytes(StandardCharsets.UTF_8), entry.getValue(),
						entry.getValue()[0]))
				.toArray(Word[]::new);
		Arrays.sort(sorted, (one, other) -> Arrays.compareUnsigned(one.text, other.text));
		WordBlocks blocks = new WordBlocks();
		for (Word word : sorted) {
			blocks.add(word);
		}
		blocks.end();
		return blocks.blocks;
	}

	private void add(Word word) {
		int shared = 0;
		if (content.size() > 0) {
			int most = Math.min(LONGEST_SHARED, Math.min(last.length, word.text.length));
			while (shared < most && last[shared] == word.text[shared]) {
				shared++;
			}
		}
		number(shared);
		number(word.text.length - shared);
		content.write(word.text, shared, word.text.length - shared);
		number(word.count);
		int before = 0;
		for (int i = 1; i <= word.count; i++) {
			number(word.customers[i] - before);
			before = word.customers[i];
		}
		last = word.text;
		if (content.size() >= FULL) {
			end();
		}
	}

	private void end() {
		if (content.size() > 0) {
			blocks.add(new Block(last, content.toByteArray()));
			content.reset();
		}
	}

	/** Seven bits a byte, the low ones first; the highest bit says that more follow. */
	private void number(int value) {
		int rest = value;
		while (rest >= 128) {
			content.write(rest & 127 | 128);
			rest >>>= 7;
		}
		content.write(rest);
	}

	/** Goes through a block's words and collects who has one that is wanted. */
	static final class Reader {
		private final byte[] content;
		private int position;
		private byte[] word = new byte[128];
		private int length;

		Reader(byte[] content) {
			this.content = content;
		}

		/**
		 * Collects the customers with a word that begins with a text.
		 *
		 * @return whether the next block may have more of them
		 */
		boolean beginnings(byte[] text, BitSet customers) {
			while (position < content.length) {
				next();
				int order = Arrays.compareUnsigned(word, 0, Math.min(length, text.length), text, 0, text.length);
				if (order == 0) {
					take(customers);
				} else if (order > 0) {
					return false;
				} else {
					skip();
				}
			}
			return true;
		}

		/** Collects the customers with a word that has a text in it. */
		void parts(byte[] text, BitSet customers) {
			while (position < content.length) {
				next();
				if (holds(text)) {
					take(customers);
				} else {
					skip();
				}
			}
		}

		private boolean holds(byte[] text) {
			byte first = text[0];
			for (int i = 0; i <= length - text.length; i++) {
				if (word[i] == first && Arrays.equals(word, i, i + text.length, text, 0, text.length)) {
					return true;
				}
			}
			return false;
		}

		private void next() {
			int shared = number();
			int rest = number();
			length = shared + rest;
			if (length > word.length) {
				word = Arrays.copyOf(word, length * 2);
			}
			System.arraycopy(content, position, word, shared, rest);
			position += rest;
		}

		private void take(BitSet customers) {
			int customer = 0;
			for (int i = number(); i > 0; i--) {
				customer += number();
				customers.set(customer);
			}
		}

		private void skip() {
			for (int i = number(); i > 0; i--) {
				while (content[position++] < 0) {
					// the number's last byte has no highest bit
				}
			}
		}

		private int number() {
			int value = 0;
			for (int shift = 0;; shift += 7) {
				byte next = content[position++];
				value |= (next & 127) << shift;
				if (next >= 0) {
					return value;
				}
			}
		}
	}
}
