package rebound.customers.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the character encoding of a text file and opens it behind its byte order mark. */
final class TextEncoding {

	private static final Charset WINDOWS = Charset.forName("windows-1252");
	private static final int WHOLE_FOR_A_BROKEN = 10;

	private TextEncoding() {
	}

	/**
	 * Finds the encoding: by the byte order mark, else UTF-16 by its zero bytes, UTF-8 if it is that, else
	 * windows-1252.
	 */
	static Charset of(Path file) throws IOException {
		byte[] head;
		try (InputStream in = Files.newInputStream(file)) {
			head = in.readNBytes(4096);
		}
		if (startsWith(head, 0xef, 0xbb, 0xbf)) {
			return StandardCharsets.UTF_8;
		}
		if (startsWith(head, 0xff, 0xfe)) {
			return StandardCharsets.UTF_16LE;
		}
		if (startsWith(head, 0xfe, 0xff)) {
			return StandardCharsets.UTF_16BE;
		}
		int[] zeros = new int[2];
		for (int i = 0; i < head.length; i++) {
			zeros[i & 1] += head[i] == 0 ? 1 : 0;
		}
		if (Math.max(zeros[0], zeros[1]) > head.length / 6) {
			return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
		}
		return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
	}

	/** Opens the text; what the encoding does not know reads as U+FFFD. */
	static Reader open(Path file, Charset charset) throws IOException {
		InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		in.mark(4);
		byte[] head = in.readNBytes(3);
		in.reset();
		if (startsWith(head, 0xef, 0xbb, 0xbf)) {
			in.skipNBytes(3);
		} else if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
			in.skipNBytes(2);
		}
		return new InputStreamReader(in, charset);
	}

	private static boolean startsWith(byte[] bytes, int... wanted) {
		for (int i = 0; i < wanted.length; i++) {
			if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
				return false;
			}
		}
		return true;
	}

	/** A file of UTF-8 may hold a broken character or two; one of another encoding holds hardly a whole one. */
	private static boolean isUtf8(Path file) throws IOException {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
		CharBuffer characters = CharBuffer.allocate(1 << 16);
		long whole = 0;
		long broken = 0;
		try (InputStream in = Files.newInputStream(file)) {
			boolean end = false;
			while (!end) {
				int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
				end = read < 0;
				bytes.position(bytes.position() + Math.max(0, read)).flip();
				CoderResult result = decoder.decode(bytes, characters.clear(), end);
				whole += beyondAscii(characters);
				while (result.isError()) {
					broken++;
					bytes.position(bytes.position() + result.length());
					result = decoder.decode(bytes, characters.clear(), end);
					whole += beyondAscii(characters);
				}
				bytes.compact();
			}
		}
		return broken * WHOLE_FOR_A_BROKEN <= whole;
	}

	private static long beyondAscii(CharBuffer characters) {
		long count = 0;
		for (int i = 0; i < characters.position(); i++) {
			count += characters.get(i) > 0x7f ? 1 : 0;
		}
		return count;
	}
}
