package rebound.source.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream; closing it closes the stream. */
final class BoundedInputStream extends FilterInputStream {

	private long left;

	BoundedInputStream(InputStream in, long length) {
		super(in);
		this.left = length;
	}

	@Override
	public int read() throws IOException {
		if (left <= 0) {
			return -1;
		}
		int next = super.read();
		left -= next < 0 ? left : 1;
		return next;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (left <= 0) {
			return length == 0 ? 0 : -1;
		}
		int count = super.read(target, offset, (int) Math.min(length, left));
		left -= count < 0 ? left : count;
		return count;
	}

	@Override
	public long skip(long count) throws IOException {
		long skipped = super.skip(Math.min(count, left));
		left -= skipped;
		return skipped;
	}

	@Override
	public int available() throws IOException {
		return (int) Math.min(super.available(), left);
	}

	@Override
	public boolean markSupported() {
		return false;
	}
}
