package rebound.parse.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** From the charset names that mails use to the JDK's charsets, and from bytes without a charset to text. */
final class Charsets {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
	/** Names the JDK does not know, and names that are used for more than they stand for. */
	private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("gb2312", "GB18030"),
			Map.entry("gbk", "GB18030"), Map.entry("gb-2312-80", "GB18030"), Map.entry("x-gbk", "GB18030"),
			Map.entry("cp936", "GB18030"), Map.entry("hz-gb-2312", "US-ASCII"),
			Map.entry("ks-c-5601-1987", "x-windows-949"), Map.entry("euc-kr", "x-windows-949"),
			Map.entry("shift-jis", "windows-31j"),
			Map.entry("x-sjis", "windows-31j"), Map.entry("sjis", "windows-31j"), Map.entry("cp932", "windows-31j"),
			Map.entry("iso-2022-jp", "x-windows-iso2022jp"), Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
			Map.entry("cp50220", "x-windows-iso2022jp"), Map.entry("cp50221", "x-windows-iso2022jp"),
			Map.entry("x-euc-jp", "EUC-JP"), Map.entry("big5-hkscs", "Big5-HKSCS"), Map.entry("cn-big5", "Big5"),
			Map.entry("big5-tw", "Big5"), Map.entry("eucgb2312-cn", "GB18030"),
			Map.entry("iso-8859-1", "windows-1252"), Map.entry("latin1", "windows-1252"),
			Map.entry("iso8859-1", "windows-1252"), Map.entry("iso-8859-8-i", "ISO-8859-8"),
			Map.entry("iso-8859-8-e", "ISO-8859-8"), Map.entry("iso-8859-9", "windows-1254"),
			Map.entry("iso-8859-11", "x-windows-874"), Map.entry("tis-620", "x-windows-874"),
			Map.entry("macintosh", "x-MacRoman"), Map.entry("x-mac-roman", "x-MacRoman"),
			Map.entry("utf8", "UTF-8"), Map.entry("unicode-1-1-utf-8", "UTF-8"), Map.entry("cp65001", "UTF-8"));
	/** Stands for a name that is no charset. */
	private static final Charset UNKNOWN = StandardCharsets.US_ASCII;
	private static final char REPLACEMENT = 0xfffd;
	private static final char ESCAPE = 27;
	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long ONES = 0x0101010101010101L;
	private static final long HIGHEST_BITS = 0x8080808080808080L;
	private static final int MAX_KNOWN = 500;
	private static final Map<String, Charset> KNOWN = new ConcurrentHashMap<>();

	private Charsets() {
	}

	/** @return the charset of this name, or {@code null} if there is none, or it is plain ASCII or unknown 8bit */
	static Charset find(String name) {
		if (name == null || name.length() > 40) {
			return null;
		}
		Charset known = KNOWN.get(name);
		if (known == null) {
			known = lookUp(name.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
			if (KNOWN.size() < MAX_KNOWN) {
				KNOWN.put(name, known);
			}
		}
		return known == UNKNOWN ? null : known;
	}

	/** Decodes with the charset of this name, or as {@link #guess} does where it is unknown or obviously wrong. */
	static String decode(byte[] bytes, int from, int to, String name) {
		Charset charset = find(name);
		if (charset == null || charset == WINDOWS_1252 || charset == StandardCharsets.UTF_8) {
			return guess(bytes, from, to);
		}
		String text = new String(bytes, from, to - from, charset);
		return text.indexOf(REPLACEMENT) < 0 ? text : guess(bytes, from, to);
	}

	/** Decodes bytes whose charset is not declared: ISO-2022-JP if escaped, UTF-8 if valid, else what fits best. */
	static String guess(byte[] bytes, int from, int to) {
		if (isPlain(bytes, from, to)) {
			return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
		}
		// Bytes that are no UTF-8 show in the text.
		String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
		int escape = text.indexOf(ESCAPE);
		if (escape >= 0 && escape + 1 < text.length() && text.charAt(escape + 1) == '$') {
			return new String(bytes, from, to - from, find("iso-2022-jp"));
		}
		return text.indexOf(REPLACEMENT) < 0 ? text : CharsetGuess.decode(bytes, from, to);
	}

	/** @return whether all bytes are ASCII and none begins an escape sequence; looks at eight bytes at a time */
	private static boolean isPlain(byte[] bytes, int from, int to) {
		int i = from;
		for (; i + Long.BYTES <= to; i += Long.BYTES) {
			long eight = (long) EIGHT.get(bytes, i);
			long escape = eight ^ ONES * ESCAPE;
			if (((eight | (escape - ONES) & ~escape) & HIGHEST_BITS) != 0) {
				return false;
			}
		}
		while (i < to && bytes[i] >= 0 && bytes[i] != ESCAPE) {
			i++;
		}
		return i == to;
	}

	private static Charset lookUp(String name) {
		try {
			String known = ALIASES.getOrDefault(name, name);
			Charset charset = Charset.isSupported(known)
					? Charset.forName(known)
					: Charset.forName(known.replace('-', '_'));
			return charset.canEncode() || charset.name().startsWith("x-windows-iso") ? charset : UNKNOWN;
		} catch (IllegalCharsetNameException | UnsupportedCharsetException notInstalled) {
			return UNKNOWN;
		}
	}
}
