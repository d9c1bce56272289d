package rebound.source.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;

import rebound.source.EventSource;
import rebound.source.MailHandler;
import rebound.source.RawMail;

/**
 * Reads one file: a single mail, one of Outlook's, an mbox, a log or an archive of these, told apart by how it begins. Mails up to
 * {@link #SMALL} bytes are handed over in memory, larger ones as a part of the file.
 */
final class MailFileReader {

	static final int SMALL = 1 << 20;

	private final MailHandler handler;
	private final List<EventSource> formats;
	private final ByteBuffer block = ByteBuffer.allocateDirect(SMALL);
	private final Archive archives = new Archive(this);

	/** @param formats know the logs and exports that are no mails */
	MailFileReader(MailHandler handler, List<EventSource> formats) {
		this.handler = handler;
		this.formats = formats;
	}

	void read(Path path, BasicFileAttributes attributes, String name, Span span) throws IOException {
		if (!attributes.isRegularFile()) {
			// Opening a named pipe waits for its writer, reading a device may never end.
			handler.unreadable(name, new FileSystemException(path.toString(), null, "not a regular file"));
			return;
		}
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			byte[] head = head(channel, attributes.size());
			boolean whole = head.length == attributes.size() || head.length < SMALL;
			EventFile events = null;
			if (Archive.isArchive(head, name)) {
				archives.read(path, head, attributes.size(), name, span);
			} else if (MboxSplitter.beginsLikeMbox(head)) {
				InputStream rest = whole ? null : Channels.newInputStream(channel);
				FileRange.Maker ranges = (offset, length) -> new FileRange(path, offset, length);
				new MboxSplitter(name, head, rest, SMALL, ranges, span, attributes.size()).split();
			} else if ((events = EventFile.of(head, name, formats, handler)) != null) {
				events.read(from(head, Channels.newInputStream(channel)), name, span, attributes.size());
			} else if (CompoundFile.beginsLike(head) && attributes.size() <= Archive.MAIL_LIMIT) {
				handler.mail(RawMail.of(name, OutlookMessage.mail(Files.readAllBytes(path))));
			} else if (whole) {
				handler.mail(RawMail.of(name, head));
			} else {
				long size = attributes.size();
				handler.mail(new RawMail(name, size, new FileRange(path, 0, size)));
			}
		}
	}

	/**
	 * Reads the one mail, the mbox, the log or the archive that an archive holds. What lies beyond {@code limit} in a mail is left out, and
	 * what was read of a broken archive is handed over before it fails.
	 */
	void readUnpacked(String name, InputStream in, int limit, Span span, long size) throws IOException {
		byte[] head = new byte[SMALL];
		int length = 0;
		boolean isArchive = false;
		IOException broken = null;
		try {
			for (int n = 0; n >= 0 && length < limit; n = in.read(head, length, head.length - length)) {
				length += n;
				isArchive = length >= Tar.BLOCK && Archive.isArchive(head, name);
				if (isArchive) {
					break;
				}
				if (length == head.length) {
					if (length == SMALL && readLarge(name, head, in, limit, span, size)) {
						return;
					}
					head = Arrays.copyOf(head, Math.min(2 * length, limit));
				}
			}
		} catch (IOException cut) {
			broken = cut;
		}
		head = Arrays.copyOf(head, length);
		if (isArchive || broken == null && Archive.isArchive(head, name)) {
			archives.read(from(head, in), head, size, name, span);
			return;
		}
		EventFile events = null;
		if (MboxSplitter.beginsLikeMbox(head)) {
			new MboxSplitter(name, head, null, limit, null, span, size).split();
		} else if (length < SMALL && (events = EventFile.of(head, name, formats, handler)) != null) {
			events.read(new ByteArrayInputStream(head), name, span, size);
		} else if (broken == null && CompoundFile.beginsLike(head)) {
			span.handler().mail(RawMail.of(name, OutlookMessage.mail(head)));
		} else if (broken == null || length > 0) {
			span.handler().mail(RawMail.of(name, head));
		}
		if (broken != null) {
			throw broken;
		}
	}

	/** @return whether it was an mbox or a log, which are not kept in memory */
	private boolean readLarge(String name, byte[] head, InputStream in, int limit, Span span, long size)
			throws IOException {
		if (MboxSplitter.beginsLikeMbox(head)) {
			new MboxSplitter(name, head, in, limit, null, span, size).split();
			return true;
		}
		EventFile events = EventFile.of(head, name, formats, handler);
		if (events != null) {
			events.read(from(head, in), name, span, size);
		}
		return events != null;
	}

	private static InputStream from(byte[] head, InputStream rest) {
		return new SequenceInputStream(new ByteArrayInputStream(head), rest);
	}

	private byte[] head(FileChannel channel, long size) throws IOException {
		block.clear();
		// One read serves for the usual small file; only one that shrank or grew meanwhile needs another.
		int wanted = Math.clamp(size, 1, SMALL);
		while (block.position() < wanted && channel.read(block) >= 0) {
			continue;
		}
		byte[] head = new byte[block.flip().remaining()];
		block.get(head);
		return head;
	}

	/** Part of a file, opened anew each time. */
	record FileRange(Path path, long offset, long length) implements RawMail.Content {

		/** Makes the content of a mail that lies at an offset. */
		@FunctionalInterface
		interface Maker {
			RawMail.Content make(long offset, long length);
		}

		@Override
		public InputStream open() throws IOException {
			FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
			try {
				channel.position(offset);
				return new BoundedInputStream(Channels.newInputStream(channel), length);
			} catch (IOException | RuntimeException failed) {
				channel.close();
				throw failed;
			}
		}
	}
}
