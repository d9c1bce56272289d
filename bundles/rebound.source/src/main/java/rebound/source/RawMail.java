package rebound.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A mail as its source holds it, not yet read.
 *
 * @param name    what the user knows it by: the path relative to the folder that was read, with {@code /} between the
 *                parts, or {@code "name.mbox#N"} for the N-th mail of an mbox with several
 * @param size    number of bytes of the content
 * @param content gives the mail's bytes, as often as asked and to any thread, for as long as the place it comes from
 *                stays as it is
 */
public record RawMail(String name, long size, Content content) {

	/** Opens the bytes of a mail. */
	@FunctionalInterface
	public interface Content {
		/** @return the mail from its first byte; the caller closes it */
		InputStream open() throws IOException;
	}

	/** @return a mail that is held in memory; the array is kept, not copied */
	public static RawMail of(String name, byte[] bytes) {
		return new RawMail(name, bytes.length, () -> new ByteArrayInputStream(bytes));
	}
}
