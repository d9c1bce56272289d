package rebound.store.internal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import rebound.model.Kind;
import rebound.store.NewMail;

/**
 * A mail as a row of its table.
 *
 * @param hash SHA-256
 * @param kept number of bytes kept, before packing
 * @param data deflated (RFC 1950), or {@code null} when not kept
 */
record MailRow(byte[] hash, NewMail mail, int kept, byte[] data) {

	/** Packs mails; one object for many, because a deflater is costly to make. Not for several threads. */
	static final class Packer implements AutoCloseable {
		private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		private final byte[] buffer = new byte[1 << 16];

		MailRow pack(NewMail mail) {
			byte[] hash = Text.bytes(mail.hash(), 32);
			if (hash == null) {
				throw new IllegalArgumentException(mail.hash());
			}
			// a mail that reports nothing is somebody's letter: known by its hash, not kept
			if (mail.judged().kind() == Kind.OTHER) {
				return new MailRow(hash, mail, 0, null);
			}
			int kept = Math.min(mail.raw().length, NewMail.RAW_LIMIT);
			return new MailRow(hash, mail, kept, deflate(mail.raw(), kept));
		}

		private byte[] deflate(byte[] raw, int length) {
			deflater.reset();
			deflater.setInput(raw, 0, length);
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

		@Override
		public void close() {
			deflater.end();
		}
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
}
