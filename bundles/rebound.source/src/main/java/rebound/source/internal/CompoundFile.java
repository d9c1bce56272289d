package rebound.source.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A compound file ([MS-CFB]): a little file system in a file. All of it is in memory, and nothing in it is believed:
 * chains that go on longer than the file or lead nowhere end the stream, folders in circles are entered once.
 */
final class CompoundFile {

	private static final long MAGIC = 0xE11AB1A1E011CFD0L;
	private static final int HEADER = 512;
	private static final int ENTRY = 128;
	private static final int FIRST_FAT_SECTORS = 109;
	private static final int MOST_ENTRIES = 100_000;
	private static final int DEEPEST = 10;
	private static final int STORAGE = 1;
	private static final int STREAM = 2;

	private final ByteBuffer file;
	private final int sectorShift;
	private final int miniShift;
	private final int miniCutoff;
	private final int[] fat;
	private final int[] miniFat;
	private final ByteBuffer entries;
	private final byte[] miniStream;

	/** A folder of the file: its streams and folders by their names in upper case. Streams are read when asked for. */
	static final class Folder {
		private final CompoundFile file;
		private final Map<String, Integer> streams = new HashMap<>();
		private final Map<String, Folder> folders = new HashMap<>();

		private Folder(CompoundFile file) {
			this.file = file;
		}

		/** @return the stream, or {@code null} */
		byte[] stream(String name) {
			Integer entry = streams.get(name);
			return entry == null ? null : file.stream(entry);
		}

		/** @return the folders in it */
		Map<String, Folder> folders() {
			return folders;
		}
	}

	private CompoundFile(byte[] bytes) throws IOException {
		file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		sectorShift = file.getShort(30);
		miniShift = file.getShort(32);
		miniCutoff = file.getInt(56);
		if (sectorShift != 9 && sectorShift != 12 || miniShift != 6) {
			throw new IOException("no compound file: sectors of 2^" + sectorShift);
		}
		fat = fat();
		entries = ByteBuffer.wrap(chain(file.getInt(48), bytes.length)).order(ByteOrder.LITTLE_ENDIAN);
		miniFat = numbers(chain(file.getInt(60), bytes.length));
		miniStream = entries.capacity() < ENTRY ? new byte[0] : chain(entries.getInt(116), size(0));
	}

	static boolean beginsLike(byte[] head) {
		return head.length >= HEADER && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(0) == MAGIC;
	}

	/** @return the outermost folder */
	static Folder read(byte[] bytes) throws IOException {
		if (!beginsLike(bytes)) {
			throw new IOException("no compound file");
		}
		CompoundFile file = new CompoundFile(bytes);
		int count = Math.min(file.entries.capacity() / ENTRY, MOST_ENTRIES);
		return count == 0 ? new Folder(file) : file.folder(0, new boolean[count], 0);
	}

	private Folder folder(int entry, boolean[] seen, int depth) {
		Folder folder = new Folder(this);
		// The children stand in a binary tree; its depth is theirs to choose, so no recursion over siblings.
		Deque<Integer> waiting = new ArrayDeque<>();
		waiting.add(entries.getInt(entry * ENTRY + 76));
		while (!waiting.isEmpty()) {
			int at = waiting.remove();
			if (at < 0 || at >= seen.length || seen[at]) {
				continue;
			}
			seen[at] = true;
			waiting.add(entries.getInt(at * ENTRY + 68));
			waiting.add(entries.getInt(at * ENTRY + 72));
			String name = name(at);
			switch (entries.get(at * ENTRY + 66)) {
				case STORAGE ->
					folder.folders.put(name, depth < DEEPEST ? folder(at, seen, depth + 1) : new Folder(this));
				case STREAM -> folder.streams.put(name, at);
				default -> {
					// Nothing else is of use.
				}
			}
		}
		return folder;
	}

	private String name(int entry) {
		int length = Math.clamp(entries.getShort(entry * ENTRY + 64) - 2, 0, 62);
		return new String(entries.array(), entry * ENTRY, length, StandardCharsets.UTF_16LE).toUpperCase(Locale.ROOT);
	}

	private byte[] stream(int entry) {
		int start = entries.getInt(entry * ENTRY + 116);
		int size = size(entry);
		if (size >= miniCutoff) {
			return chain(start, size);
		}
		byte[] stream = new byte[size];
		int done = 0;
		for (int mini = start; mini >= 0 && mini < miniFat.length && done < size; mini = miniFat[mini]) {
			int from = mini << miniShift;
			int length = Math.min(size - done, 1 << miniShift);
			if (from < 0 || from + length > miniStream.length) {
				break;
			}
			System.arraycopy(miniStream, from, stream, done, length);
			done += length;
		}
		return done == size ? stream : Arrays.copyOf(stream, done);
	}

	private int size(int entry) {
		return (int) Math.clamp(entries.getLong(entry * ENTRY + 120) & 0xffffffffL, 0L, file.capacity());
	}

	/** @return the bytes of a chain of sectors, no more than the limit */
	private byte[] chain(int start, int limit) {
		byte[] bytes = new byte[Math.min(limit, file.capacity())];
		int done = 0;
		for (int sector = start; sector >= 0 && sector < fat.length && done < bytes.length; sector = fat[sector]) {
			long from = (long) (sector + 1) << sectorShift;
			int length = (int) Math.min(Math.min(bytes.length - done, 1L << sectorShift), file.capacity() - from);
			if (length <= 0) {
				break;
			}
			file.get((int) from, bytes, done, length);
			done += length;
		}
		return done == bytes.length ? bytes : Arrays.copyOf(bytes, done);
	}

	/** The table of what sector follows which, whose own sectors are listed in the header and in a chain behind it. */
	private int[] fat() {
		int perSector = 1 << sectorShift - 2;
		int sectors = file.capacity() >> sectorShift;
		int[] table = new int[Math.min(Math.max(0, file.getInt(44)), sectors / perSector + 1) * perSector];
		Arrays.fill(table, -1);
		int done = 0;
		for (int i = 0; i < FIRST_FAT_SECTORS && done < table.length; i++) {
			done = fatSector(file.getInt(76 + 4 * i), table, done);
		}
		int list = file.getInt(68);
		for (int lists = 0; lists < sectors && done < table.length && isInside(list); lists++) {
			int at = (list + 1) << sectorShift;
			for (int i = 0; i < perSector - 1 && done < table.length; i++) {
				done = fatSector(file.getInt(at + 4 * i), table, done);
			}
			list = file.getInt(at + 4 * (perSector - 1));
		}
		return table;
	}

	private int fatSector(int sector, int[] table, int done) {
		if (!isInside(sector)) {
			return table.length;
		}
		int at = (sector + 1) << sectorShift;
		for (int i = 0; i < 1 << sectorShift - 2; i++) {
			table[done + i] = file.getInt(at + 4 * i);
		}
		return done + (1 << sectorShift - 2);
	}

	private boolean isInside(int sector) {
		return sector >= 0 && (long) (sector + 2) << sectorShift <= file.capacity();
	}

	private static int[] numbers(byte[] bytes) {
		int[] numbers = new int[bytes.length / 4];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
		return numbers;
	}
}
