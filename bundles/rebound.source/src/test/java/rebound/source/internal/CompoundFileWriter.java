package rebound.source.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes compound files ([MS-CFB], version 3) for tests. Names are paths with {@code /} between folder and stream. */
final class CompoundFileWriter {

	private static final int SECTOR = 512;
	private static final int MINI = 64;
	private static final int END = -2;

	private final List<int[]> links = new ArrayList<>();
	private final List<Integer> fat = new ArrayList<>();
	private final List<Integer> miniFat = new ArrayList<>();
	private final ByteArrayOutputStream sectors = new ByteArrayOutputStream();
	private final ByteArrayOutputStream miniStream = new ByteArrayOutputStream();
	private final ByteArrayOutputStream directory = new ByteArrayOutputStream();

	static byte[] write(Map<String, byte[]> streams) {
		return new CompoundFileWriter().file(streams);
	}

	/** A property of text, in UTF-16. */
	static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_16LE);
	}

	private byte[] file(Map<String, byte[]> streams) {
		Map<String, Object> root = new TreeMap<>();
		streams.forEach((path, content) -> put(root, path, content));
		List<Object[]> entries = new ArrayList<>();
		entries.add(new Object[]{ "Root Entry", 5, -1, -1, null });
		int child = children(root, entries);
		entries.get(0)[3] = child;
		for (Object[] entry : entries) {
			if (entry[4] instanceof byte[] content) {
				boolean small = content.length < 4096;
				entry[2] = small ? chain(content, miniStream, MINI, miniFat) : chain(content, sectors, SECTOR, fat);
			}
		}
		int mini = chain(miniStream.toByteArray(), sectors, SECTOR, fat);
		entries.get(0)[2] = mini;
		entries.get(0)[4] = miniStream.toByteArray();
		for (int i = 0; i < entries.size(); i++) {
			entry(entries.get(i), links.get(i));
		}
		int first = chain(directory.toByteArray(), sectors, SECTOR, fat);
		int firstMini = chain(bytes(miniFat), sectors, SECTOR, fat);
		int miniSectors = (miniFat.size() * 4 + SECTOR - 1) / SECTOR;
		int fatSectors = 1;
		while (fatSectors * SECTOR / 4 < fat.size() + fatSectors) {
			fatSectors++;
		}
		int fatStart = fat.size();
		for (int i = 0; i < fatSectors; i++) {
			fat.add(-3);
		}
		while (fat.size() < fatSectors * SECTOR / 4) {
			fat.add(-1);
		}
		sectors.writeBytes(bytes(fat));
		ByteBuffer header = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
		header.putLong(0, 0xE11AB1A1E011CFD0L).putShort(24, (short) 0x3e).putShort(26, (short) 3)
				.putShort(28, (short) 0xfffe).putShort(30, (short) 9).putShort(32, (short) 6).putInt(44, fatSectors)
				.putInt(48, first).putInt(56, 4096).putInt(60, firstMini).putInt(64, miniSectors).putInt(68, END);
		for (int i = 0; i < 109; i++) {
			header.putInt(76 + 4 * i, i < fatSectors ? fatStart + i : -1);
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(header.array());
		file.writeBytes(sectors.toByteArray());
		return file.toByteArray();
	}

	@SuppressWarnings("unchecked")
	private static void put(Map<String, Object> folder, String path, byte[] content) {
		int slash = path.indexOf('/');
		if (slash < 0) {
			folder.put(path, content);
		} else {
			put((Map<String, Object>) folder.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>()),
					path.substring(slash + 1), content);
		}
	}

	/** Each child is the right sibling of the one before: a tree of the allowed, if not of the best kind. */
	@SuppressWarnings("unchecked")
	private int children(Map<String, Object> folder, List<Object[]> entries) {
		if (links.isEmpty()) {
			links.add(new int[]{ -1 });
		}
		int first = -1;
		int before = -1;
		for (Map.Entry<String, Object> child : folder.entrySet()) {
			boolean isFolder = child.getValue() instanceof Map;
			int at = entries.size();
			entries.add(new Object[]{ child.getKey(), isFolder ? 1 : 2, END, -1, isFolder ? null : child.getValue() });
			links.add(new int[]{ -1 });
			if (before >= 0) {
				links.get(before)[0] = at;
			}
			first = first < 0 ? at : first;
			before = at;
			if (isFolder) {
				entries.get(at)[3] = children((Map<String, Object>) child.getValue(), entries);
			}
		}
		return first;
	}

	private static int chain(byte[] content, ByteArrayOutputStream target, int unit, List<Integer> table) {
		if (content.length == 0) {
			return END;
		}
		int first = table.size();
		int count = (content.length + unit - 1) / unit;
		for (int i = 1; i < count; i++) {
			table.add(table.size() + 1);
		}
		table.add(END);
		target.writeBytes(Arrays.copyOf(content, count * unit));
		return first;
	}

	private void entry(Object[] entry, int[] link) {
		ByteBuffer bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
		byte[] name = text((String) entry[0]);
		bytes.put(0, name).putShort(64, (short) (name.length + 2)).put(66, ((Integer) entry[1]).byteValue())
				.put(67, (byte) 1).putInt(68, -1).putInt(72, link[0]).putInt(76, (Integer) entry[3])
				.putInt(116, (Integer) entry[2])
				.putLong(120, entry[4] instanceof byte[] content ? content.length : 0);
		directory.writeBytes(bytes.array());
	}

	private static byte[] bytes(List<Integer> numbers) {
		ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
		numbers.forEach(bytes::putInt);
		return bytes.array();
	}
}
