package rebound.source.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads a gzip file as the file in it, and a zip or tar as the files in it, named {@code archive.zip/path/in/it}; also
 * archives in these. The files of a zip are sorted by their names, but for a zip in another archive. Of a single mail in an archive
 * no more than {@link #MAIL_LIMIT} bytes are read.
 */
final class Archive {

	static final int MAIL_LIMIT = 1 << 24;

	/** Mail shrinks to a tenth or so; what unpacks to much more than that was made to fill disks and memories. */
	private static final int MOST_EXPANSION = 200;
	/** Archives in archives in archives are made to keep programs busy; a {@code .tar.gz} is two. */
	private static final int MOST_DEPTH = 5;

	private final MailFileReader files;
	/** How many archives are open, one in the other. */
	private int depth;
	/** How many bytes all of them may still unpack to. */
	private long left = Long.MAX_VALUE;

	/** @param files read what is unpacked */
	Archive(MailFileReader files) {
		this.files = files;
	}

	static boolean isArchive(byte[] head, String name) {
		return isGzip(head, name) || isZip(head, name) || Tar.beginsLike(head);
	}

	/** Reads an archive that is a file, which begins with {@code head}. */
	void read(Path path, byte[] head, long size, String name, Span span) throws IOException {
		if (isZip(head, name)) {
			readZip(path, name, span);
			return;
		}
		allow(size);
		try (InputStream in = Files.newInputStream(path)) {
			read(in, head, size, name, span);
		}
	}

	/**
	 * Reads an archive in another one.
	 *
	 * @param in   the whole archive; not closed
	 * @param head how it begins
	 * @param size its number of bytes, to tell the progress
	 */
	void read(InputStream in, byte[] head, long size, String name, Span span) throws IOException {
		if (depth >= MOST_DEPTH) {
			throw new ZipException("more than " + MOST_DEPTH + " archives, one in the other");
		}
		depth++;
		try {
			if (isZip(head, name)) {
				readZip(in, name, span);
			} else if (isGzip(head, name)) {
				try (InputStream unpacked = new Expanding(new GZIPInputStream(new Kept(in), 1 << 16))) {
					files.readUnpacked(name, unpacked, MAIL_LIMIT, span, Long.MAX_VALUE);
				}
			} else {
				new Tar(files, in, name, span, size).read();
			}
		} finally {
			depth--;
		}
	}

	/** Each file in it may grow by itself, so that one that was made to grow does not hide the others. */
	private void readZip(Path path, String name, Span span) throws IOException {
		try (ZipFile zip = new ZipFile(path.toFile())) {
			List<? extends ZipEntry> entries = zip.stream()
					.filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
					.sorted(Comparator.comparing(ZipEntry::getName)).toList();
			for (int i = 0; i < entries.size(); i++) {
				ZipEntry entry = entries.get(i);
				String inner = name + '/' + entry.getName();
				Span piece = span.piece(i, entries.size());
				allow(entry.getCompressedSize());
				depth++;
				try (InputStream in = new Expanding(zip.getInputStream(entry))) {
					files.readUnpacked(inner, in, MAIL_LIMIT, piece, entry.getSize());
				} catch (IOException unreadable) {
					span.handler().unreadable(inner, unreadable);
				} finally {
					depth--;
				}
				piece.done(1, 1);
			}
		}
	}

	private void readZip(InputStream in, String name, Span span) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new Kept(in))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (!entry.isDirectory() && !isHidden(entry.getName())) {
					try (InputStream unpacked = new Expanding(new Kept(zip))) {
						files.readUnpacked(name + '/' + entry.getName(), unpacked, MAIL_LIMIT, span, Long.MAX_VALUE);
					}
				}
			}
		}
	}

	private void allow(long packedSize) {
		left = MAIL_LIMIT + packedSize * MOST_EXPANSION;
	}

	static boolean isHidden(String path) {
		return path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
	}

	private static boolean isGzip(byte[] head, String name) {
		return head.length > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b
				&& (name.toLowerCase(Locale.ROOT).endsWith(".gz") || name.toLowerCase(Locale.ROOT).endsWith(".tgz"));
	}

	private static boolean isZip(byte[] head, String name) {
		return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 8
				&& name.toLowerCase(Locale.ROOT).endsWith(".zip");
	}

	/** Stops when the unpacked bytes are far too many for the packed ones. */
	private final class Expanding extends FilterInputStream {

		Expanding(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = super.read(target, offset, length);
			left -= Math.max(count, 0);
			if (left < 0) {
				throw new ZipException("unpacks to more than " + MOST_EXPANSION + " times its size");
			}
			return count;
		}
	}

	/** A stream that stays open. A gzip file may have several parts: it looks for the next where there may be more. */
	private static final class Kept extends FilterInputStream {

		Kept(InputStream in) {
			super(in);
		}

		@Override
		public int available() {
			return 1;
		}

		@Override
		public void close() {
			// It is closed by whoever opened it.
		}
	}
}
