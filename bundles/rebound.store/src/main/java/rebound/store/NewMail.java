package rebound.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import rebound.model.JudgedMail;

/**
 * A mail to be stored.
 *
 * @param hash     SHA-256 of all its bytes in lower-case hexadecimal
 * @param raw      its bytes; of a big mail the beginning is enough, no more than {@link #RAW_LIMIT} are kept
 * @param size     number of all its bytes
 * @param source   where it came from: {@code imap}, {@code pop3}, {@code file} or {@code log}
 * @param received when Rebound read it
 * @param judged   what it says
 */
public record NewMail(String hash, byte[] raw, long size, String source, Instant received, JudgedMail judged) {

	/** How many bytes of a mail are kept: 1 MiB. */
	public static final int RAW_LIMIT = 1 << 20;

	/** Takes a mail whose bytes are all at hand. */
	public static NewMail of(byte[] raw, String source, Instant received, JudgedMail judged) {
		return new NewMail(hash(raw), raw, raw.length, source, received, judged);
	}

	/** @return SHA-256 in lower-case hexadecimal */
	public static String hash(byte[] raw) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}
}
