package rebound.parse.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Tells the charset of bytes that are neither ASCII nor UTF-8 and do not say what they are, by how the bytes above 127
 * stand together.
 */
final class CharsetGuess {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
	private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
	private static final Charset KOI8_R = Charset.forName("KOI8-R");
	private static final Charset GB18030 = Charset.forName("GB18030");
	private static final Charset BIG5 = Charset.forName("Big5");
	private static final Charset[] JAPANESE = { Charset.forName("EUC-JP"), Charset.forName("windows-31j") };
	/** As many bytes tell enough. */
	private static final int SAMPLE = 4_096;
	private static final int FEW = 4;

	private CharsetGuess() {
	}

	/**
	 * @param bytes a text that has replacement characters when it is taken for UTF-8
	 * @return the text in the charset that fits best; windows-1252 where none stands out
	 */
	static String decode(byte[] bytes, int from, int to) {
		String utf8 = holdsReplacement(bytes, from, to) ? strictly(StandardCharsets.UTF_8, bytes, from, to) : null;
		return utf8 != null
				? utf8
				: new String(bytes, from, to - from, charset(bytes, from, Math.min(to, from + SAMPLE)));
	}

	/** @return whether a replacement character stands there itself, as where a text was decoded wrongly before */
	private static boolean holdsReplacement(byte[] bytes, int from, int to) {
		for (int i = from; i + 2 < to; i++) {
			if (bytes[i] == (byte) 0xef && bytes[i + 1] == (byte) 0xbf && bytes[i + 2] == (byte) 0xbd) {
				return true;
			}
		}
		return false;
	}

	/** @return the text if every byte is right in this charset, else {@code null} */
	static String strictly(Charset charset, byte[] bytes, int from, int to) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
		} catch (CharacterCodingException notThis) {
			return null;
		}
	}

	private static Charset charset(byte[] bytes, int from, int to) {
		int high = 0;
		int alone = 0;
		int upperRows = 0;
		int lowerCyrillic = 0;
		for (int i = from; i < to; i++) {
			int b = bytes[i] & 0xff;
			if (b >= 0x80) {
				high++;
				boolean before = i > from && bytes[i - 1] < 0;
				boolean behind = i + 1 < to && bytes[i + 1] < 0;
				alone += before || behind ? 0 : 1;
				upperRows += b >= 0xc0 ? 1 : 0;
				lowerCyrillic += b >= 0xe0 ? 1 : 0;
			}
		}
		if (high < FEW || alone * 4 > high) {
			return eastAsianWithAsciiTrails(bytes, from, to, high, alone);
		}
		if (upperRows * 20 >= high * 19) {
			return lowerCyrillic * 2 > high ? WINDOWS_1251 : KOI8_R;
		}
		return eastAsian(bytes, from, to);
	}

	/** The second byte of Big5 and Shift_JIS is ASCII half of the time, so that the first stands alone. */
	private static Charset eastAsianWithAsciiTrails(byte[] bytes, int from, int to, int high, int alone) {
		if (high < 3 * FEW || alone * 4 > high * 3) {
			return WINDOWS_1252;
		}
		return eastAsian(bytes, from, to);
	}

	private static Charset eastAsian(byte[] bytes, int from, int to) {
		// A character may be cut at the end of the sample.
		int end = to;
		while (end > from && end > to - 4 && bytes[end - 1] < 0) {
			end--;
		}
		for (Charset charset : JAPANESE) {
			String text = strictly(charset, bytes, from, end);
			if (text != null && kana(text) * 5 > text.length() - ascii(text)) {
				return charset;
			}
		}
		boolean asciiTrail = false;
		for (int i = from; i + 1 < end; i++) {
			if (bytes[i] < 0) {
				asciiTrail |= bytes[i + 1] >= 0x40;
				i++;
			}
		}
		Charset likely = asciiTrail ? BIG5 : GB18030;
		return strictly(likely, bytes, from, end) == null ? WINDOWS_1252 : likely;
	}

	private static int kana(String text) {
		return (int) text.chars().filter(c -> c >= 0x3041 && c <= 0x30ff).count();
	}

	private static int ascii(String text) {
		return (int) text.chars().filter(c -> c < 128).count();
	}
}
