package rebound.parse.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Breaks mails in the ways that broken software and attackers do. The same seed gives the same mutants. */
final class Mutator {

	private static final int MAX_SIZE = 256 << 10;
	private static final List<byte[]> TRICKS = bytes("\r\n\r\n", "\n--", "--\n", "\0\0\0", "\r", "=?utf-8?B?", "?=",
			"=?iso-2022-jp?Q?=1B$B", "Content-Type: multipart/mixed; boundary=\"\"\n",
			"\nContent-Type: message/rfc822\n\n",
			"\nContent-Transfer-Encoding: base64\n\n", "\nContent-Transfer-Encoding: quoted-printable\n\n=\n==",
			"charset=x-none;", "charset=\"iso-2022-kr\"", "charset=utf-16;", "charset=hz-gb-2312",
			"boundary*0*=utf-8''a%",
			"Final-Recipient: rfc822;\nStatus: ", "Diagnostic-Code: ", "\nFinal-Recipient: rfc822; <@,@:a@b>\n",
			"Original-Recipient: utf-8; \\x{FFFFFFFF}\\x{", "<<<<<<<<", "@@@@@", "\"\"\"\"", "550 5.", "5.1.1.1.1.1.1",
			"<!--", "<style>", "&#x110000;", "{\"notificationType\":", "\u00e9\u00ff\u0080", "\ufeff", "From ",
			">From ",
			"Date: Mon, 99 Foo 99999999999 99:99:99 +9999\n", "X-Failed-Recipients: ,,,,\n", "Return-Path: <>\n",
			" \n\t\n");
	private static final List<byte[]> BOMBS = bytes("X: y\n", "Received: a\n", " \n", "--b1\n", "--b1\n\n", "(",
			"<a@b.c>, ",
			"=?utf-8?q?=41?= ", "A", "<", ">>> RCPT TO:<a@b.c>\n<<< 550 x\n", "Final-Recipient: rfc822; a@b.c\n\n",
			"\r", "\n",
			"host a said: ", "=\n", "Content-Type: multipart/mixed; boundary=x\n\n--x\n", "550-", "\0", "&#", "5.1.1 ");

	private final SplittableRandom random;
	private final List<byte[]> seeds;

	Mutator(long seed, List<byte[]> seeds) {
		this.random = new SplittableRandom(seed);
		this.seeds = seeds;
	}

	byte[] next() {
		byte[] mail = any(seeds);
		int changes = 1 + random.nextInt(4);
		for (int i = 0; i < changes; i++) {
			mail = change(mail);
		}
		return mail.length > MAX_SIZE ? Arrays.copyOf(mail, MAX_SIZE) : mail;
	}

	private byte[] change(byte[] mail) {
		if (mail.length == 0) {
			return any(TRICKS);
		}
		return switch (random.nextInt(9)) {
			case 0 -> flip(mail);
			case 1 -> Arrays.copyOf(mail, random.nextInt(mail.length));
			case 2 -> splice(mail, any(seeds));
			case 3 -> repeat(mail);
			case 4 -> insert(mail, repeated(any(BOMBS)));
			case 5 -> newlines(mail);
			case 6 -> remove(mail);
			case 7 -> insert(mail, slice(any(seeds), 2_000));
			default -> insert(mail, any(TRICKS));
		};
	}

	private byte[] flip(byte[] mail) {
		byte[] flipped = mail.clone();
		int count = 1 + random.nextInt(20);
		for (int i = 0; i < count; i++) {
			flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
		}
		return flipped;
	}

	private byte[] splice(byte[] head, byte[] tail) {
		return join(Arrays.copyOf(head, random.nextInt(head.length)),
				tail.length == 0 ? tail : Arrays.copyOfRange(tail, random.nextInt(tail.length), tail.length));
	}

	private byte[] repeat(byte[] mail) {
		byte[] slice = slice(mail, 400);
		return insert(mail, repeated(slice));
	}

	private byte[] repeated(byte[] piece) {
		boolean large = random.nextInt(50) == 0;
		int count = 1 << random.nextInt(large ? 12 : 7);
		byte[] all = new byte[Math.min(piece.length * count, large ? 64 << 10 : 4 << 10)];
		for (int i = 0; i < all.length; i++) {
			all[i] = piece[i % piece.length];
		}
		return all;
	}

	private byte[] newlines(byte[] mail) {
		String newline = List.of("\n", "\r", "\r\n", "\r\r\n", "\n\n", "").get(random.nextInt(6));
		String text = new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").replace('\r', '\n');
		return text.replace("\n", newline).getBytes(StandardCharsets.ISO_8859_1);
	}

	private byte[] remove(byte[] mail) {
		int from = random.nextInt(mail.length);
		int to = Math.min(mail.length, from + 1 + random.nextInt(200));
		return join(Arrays.copyOf(mail, from), Arrays.copyOfRange(mail, to, mail.length));
	}

	/** At the beginning of a line more often than elsewhere: that is where structure is. */
	private byte[] insert(byte[] mail, byte[] piece) {
		int at = random.nextInt(mail.length + 1);
		if (random.nextInt(3) > 0) {
			while (at > 0 && mail[at - 1] != '\n' && mail[at - 1] != '\r') {
				at--;
			}
		}
		return join(join(Arrays.copyOf(mail, at), piece), Arrays.copyOfRange(mail, at, mail.length));
	}

	private byte[] slice(byte[] mail, int max) {
		if (mail.length == 0) {
			return new byte[]{ 'x' };
		}
		int from = random.nextInt(mail.length);
		return Arrays.copyOfRange(mail, from, Math.min(mail.length, from + 1 + random.nextInt(max)));
	}

	private byte[] any(List<byte[]> list) {
		return list.get(random.nextInt(list.size()));
	}

	private static byte[] join(byte[] a, byte[] b) {
		byte[] joined = Arrays.copyOf(a, a.length + b.length);
		System.arraycopy(b, 0, joined, a.length, b.length);
		return joined;
	}

	private static List<byte[]> bytes(String... texts) {
		return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
	}
}
