package rebound.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * A mail as its source holds it, not yet read.
 *
 * @param name    what the user knows it by: the path relative to the folder that was read, or
 *                {@code "name.mbox#N"} for the N-th mail of an mbox with several
 * @param content gives the mail's bytes, as often as asked, while the source is being read
 */
public record RawMail(String name, Content content) {

	/** Opens the bytes of a mail. */
	@FunctionalInterface
	public interface Content {
		/** @return the mail from its first byte; the caller closes it */
		InputStream open() throws IOException;
	}
}
