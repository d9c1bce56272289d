package rebound.store.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import rebound.model.Kind;
import rebound.store.NewMail;

/**
 * A mail as a row of its table.
 *
 * @param hash   SHA-256
 * @param kept   number of bytes kept, before packing
 * @param packed gives the bytes deflated (RFC 1950), or {@code null} when not kept; waits until they are
 */
record MailRow(byte[] hash, NewMail mail, int kept, Supplier<byte[]> packed) {
	/** So many are packed by one deflater, which is costly to make. */
	private static final int CHUNK = 50;

	/** Packs mails on another processor, while the caller goes on with what does not need their bytes. */
	static List<MailRow> of(List<NewMail> mails) {
		List<MailRow> rows = new ArrayList<>(mails.size());
		for (int from = 0; from < mails.size(); from += CHUNK) {
			List<NewMail> chunk = mails.subList(from, Math.min(mails.size(), from + CHUNK));
			CompletableFuture<List<byte[]>> packed = CompletableFuture.supplyAsync(() -> pack(chunk));
			for (int i = 0; i < chunk.size(); i++) {
				int place = i;
				NewMail mail = chunk.get(i);
				byte[] hash = Text.bytes(mail.hash(), 32);
				if (hash == null) {
					throw new IllegalArgumentException(mail.hash());
				}
				rows.add(new MailRow(hash, mail, kept(mail), () -> packed.join().get(place)));
			}
		}
		return rows;
	}

	/** A mail that reports nothing is somebody's letter: known by its hash, not kept. */
	private static int kept(NewMail mail) {
		return mail.judged().kind() == Kind.OTHER ? 0 : Math.min(mail.raw().length, NewMail.RAW_LIMIT);
	}

	private static List<byte[]> pack(List<NewMail> mails) {
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try {
			byte[] buffer = new byte[1 << 16];
			List<byte[]> packed = new ArrayList<>(mails.size());
			for (NewMail mail : mails) {
				packed.add(mail.judged().kind() == Kind.OTHER ? null : deflate(deflater, mail, buffer));
			}
			return packed;
		} finally {
			deflater.end();
		}
	}

	private static byte[] deflate(Deflater deflater, NewMail mail, byte[] buffer) {
		deflater.reset();
		deflater.setInput(mail.raw(), 0, kept(mail));
		deflater.finish();
		int first = deflater.deflate(buffer);
		if (deflater.finished()) {
			return Arrays.copyOf(buffer, first);
		}
		ByteArrayOutputStream packed = new ByteArrayOutputStream(kept(mail) / 2);
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
}
