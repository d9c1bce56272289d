package rebound.store;

/**
 * A mail as it was read.
 *
 * @param hash SHA-256 of all its bytes in lower-case hexadecimal
 * @param raw  its bytes, at most {@link NewMail#RAW_LIMIT}
 * @param size number of all its bytes
 */
public record StoredMail(String hash, byte[] raw, long size) {

	/** @return whether all its bytes are kept */
	public boolean isComplete() {
		return raw.length == size;
	}
}
