package rebound.source.imap.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/**
 * What is fetched of a big mail: headers, texts and report parts, each in its place; attachments stay on the server, and
 * so does the body of a mail that came back (RFC 3501, BODYSTRUCTURE).
 */
final class ImapParts {

	private static final int MOST_HEADER = 1 << 18;
	private static final int MOST_PART_HEADER = 1 << 14;
	private static final int MOST_TEXT = 1 << 17;
	/** Reports come under wrong types, too, but never big. */
	private static final int MOST_OTHER = 1 << 14;
	private static final int MOST_IN_ALL = 1 << 20;
	private static final int MOST_PARTS = 100;
	private static final int MOST_DEPTH = 20;
	private static final byte[] LINE_END = { '\r', '\n' };

	private final List<Piece> pieces = new ArrayList<>();
	private int room = MOST_IN_ALL;
	private int parts;
	private boolean isBroken;

	private ImapParts() {
	}

	/**
	 * A stretch of the mail: a line of ours, or a section of the server's.
	 *
	 * @param most how many bytes of the section are wanted
	 */
	private record Piece(String line, String section, int most, boolean isHeader) {
	}

	/** @return what to fetch, or {@code null} if this mail has no parts that could be left out */
	static ImapParts of(BODYSTRUCTURE structure) {
		if (structure == null || !structure.isMulti()) {
			return null;
		}
		ImapParts wanted = new ImapParts();
		wanted.message(structure, "", 0);
		return wanted.isBroken ? null : wanted;
	}

	/** @return the items of a FETCH command */
	String items() {
		return pieces.stream().filter(piece -> piece.section() != null)
				.map(piece -> "BODY.PEEK[" + piece.section() + "]<0." + piece.most() + ">")
				.collect(Collectors.joining(" "));
	}

	/** @return the mail without what was not fetched */
	byte[] join(FetchResponse response) {
		Map<String, byte[]> sections = new HashMap<>();
		for (int i = 0; i < response.getItemCount(); i++) {
			if (response.getItem(i) instanceof BODY body && body.getSection() != null) {
				ByteArray bytes = body.getByteArray();
				sections.put(body.getSection().toUpperCase(Locale.ROOT),
						bytes == null ? new byte[0] : bytes.getNewBytes());
			}
		}
		ByteArrayOutputStream mail = new ByteArrayOutputStream();
		for (Piece piece : pieces) {
			if (piece.line() != null) {
				mail.writeBytes(LINE_END);
				mail.writeBytes(piece.line().getBytes(StandardCharsets.ISO_8859_1));
				mail.writeBytes(LINE_END);
			} else {
				byte[] section = sections.getOrDefault(piece.section(), new byte[0]);
				mail.writeBytes(section);
				if (piece.isHeader() && !endsWithBlankLine(section)) {
					mail.writeBytes(LINE_END);
				}
			}
		}
		return mail.toByteArray();
	}

	private static boolean endsWithBlankLine(byte[] header) {
		int last = header.length - 1;
		return last >= 1 && header[last] == '\n'
				&& (header[last - 1] == '\n' || last >= 3 && header[last - 1] == '\r' && header[last - 2] == '\n');
	}

	/** @param section of the message within the mail; empty for the mail itself */
	private void message(BODYSTRUCTURE body, String section, int depth) {
		header(section.isEmpty() ? "HEADER" : section + ".HEADER", MOST_HEADER);
		if (section.isEmpty() || body.isMulti() && "report".equalsIgnoreCase(body.subtype)) {
			multipart(body, section, depth);
		}
	}

	private void multipart(BODYSTRUCTURE body, String section, int depth) {
		String boundary = body.cParams == null ? null : body.cParams.get("boundary");
		if (boundary == null || boundary.isEmpty() || boundary.chars().anyMatch(Character::isISOControl)) {
			// Then what the server took for parts can't be put together again.
			isBroken = true;
			return;
		}
		for (int i = 0; i < body.bodies.length && parts < MOST_PARTS; i++) {
			parts++;
			String number = section.isEmpty() ? Integer.toString(i + 1) : section + "." + (i + 1);
			line("--" + boundary);
			header(number + ".MIME", MOST_PART_HEADER);
			part(body.bodies[i], number, depth + 1);
		}
		line("--" + boundary + "--");
	}

	private void part(BODYSTRUCTURE body, String section, int depth) {
		if (body == null || depth > MOST_DEPTH) {
			return;
		}
		if (body.isMulti()) {
			multipart(body, section, depth);
		} else if (body.isNested() && body.bodies != null && body.bodies.length == 1) {
			message(body.bodies[0], section, depth);
		} else if ("text".equalsIgnoreCase(body.type) || "message".equalsIgnoreCase(body.type)) {
			add(section, MOST_TEXT, false);
		} else if (body.size <= MOST_OTHER) {
			add(section, MOST_OTHER, false);
		}
	}

	private void line(String line) {
		pieces.add(new Piece(line, null, 0, false));
	}

	private void header(String section, int most) {
		add(section, most, true);
	}

	private void add(String section, int most, boolean isHeader) {
		int wanted = Math.min(most, room);
		if (wanted > 0) {
			room -= isHeader ? 0 : wanted;
			pieces.add(new Piece(null, section, wanted, isHeader));
		}
	}
}
