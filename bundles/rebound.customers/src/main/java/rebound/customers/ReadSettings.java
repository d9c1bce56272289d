package rebound.customers;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * How a source shall read. Everything may be left to the source.
 *
 * @param profile   id of the program that wrote the file, for example {@code "salesforce"}; {@code null}: found by
 *                  its headers
 * @param columns   what a column means, by its header in any case; goes before everything that is found by itself
 * @param delimiter between values, {@code null}: found by itself
 * @param charset   of the text, {@code null}: found by itself
 */
public record ReadSettings(String profile, Map<String, CustomerField> columns, Character delimiter, Charset charset) {

	/** Everything is found by itself. */
	public static final ReadSettings AUTOMATIC = new ReadSettings(null, Map.of(), null, null);

	public ReadSettings {
		columns = Map.copyOf(columns);
	}
}
