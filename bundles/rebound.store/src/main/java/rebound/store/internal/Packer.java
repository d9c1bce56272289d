package rebound.store.internal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import rebound.store.NewMail;

/** Packs mails (RFC 1950, deflated), one after the other with one deflater, which is costly to make. */
final class Packer implements AutoCloseable {
	private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
	private final byte[] buffer = new byte[1 << 16];

	/** @param length so many bytes of the mail are packed */
	byte[] pack(byte[] mail, int length) {
		deflater.reset();
		deflater.setInput(mail, 0, length);
		deflater.finish();
		int first = deflater.deflate(buffer);
		if (deflater.finished()) {
			return Arrays.copyOf(buffer, first);
		}
		ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 2);
		packed.write(buffer, 0, first);
		while (!deflater.finished()) {
			packed.write(buffer, 0, deflater.deflate(buffer));
		}
		return packed.toByteArray();
	}

	/** @return the bytes, or {@code null} if the data are damaged */
	static byte[] unpack(byte[] data, int kept) {
		Inflater inflater = new Inflater();
		try {
			byte[] raw = new byte[Math.clamp(kept, 0, NewMail.RAW_LIMIT)];
			inflater.setInput(data);
			int length = 0;
			while (length < raw.length) {
				int count = inflater.inflate(raw, length, raw.length - length);
				if (count == 0) {
					return null;
				}
				length += count;
			}
			return raw;
		} catch (DataFormatException damaged) {
			return null;
		} finally {
			inflater.end();
		}
	}

	@Override
	public void close() {
		deflater.end();
	}
}
