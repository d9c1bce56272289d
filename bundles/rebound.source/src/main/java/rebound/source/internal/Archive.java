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

/**
 * Reads a gzip file as the file in it (which may be a tar archive), and a zip as the files in it, named {@code archive.zip/path/in/it} and sorted by
 * that. Of a single mail in an archive no more than {@link #MAIL_LIMIT} bytes are read.
 */
final class Archive {

	static final int MAIL_LIMIT = 1 << 24;

	/** Mail shrinks to a tenth or so; what unpacks to much more than that was made to fill disks and memories. */
	private static final int MOST_EXPANSION = 200;

	private final MailFileReader files;

	/** @param files read what is unpacked */
	Archive(MailFileReader files) {
		this.files = files;
	}

	static boolean isArchive(byte[] head, String name) {
		return isGzip(head, name) || isZip(head, name);
	}

	void read(Path path, long size, String name, Span span) throws IOException {
		if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
			readZip(path, name, span);
		} else {
			try (InputStream in = new Expanding(new GZIPInputStream(Files.newInputStream(path), 1 << 16), size)) {
				files.readUnpacked(name, in, MAIL_LIMIT, span, Long.MAX_VALUE);
			}
		}
	}

	private void readZip(Path path, String name, Span span) throws IOException {
		try (ZipFile zip = new ZipFile(path.toFile())) {
			List<? extends ZipEntry> entries = zip.stream()
					.filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
					.sorted(Comparator.comparing(ZipEntry::getName)).toList();
			for (int i = 0; i < entries.size(); i++) {
				ZipEntry entry = entries.get(i);
				String inner = name + '/' + entry.getName();
				Span piece = span.piece(i, entries.size());
				try (InputStream in = new Expanding(zip.getInputStream(entry), entry.getCompressedSize())) {
					files.readUnpacked(inner, in, MAIL_LIMIT, piece, entry.getSize());
				} catch (IOException unreadable) {
					span.handler().unreadable(inner, unreadable);
				}
				piece.done(1, 1);
			}
		}
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
	private static final class Expanding extends FilterInputStream {

		private long left;

		Expanding(InputStream in, long packedSize) {
			super(in);
			this.left = MAIL_LIMIT + packedSize * MOST_EXPANSION;
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
}
