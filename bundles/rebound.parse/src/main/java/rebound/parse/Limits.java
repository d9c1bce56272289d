package rebound.parse;

/**
 * How much of a mail is read and kept. Beyond a limit the mail is still judged on what was read, and the report
 * carries a problem. All sizes are in bytes.
 *
 * @param messageBytes bytes read of one mail
 * @param lineBytes    bytes kept of one line
 * @param headerBytes  bytes kept of one header block
 * @param headerCount  fields kept of one header block
 * @param parts        MIME parts looked at
 * @param depth        levels of multiparts inside one another
 * @param textBytes    bytes kept of all text parts together, and of each report part
 * @param recipients   recipients kept of one report
 */
public record Limits(long messageBytes, int lineBytes, int headerBytes, int headerCount, int parts, int depth,
		int textBytes, int recipients) {

	/** Fits what mail servers send. */
	public static final Limits DEFAULT = new Limits(256L << 20, 64 << 10, 256 << 10, 2_000, 500, 20, 128 << 10, 1_000);

	/** For mail from anybody, on a small machine. */
	public static final Limits STRICT = new Limits(8L << 20, 8 << 10, 64 << 10, 500, 100, 8, 32 << 10, 100);

	/** For archives that must be read whatever they hold. */
	public static final Limits PERMISSIVE = new Limits(Long.MAX_VALUE, 1 << 20, 4 << 20, 20_000, 10_000, 100, 1 << 20,
			50_000);

	/** @throws IllegalArgumentException if a limit is not positive */
	public Limits {
		if (messageBytes < 1 || lineBytes < 1 || headerBytes < 1 || headerCount < 1 || parts < 1 || depth < 1
				|| textBytes < 1 || recipients < 1) {
			throw new IllegalArgumentException("a limit must be positive");
		}
	}
}
