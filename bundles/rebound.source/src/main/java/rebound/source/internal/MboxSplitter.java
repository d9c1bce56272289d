package rebound.source.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import rebound.source.MailHandler;
import rebound.source.RawMail;
import rebound.source.internal.MailFileReader.FileRange;

/**
 * Takes an mbox apart, in one pass and with memory for one mail of limited size, however large the file is.
 * <p>
 * mboxo and mboxrd put a {@code >} before a line of a mail that begins with {@code From }; it is taken away again.
 * mboxcl and mboxcl2 give each mail a Content-Length instead, the latter without the {@code >}. A Content-Length is
 * believed when the first mail of the file has one that ends exactly where the next mail begins, so that a line put
 * into a single mail can't hide those behind it.
 */
final class MboxSplitter {

	/** Small enough to be looked at while the processor still has it at hand. */
	private static final int BLOCK = 1 << 16;
	private static final int HEADER_LIMIT = 1 << 16;
	private static final byte[] CONTENT_LENGTH = { 'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h',
			':' };

	private final MailHandler handler;
	private final String name;
	private final InputStream in;
	private final int limit;
	private final FileRange.Maker ranges;
	private final Span span;
	private final long size;

	private byte[] buffer;
	private int end;
	private boolean atEnd;
	/** Offset of the buffer's first byte in the file. */
	private long base;
	/** Offset in the file of the current mail, behind its From line. */
	private long mailOffset;
	/** Whether the current mail is over the limit, so that its beginning is no longer in the buffer. */
	private boolean large;
	private byte[] largeHead;
	private boolean quoted;
	private boolean lengthsBelieved = true;
	private RawMail first;
	private int count;

	/**
	 * @param head   the file's first bytes; becomes the splitter's own
	 * @param in     the rest of the file, or {@code null} if there is none
	 * @param limit  a mail of more bytes is handed over as a range of the file
	 * @param ranges makes such ranges, or {@code null} where larger mails are cut at the limit
	 * @param size   number of bytes of the whole file, to tell the progress
	 */
	MboxSplitter(String name, byte[] head, InputStream in, int limit, FileRange.Maker ranges,
			Span span, long size) {
		this.handler = span.handler();
		this.name = name;
		this.buffer = head;
		this.end = head.length;
		this.in = in;
		this.atEnd = in == null;
		this.limit = limit;
		this.ranges = ranges;
		this.span = span;
		this.size = size;
	}

	/** @return whether a file that begins so is an mbox, or a single mail that was cut out of one */
	static boolean beginsLikeMbox(byte[] head) {
		return FromLine.is(head, 0, head.length);
	}

	void split() throws IOException {
		try {
			int next = 0;
			do {
				beginMail(next);
				next = endByLength();
				if (next < 0) {
					next = endBySearch();
				}
				endMail(next);
			} while (next < end || !atEnd);
		} catch (IOException cut) {
			endMail(end);
			throw cut;
		} finally {
			if (first != null) {
				handler.mail(first);
			}
		}
	}

	/** Begins the mail whose From line stands at the index. */
	private void beginMail(int fromLine) {
		int lineEnd = FromLine.lineEnd(buffer, fromLine, end);
		mailOffset = base + FromLine.afterNewline(buffer, lineEnd, end);
		large = false;
		largeHead = null;
		quoted = false;
	}

	/** @return the index of the From line where the current mail ends, or of the end of the file */
	private int endBySearch() throws IOException {
		int at = mailStart();
		while (true) {
			int hit = nextFromLine(at);
			if (hit < 0 && atEnd) {
				return end;
			}
			if (hit < 0 || !atEnd && hit + FromLine.LOOK_AHEAD > end) {
				long resume = base + (hit < 0 ? Math.max(at, end - 5) : hit);
				more();
				at = (int) (resume - base);
			} else if (FromLine.separates(buffer, mailStart(), hit, end)) {
				return hit;
			} else {
				at = hit + 1;
			}
		}
	}

	/** @return the index of the next From line, quoted ones taken notice of, or -1 */
	private int nextFromLine(int from) {
		int hit = FromLine.find(buffer, from, end);
		while (hit >= 0) {
			int lineStart = hit;
			while (lineStart > 0 && buffer[lineStart - 1] == '>') {
				lineStart--;
			}
			if (lineStart > 0 && (buffer[lineStart - 1] == '\n' || buffer[lineStart - 1] == '\r')) {
				if (lineStart == hit) {
					return hit;
				}
				quoted = true;
			}
			hit = FromLine.find(buffer, hit + 5, end);
		}
		return -1;
	}

	/** @return as {@link #endBySearch}, or -1 if there is no Content-Length to believe */
	private int endByLength() throws IOException {
		if (!lengthsBelieved) {
			return -1;
		}
		fill(mailOffset + HEADER_LIMIT);
		long body = bodyEnd(mailStart());
		// Larger mails are searched: looking ahead so far would cost the memory that the limit saves.
		if (body >= 0 && body - mailOffset < limit / 2) {
			fill(body + FromLine.LOOK_AHEAD);
			int next = (int) (body - base);
			for (int newlines = 0; newlines < 3 && next <= end; newlines++) {
				if (atEnd && next == end
						|| FromLine.is(buffer, next, end) && FromLine.isHeadOfMail(buffer, next, end)) {
					return next;
				}
				int after = FromLine.afterNewline(buffer, next, end);
				if (after == next) {
					break;
				}
				next = after;
			}
		}
		lengthsBelieved = count > 0;
		return -1;
	}

	/** @return the offset in the file where the mail ends by its Content-Length, or -1 */
	private long bodyEnd(int start) {
		long length = -1;
		int limitOfHeader = Math.min(end, start + HEADER_LIMIT);
		int line = start;
		while (line < limitOfHeader) {
			int lineEnd = FromLine.lineEnd(buffer, line, limitOfHeader);
			int next = FromLine.afterNewline(buffer, lineEnd, limitOfHeader);
			if (lineEnd == line) {
				return length < 0 ? -1 : base + next + length;
			}
			if (length < 0 && isContentLength(line, lineEnd)) {
				length = number(line + CONTENT_LENGTH.length, lineEnd);
			}
			line = next == lineEnd ? limitOfHeader : next;
		}
		return -1;
	}

	private boolean isContentLength(int line, int lineEnd) {
		if (lineEnd - line <= CONTENT_LENGTH.length) {
			return false;
		}
		for (int i = 0; i < CONTENT_LENGTH.length; i++) {
			if ((buffer[line + i] | 0x20) != (CONTENT_LENGTH[i] | 0x20)) {
				return false;
			}
		}
		return true;
	}

	private long number(int from, int to) {
		long value = -1;
		for (int i = from; i < to; i++) {
			int digit = buffer[i] - '0';
			if (digit >= 0 && digit <= 9) {
				value = Math.max(value, 0) * 10 + digit;
				if (value > Integer.MAX_VALUE) {
					return -1;
				}
			} else if (buffer[i] != ' ' && buffer[i] != '\t') {
				return -1;
			}
		}
		return value;
	}

	/** Hands over the mail that ends at the index; the first one waits, its name depends on whether there are more. */
	private void endMail(int to) {
		int start = mailStart();
		// A blank line before the next From line belongs to the mbox, not to the mail.
		int blank = FromLine.beforeNewline(buffer, start, to);
		int stop = FromLine.beforeNewline(buffer, start, blank) < blank ? blank : to;
		RawMail mail;
		if (!large) {
			byte[] bytes = Arrays.copyOfRange(buffer, start, stop);
			mail = RawMail.of(nameOfNext(), quoted && !lengthsBelieved ? withoutQuotes(bytes) : bytes);
		} else if (ranges == null) {
			mail = RawMail.of(nameOfNext(), largeHead);
		} else {
			long length = base + stop - mailOffset;
			mail = new RawMail(nameOfNext(), length, ranges.make(mailOffset, length));
		}
		if (count++ == 0) {
			first = mail;
			return;
		}
		if (first != null) {
			RawMail one = new RawMail(name + "#1", first.size(), first.content());
			first = null;
			handler.mail(one);
		}
		handler.mail(mail);
	}

	private String nameOfNext() {
		return count == 0 ? name : name + '#' + (count + 1);
	}

	/** @return where the current mail begins in the buffer, or 0 if it begins before it */
	private int mailStart() {
		return large ? 0 : (int) (mailOffset - base);
	}

	/** Reads on until the buffer reaches the offset in the file. */
	private void fill(long offset) throws IOException {
		while (base + end < offset && !atEnd) {
			more();
		}
	}

	/** Reads the next block, and lets go what is no longer needed. */
	private void more() throws IOException {
		if (!large && end - mailStart() > limit) {
			largeHead = ranges == null ? Arrays.copyOfRange(buffer, mailStart(), mailStart() + limit) : null;
			large = true;
		}
		if (large || buffer.length - end < BLOCK) {
			// One byte more than the mail: a line is known by the newline before it.
			int keep = Math.max(0, large ? end - FromLine.LOOK_AHEAD - FromLine.LOOK_BEHIND : mailStart() - 1);
			int room = Math.max(buffer.length, end - keep + (end - keep) / 2 + 2 * BLOCK);
			byte[] target = room > buffer.length ? new byte[room] : buffer;
			System.arraycopy(buffer, keep, target, 0, end - keep);
			buffer = target;
			end -= keep;
			base += keep;
		}
		int bytes = in.read(buffer, end, BLOCK);
		atEnd = bytes < 0;
		end += Math.max(bytes, 0);
		span.done(base + end, size);
	}

	/** Takes one {@code >} away from the lines that begin with {@code >From }, {@code >>From } and so on. */
	private static byte[] withoutQuotes(byte[] mail) {
		byte[] result = new byte[mail.length];
		int length = 0;
		boolean atLineStart = true;
		for (int i = 0; i < mail.length; i++) {
			if (atLineStart && mail[i] == '>') {
				int text = i;
				while (text < mail.length && mail[text] == '>') {
					text++;
				}
				if (FromLine.is(mail, text, mail.length)) {
					i++;
				}
			}
			result[length++] = mail[i];
			atLineStart = mail[i] == '\n' || mail[i] == '\r';
		}
		return Arrays.copyOf(result, length);
	}
}
