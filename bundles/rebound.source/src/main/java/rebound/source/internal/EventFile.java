package rebound.source.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import rebound.model.DeliveryReport;
import rebound.source.BrokenRecord;
import rebound.source.EventHandler;
import rebound.source.EventSource;
import rebound.source.MailHandler;
import rebound.source.RawEvent;

/** Reads a log or an export through the event source that recognises it. The one place where these are called. */
final class EventFile {

	private final EventSource source;

	private EventFile(EventSource source) {
		this.source = source;
	}

	/** @return the file, or {@code null} if no source recognises it by its first bytes */
	static EventFile of(byte[] head, String name, List<EventSource> sources, MailHandler handler) {
		for (EventSource source : sources) {
			try {
				if (source.recognises(head)) {
					return new EventFile(source);
				}
			} catch (RuntimeException broken) {
				// A third party's: what it can't recognise others may, or it is a mail.
				handler.unreadable(name, new IOException(source.id() + ": " + broken, broken));
			}
		}
		return null;
	}

	/** @param size number of bytes of the whole file, to tell the progress */
	void read(InputStream in, String name, Span span, long size) throws IOException {
		Feed feed = new Feed(span.handler(), name);
		try {
			source.read(new Counted(in, span, size), feed);
		} catch (RuntimeException broken) {
			if (broken == feed.stop) {
				throw broken;
			}
			span.handler().unreadable(name, new IOException(source.id() + ": " + broken, broken));
		}
	}

	/** Names what a source hands over, and knows our own end when it comes back through the source. */
	private static final class Feed implements EventHandler {
		private final MailHandler handler;
		private final String name;
		private RuntimeException stop;

		Feed(MailHandler handler, String name) {
			this.handler = handler;
			this.name = name;
		}

		@Override
		public void event(long line, byte[] record, DeliveryReport report) {
			goOn(() -> handler.event(new RawEvent(name + ':' + line, record, report)));
		}

		@Override
		public void broken(long line, BrokenRecord.Code code) {
			goOn(() -> handler.unreadable(name + ':' + line, new BrokenRecord(code)));
		}

		private void goOn(Runnable step) {
			try {
				step.run();
			} catch (RuntimeException failed) {
				stop = failed;
				throw failed;
			}
		}
	}

	/** Tells how far a stream is read. */
	private static final class Counted extends FilterInputStream {
		private final Span span;
		private final long size;
		private long done;

		Counted(InputStream in, Span span, long size) {
			super(in);
			this.span = span;
			this.size = size;
		}

		@Override
		public int read() throws IOException {
			int next = super.read();
			done += next < 0 ? 0 : 1;
			return next;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = super.read(target, offset, length);
			done += Math.max(0, count);
			span.done(done, size);
			return count;
		}

		@Override
		public void close() {
			// The file is the reader's to close.
		}
	}
}
