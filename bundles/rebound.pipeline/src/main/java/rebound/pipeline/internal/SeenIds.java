package rebound.pipeline.internal;

import java.util.Arrays;

/** Remembers which customers an import has seen, by 64 bits of each id: eight million need some 128 MiB. */
final class SeenIds {

	private long[] slots = new long[1 << 10];
	private int count;

	/** @return whether the id is new */
	boolean add(String id) {
		if (count * 2 >= slots.length) {
			long[] old = slots;
			slots = new long[old.length * 2];
			count = 0;
			Arrays.stream(old).filter(hash -> hash != 0).forEach(this::put);
		}
		return put(hash(id));
	}

	boolean has(String id) {
		return slots[slot(hash(id))] != 0;
	}

	private boolean put(long hash) {
		int slot = slot(hash);
		if (slots[slot] != 0) {
			return false;
		}
		slots[slot] = hash;
		count++;
		return true;
	}

	private int slot(long hash) {
		int slot = (int) (hash >>> 20) & slots.length - 1;
		while (slots[slot] != 0 && slots[slot] != hash) {
			slot = slot + 1 & slots.length - 1;
		}
		return slot;
	}

	/** The finaliser of SplitMix64 after each character, so that neighbours spread. */
	private static long hash(String id) {
		long hash = id.length();
		for (int i = 0; i < id.length(); i++) {
			hash = (hash ^ id.charAt(i)) * 0xBF58476D1CE4E5B9L;
			hash ^= hash >>> 29;
			hash *= 0x94D049BB133111EBL;
			hash ^= hash >>> 32;
		}
		return hash == 0 ? 1 : hash;
	}
}
