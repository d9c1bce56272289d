package rebound.source.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the files in a tar archive (POSIX.1-1988 ustar, the pax headers of POSIX.1-2001 and GNU's long names) in their
 * order, named {@code archive.tar/path/in/it}, with memory for one mail. Links, devices and the like are left out.
 */
final class Tar {

	static final int BLOCK = 512;
	private static final int CHECKSUM = 148;
	private static final int MAGIC = 257;
	private static final byte[] USTAR = { 'u', 's', 't', 'a', 'r' };
	/** Longer names, and headers that hold them, are nobody's. */
	private static final int MOST_HEADER = 1 << 16;
	private static final long MOST_LENGTH = 1L << 50;

	private final MailFileReader files;
	private final InputStream in;
	private final String name;
	private final Span span;
	private final long size;
	private final byte[] block = new byte[BLOCK];
	private long offset;
	/** What a header before it says of the next file, or {@code null}. */
	private String nextName;
	private long nextLength = -1;

	/** @param size number of bytes of the archive, to tell the progress */
	Tar(MailFileReader files, InputStream in, String name, Span span, long size) {
		this.files = files;
		this.in = in;
		this.name = name;
		this.span = span;
		this.size = size;
	}

	/** @return whether a file that begins so is a tar archive */
	static boolean beginsLike(byte[] head) {
		return head.length >= BLOCK && Arrays.equals(head, MAGIC, MAGIC + USTAR.length, USTAR, 0, USTAR.length)
				&& hasChecksum(head);
	}

	/** @throws IOException if the archive is broken; what was read before was handed over */
	void read() throws IOException {
		while (readBlock() && block[0] != 0) {
			if (!hasChecksum(block)) {
				throw new IOException("tar header at " + (offset - BLOCK) + " is broken");
			}
			entry();
		}
	}

	private void entry() throws IOException {
		char type = (char) block[156];
		long length = number(124, 12);
		if (length < 0 || length > MOST_LENGTH) {
			throw new IOException("tar header at " + (offset - BLOCK) + " has no size");
		}
		switch (type) {
			case 'L' -> nextName = text(header(length), 0, (int) length);
			case 'x' -> extended(header(length));
			case 'K', 'g' -> skip(length);
			default -> {
				String path = nextName == null ? path() : nextName;
				long real = nextLength < 0 ? length : nextLength;
				nextName = null;
				nextLength = -1;
				if ((type == '0' || type == 0 || type == '7') && !path.endsWith("/")) {
					file(path.startsWith("./") ? path.substring(2) : path, real);
				} else {
					skip(real);
				}
			}
		}
	}

	private void file(String path, long length) throws IOException {
		long end = offset + length;
		if (!Archive.isHidden(path)) {
			String inner = name + '/' + path;
			Span piece = new Span(span.handler(), place(offset), place(end));
			InputStream content = new BoundedInputStream(new Counting(), length);
			try {
				files.readUnpacked(inner, content, Archive.MAIL_LIMIT, piece, length);
			} catch (IOException unreadable) {
				span.handler().unreadable(inner, unreadable);
			}
			piece.done(1, 1);
		}
		skip(end - offset);
	}

	private double place(long at) {
		return span.from() + (span.to() - span.from()) * Math.min(1, (double) at / size);
	}

	/** @return the bytes of a header that is longer than a block */
	private byte[] header(long length) throws IOException {
		if (length > MOST_HEADER) {
			throw new IOException("tar header at " + (offset - BLOCK) + " is too long");
		}
		byte[] header = in.readNBytes((int) length);
		offset += header.length;
		if (header.length < length) {
			throw new EOFException(name);
		}
		skip(0);
		return header;
	}

	/** Records of a pax header: length, space, key, equals sign, value, newline. */
	private void extended(byte[] header) {
		int at = 0;
		while (at < header.length) {
			int space = at;
			int length = 0;
			while (space < header.length && header[space] >= '0' && header[space] <= '9' && length < MOST_HEADER) {
				length = length * 10 + header[space++] - '0';
			}
			int end = at + length;
			if (space >= header.length || header[space] != ' ' || end <= space + 1 || end > header.length) {
				return;
			}
			String record = new String(header, space + 1, end - space - 2, StandardCharsets.UTF_8);
			if (record.startsWith("path=")) {
				nextName = record.substring(5);
			} else if (record.startsWith("size=")) {
				nextLength = digits(record.substring(5));
			}
			at = end;
		}
	}

	private static long digits(String text) {
		boolean isNumber = !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9');
		return isNumber ? Long.parseLong(text) : -1;
	}

	private String path() {
		String path = text(block, 0, 100);
		// GNU's tar has times where POSIX has the beginning of a long path
		boolean hasPrefix = block[MAGIC + 5] == 0 && block[345] != 0;
		return hasPrefix ? text(block, 345, 155) + '/' + path : path;
	}

	private static String text(byte[] bytes, int from, int most) {
		int length = 0;
		while (length < most && bytes[from + length] != 0) {
			length++;
		}
		return new String(bytes, from, length, StandardCharsets.UTF_8);
	}

	/** @return a number in octal digits, or GNU's in binary; -1 if it is neither */
	private long number(int from, int length) {
		if ((block[from] & 0x80) != 0) {
			long value = 0;
			for (int i = from + length - 8; i < from + length; i++) {
				value = value << 8 | block[i] & 0xff;
			}
			return value;
		}
		return octal(block, from, length);
	}

	private static long octal(byte[] bytes, int from, int length) {
		long value = -1;
		for (int i = from; i < from + length; i++) {
			if (bytes[i] >= '0' && bytes[i] <= '7') {
				value = Math.max(value, 0) << 3 | bytes[i] - '0';
			} else if (value >= 0 || bytes[i] != ' ') {
				break;
			}
		}
		return value;
	}

	private static boolean hasChecksum(byte[] header) {
		long sum = 0;
		for (int i = 0; i < BLOCK; i++) {
			sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : header[i] & 0xff;
		}
		return sum == octal(header, CHECKSUM, 8);
	}

	private boolean readBlock() throws IOException {
		int length = in.readNBytes(block, 0, BLOCK);
		offset += length;
		if (length > 0 && length < BLOCK) {
			throw new EOFException(name);
		}
		return length == BLOCK;
	}

	/** Goes on to the block behind so many bytes. */
	private void skip(long length) throws IOException {
		long padded = length + (-(offset + length) & BLOCK - 1);
		in.skipNBytes(padded);
		offset += padded;
	}

	/** Knows how much of a file was read; the archive goes on behind it. */
	private final class Counting extends InputStream {

		@Override
		public int read() throws IOException {
			int next = in.read();
			offset += next < 0 ? 0 : 1;
			return next;
		}

		@Override
		public int read(byte[] target, int from, int length) throws IOException {
			int count = in.read(target, from, length);
			offset += Math.max(count, 0);
			return count;
		}
	}
}
