package rebound.pipeline;

import java.nio.charset.Charset;

/**
 * How a file or log of what was sent is read. Everything may be {@code null}: found by itself.
 *
 * @param campaign  id or name of the campaign that all of it belongs to; {@code null}: each entry tells its own
 * @param delimiter between the values of a table
 * @param charset   of a table
 */
public record SentSettings(String campaign, Character delimiter, Charset charset) {

	/** Everything is found by itself. */
	public static final SentSettings AUTOMATIC = new SentSettings(null, null, null);
}
