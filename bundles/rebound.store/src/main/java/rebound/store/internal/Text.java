package rebound.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Brings texts of mails into a form that databases take and compare. */
final class Text {
	private static final int ID_BYTES = 16;
	/** Looking for the algorithm takes longer than an id. */
	private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Text::sha256);

	private Text() {
	}

	/** @return the text cut to a length, without NUL and half characters, which databases refuse */
	static String clean(String text, int longest) {
		if (text == null) {
			return null;
		}
		int end = Math.min(text.length(), longest);
		if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
			end--;
		}
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			if (c == 0 || Character.isSurrogate(c)) {
				return repaired(text, end);
			}
		}
		return end == text.length() ? text : text.substring(0, end);
	}

	/** @return 128 bits of the SHA-256 of texts, as good as unique */
	static byte[] id(String... parts) {
		MessageDigest digest = DIGEST.get();
		for (String part : parts) {
			digest.update(part.getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
		}
		return Arrays.copyOf(digest.digest(), ID_BYTES);
	}

	static String hex(byte[] bytes) {
		return bytes == null ? null : HexFormat.of().formatHex(bytes);
	}

	/** @return the bytes, or {@code null} if the text is no hexadecimal of this many bytes */
	static byte[] bytes(String hex, int length) {
		if (hex == null || hex.length() != 2 * length) {
			return null;
		}
		try {
			return HexFormat.of().parseHex(hex);
		} catch (IllegalArgumentException noHex) {
			return null;
		}
	}

	/** @return on one line, lower case, white space squeezed; never {@code null} */
	static String folded(String text) {
		if (text == null) {
			return "";
		}
		String lower = text.strip().toLowerCase(Locale.ROOT);
		StringBuilder folded = new StringBuilder(lower.length());
		boolean space = false;
		for (int i = 0; i < lower.length(); i++) {
			char c = lower.charAt(i);
			boolean blank = c == ' ' || c >= '\t' && c <= '\r';
			if (!blank) {
				folded.append(c);
			} else if (!space) {
				folded.append(' ');
			}
			space = blank;
		}
		return folded.toString();
	}

	/** @return the address in a From field, in lower case, or the empty string */
	static String address(String field) {
		if (field == null) {
			return "";
		}
		int close = field.lastIndexOf('>');
		int open = field.lastIndexOf('<', close);
		String text = open >= 0 ? field.substring(open + 1, close) : field;
		text = text.strip().toLowerCase(Locale.ROOT);
		return text.indexOf('@') > 0 && text.indexOf(' ') < 0 ? text : "";
	}

	/** @return a pattern for LIKE ... ESCAPE '!' that finds the text itself */
	static String likePart(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}

	private static String repaired(String text, int end) {
		StringBuilder repaired = new StringBuilder(end);
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			boolean pair = Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
			if (pair) {
				repaired.append(c).append(text.charAt(++i));
			} else if (c != 0) {
				repaired.append(Character.isSurrogate(c) ? '\uFFFD' : c);
			}
		}
		return repaired.toString();
	}
}
