package rebound.parse.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import rebound.model.Problem;
import rebound.parse.Limits;

/**
 * Goes through a mail once and keeps what a report is read from: header fields, the beginning of its texts, the report
 * parts, and the header of the original. Attachments and the original's body are skipped without decoding.
 */
final class MimeWalker {

	private final Limits limits;
	private final ByteLines lines;
	private final Set<Problem.Code> problems = EnumSet.noneOf(Problem.Code.class);
	private List<Part> parts = new ArrayList<>(4);
	/** The parts of a report that is within the mail. */
	private List<Part> nested;
	/** Boundaries of the multiparts around the current line, the outermost first. */
	private final List<byte[]> boundaries = new ArrayList<>(2);
	private int textBytes;
	private int partCount;
	/** Index of the boundary that the current line is, or -1; whether it is the last of its multipart. */
	private int hit = -1;
	private boolean closing;
	private boolean atEnd;
	/** The current line is to be read again. */
	private boolean again;

	private MimeWalker(InputStream in, Limits limits) {
		this.limits = limits;
		this.lines = new ByteLines(in, limits.lineBytes(), limits.messageBytes());
	}

	/** Reads a mail to its end or to a limit. */
	static MailParts walk(InputStream in, Limits limits) throws IOException {
		MimeWalker walker = new MimeWalker(in, limits);
		HeaderFields headers = walker.headers(true);
		ContentType type = ContentType.of(headers.raw("Content-Type"));
		walker.body(headers, type, 0);
		if (walker.lines.tooLarge()) {
			walker.problems.add(Problem.Code.MESSAGE_TOO_LARGE);
		}
		if (walker.lines.longLine()) {
			walker.problems.add(Problem.Code.LINE_TOO_LONG);
		}
		return new MailParts(headers, type, walker.parts, walker.nested, walker.problems);
	}

	private boolean next() throws IOException {
		if (again) {
			again = false;
			return true;
		}
		if (atEnd || !lines.next()) {
			atEnd = true;
			hit = -1;
			return false;
		}
		hit = boundaries.isEmpty() ? -1 : boundaryOf(lines.buffer(), lines.start(), lines.end());
		return true;
	}

	private int boundaryOf(byte[] line, int start, int end) {
		if (end - start < 3 || line[start] != '-' || line[start + 1] != '-') {
			return -1;
		}
		for (int level = boundaries.size() - 1; level >= 0; level--) {
			byte[] boundary = boundaries.get(level);
			int behind = start + 2 + boundary.length;
			if (behind <= end && java.util.Arrays.equals(line, start + 2, behind, boundary, 0, boundary.length)) {
				int rest = end;
				while (rest > behind && (line[rest - 1] == ' ' || line[rest - 1] == '\t')) {
					rest--;
				}
				closing = rest == behind + 2 && line[behind] == '-' && line[behind + 1] == '-';
				if (closing || rest == behind) {
					return level;
				}
			}
		}
		return -1;
	}

	/** Reads a header block up to its empty line, a boundary, or a line that cannot belong to it. */
	private HeaderFields headers(boolean first) throws IOException {
		HeaderCollector collector = new HeaderCollector(limits.headerBytes(), limits.headerCount());
		boolean begun = false;
		while (next()) {
			byte[] line = lines.buffer();
			int start = lines.start();
			int end = lines.end();
			if (hit >= 0) {
				again = true;
				break;
			}
			if (start == end) {
				if (begun || !first) {
					break;
				}
				continue;
			}
			if (!begun && isMboxLine(line, start, end)) {
				continue;
			}
			start += !begun && isByteOrderMark(line, start, end) ? 3 : 0;
			begun = true;
			if (!collector.line(line, start, end)) {
				if (collector.isEmpty()) {
					again = true;
					break;
				}
				collector.continueField(line, start, end);
			}
		}
		if (collector.full()) {
			problems.add(Problem.Code.TOO_MANY_HEADERS);
		}
		return collector.fields();
	}

	private void body(HeaderFields headers, ContentType type, int depth) throws IOException {
		if (type.isMultipart() && depth < limits.depth()) {
			multipart(type, headers, depth);
			return;
		}
		if (type.isMultipart()) {
			problems.add(Problem.Code.TOO_DEEP);
		}
		partCount++;
		Part.Role role = roleOf(type);
		if (role == Part.Role.ORIGINAL && !isEncoded(headers)) {
			original(role, type, depth);
		} else {
			keep(new Part(role, type, headers));
		}
	}

	/** Keeps the header of a message within the mail; of its body, only what a report within the report says. */
	private void original(Part.Role role, ContentType type, int depth) throws IOException {
		// Blank lines may stand before the header.
		HeaderFields headers = headers(true);
		parts.add(new Part(role, type, headers));
		ContentType inner = ContentType.of(headers.raw("Content-Type"));
		if ("delivery-status".equals(inner.reportType()) && inner.isMultipart() && nested == null) {
			nested = new ArrayList<>(3);
			List<Part> outer = parts;
			parts = nested;
			body(headers, inner, depth + 1);
			parts = outer;
		} else {
			skip();
		}
	}

	private void multipart(ContentType type, HeaderFields headers, int depth) throws IOException {
		int level = boundaries.size();
		if (type.boundary() == null || type.boundary().isBlank()) {
			problems.add(Problem.Code.BROKEN_MIME);
			keep(new Part(Part.Role.TEXT, ContentType.TEXT, headers));
			return;
		}
		boundaries.add(type.boundary().strip().getBytes(StandardCharsets.UTF_8));
		Part preamble = new Part(Part.Role.TEXT, ContentType.TEXT, headers);
		keepLines(preamble, limits.textBytes());
		if (hit != level && preamble.length() > 0) {
			// Its boundary never comes: what stands there is all there is.
			parts.add(preamble);
			textBytes += preamble.length();
		}
		while (hit == level && !closing) {
			if (partCount >= limits.parts()) {
				problems.add(Problem.Code.TOO_MANY_PARTS);
				skipAll();
				break;
			}
			next();
			HeaderFields partHeaders = headers(false);
			body(partHeaders, ContentType.of(partHeaders.raw("Content-Type")), depth + 1);
		}
		boolean ended = hit == level;
		if (boundaries.size() > level) {
			boundaries.remove(level);
		}
		if (ended) {
			next();
			hit = -1;
			skip();
		} else if (partCount < limits.parts()) {
			problems.add(Problem.Code.BROKEN_MIME);
		}
	}

	private void keep(Part part) throws IOException {
		boolean isText = part.role == Part.Role.TEXT || part.role == Part.Role.HTML;
		keepLines(part,
				part.role == Part.Role.OTHER ? 0 : isText ? limits.textBytes() - textBytes : limits.textBytes());
		if (part.length() > 0) {
			parts.add(part);
		}
		textBytes += isText ? part.length() : 0;
	}

	/** Leaves the boundary line that ends the part to be read again. */
	private void keepLines(Part part, int room) throws IOException {
		int left = room;
		while (next()) {
			if (hit >= 0) {
				again = true;
				return;
			}
			int end = Math.min(lines.end(), lines.start() + left - 1);
			if (end >= lines.start()) {
				part.add(lines.buffer(), lines.start(), end);
				left -= end - lines.start() + 1;
			}
		}
	}

	private void skip() throws IOException {
		while (next()) {
			if (hit >= 0) {
				again = true;
				return;
			}
		}
	}

	private void skipAll() throws IOException {
		boundaries.clear();
		again = false;
		while (next()) {
			// Only the limits matter from here on.
		}
	}

	private static boolean isEncoded(HeaderFields headers) {
		String encoding = headers.raw("Content-Transfer-Encoding");
		return Text.startsWith(encoding, "base64") || Text.startsWith(encoding, "quoted-printable");
	}

	private static Part.Role roleOf(ContentType type) {
		return switch (type.type()) {
			case "text/html" -> Part.Role.HTML;
			case "message/delivery-status", "message/global-delivery-status", "message/xdelivery-status",
					"text/delivery-status" ->
				Part.Role.STATUS;
			case "message/feedback-report" -> Part.Role.FEEDBACK;
			case "message/disposition-notification", "message/global-disposition-notification" ->
				Part.Role.DISPOSITION;
			case "message/rfc822", "message/global", "message/news", "message/rfc822-headers", "message/global-headers",
					"text/rfc822-headers", "text/rfc822-header", "text/rfc822" ->
				Part.Role.ORIGINAL;
			default -> type.type().startsWith("text/") ? Part.Role.TEXT : Part.Role.OTHER;
		};
	}

	/** {@code From sender date} before a mail in an mbox, {@code >From } where it was quoted once more. */
	private static boolean isMboxLine(byte[] line, int start, int end) {
		int from = line[start] == '>' ? start + 1 : start;
		return end - from > 5 && line[from] == 'F' && line[from + 1] == 'r' && line[from + 2] == 'o'
				&& line[from + 3] == 'm' && line[from + 4] == ' ';
	}

	private static boolean isByteOrderMark(byte[] line, int start, int end) {
		return end - start > 3 && line[start] == (byte) 0xef && line[start + 1] == (byte) 0xbb
				&& line[start + 2] == (byte) 0xbf;
	}
}
