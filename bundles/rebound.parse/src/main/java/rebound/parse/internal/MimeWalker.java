package rebound.parse.internal;

import java.io.IOException;
import java.io.InputStream;
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

	private static final String CONTENT = "Content-";
	private static final String REPORTING = "Reporting-MTA";
	/** Bytes that the header of a message and of a part usually have. */
	private static final int MESSAGE_HEADER = 2 << 10;
	private static final int PART_HEADER = 256;
	/** Lines of text before a boundary that nobody declared; behind more it is the returned message's. */
	private static final int MAX_PREAMBLE = 5;

	private final Limits limits;
	private final ByteLines lines;
	private final Set<Problem.Code> problems = EnumSet.noneOf(Problem.Code.class);
	private List<Part> parts = new ArrayList<>(4);
	/** The parts of a report that is within the mail. */
	private List<Part> nested;
	private final Boundaries boundaries = new Boundaries();
	/** Some multipart of the mail is a report, though perhaps not the mail itself. */
	private boolean report;
	private int textBytes;
	private int partCount;
	/** Level of the multipart whose boundary the current line is, or -1. */
	private int hit = -1;
	private boolean atEnd;
	/** The current line is to be read again. */
	private boolean again;

	private MimeWalker(InputStream in, Limits limits) throws IOException {
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
		return new MailParts(headers, type, walker.report, walker.parts, walker.nested, walker.problems);
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
		hit = boundaries.levelOf(lines.buffer(), lines.start(), lines.end());
		return true;
	}

	/** Reads a header block up to its empty line, a boundary, or a line that cannot belong to it. */
	private HeaderFields headers(boolean first) throws IOException {
		HeaderCollector collector = new HeaderCollector(limits.headerBytes(), limits.headerCount(),
				first ? MESSAGE_HEADER : PART_HEADER);
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
		boolean undeclared = depth == 0 && !headers.has("Content-Type");
		if ((type.isMultipart() || undeclared) && depth < limits.depth()) {
			multipart(type, headers, depth);
			return;
		}
		if (type.isMultipart()) {
			problems.add(Problem.Code.TOO_DEEP);
		}
		partCount++;
		if (depth > 0 && OriginalReader.looksLikeHeader(headers)) {
			// The header of the original stands where a part's own should be.
			parts.add(new Part(Part.Role.ORIGINAL, type, headers));
			skip();
			return;
		}
		Part.Role role = Part.Role.of(type);
		if (role == Part.Role.OTHER && beginsReport()) {
			role = Part.Role.STATUS;
		}
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
		int level = boundaries.depth();
		boundaries.open(type.boundary());
		report |= type.isReport() && nested == null;
		Part preamble = new Part(Part.Role.TEXT, ContentType.TEXT, headers);
		boolean begun = preamble(preamble, level);
		if (!begun && hit != level && preamble.length() > 0) {
			// Its boundary never comes: what stands there is all there is.
			parts.add(preamble);
			textBytes += preamble.length();
		}
		boolean broken = begun || type.isMultipart() && hit != level;
		while (begun || hit == level && !boundaries.closing()) {
			if (partCount >= limits.parts()) {
				problems.add(Problem.Code.TOO_MANY_PARTS);
				skipAll();
				return;
			}
			if (!begun) {
				next();
			}
			begun = false;
			HeaderFields partHeaders = headers(false);
			body(partHeaders, ContentType.of(partHeaders.raw("Content-Type")), depth + 1);
		}
		if (broken || type.isMultipart() && hit != level) {
			problems.add(Problem.Code.BROKEN_MIME);
		}
		boundaries.close(level);
		if (hit == level) {
			next();
			hit = -1;
			skip();
		}
	}

	/**
	 * Reads what stands before the first part.
	 *
	 * @return whether the current line begins a part's header behind a boundary that nobody declared
	 */
	private boolean preamble(Part part, int level) throws IOException {
		byte[] candidate = null;
		int texts = 0;
		int left = limits.textBytes();
		while (next()) {
			if (hit >= 0) {
				again = true;
				return false;
			}
			byte[] line = lines.buffer();
			int start = lines.start();
			int end = lines.end();
			if (candidate != null && HeaderCollector.colon(line, start, end) > start + CONTENT.length()
					&& HeaderFields.matches(line, start, CONTENT)) {
				boundaries.adopt(level, candidate);
				again = true;
				return true;
			}
			candidate = texts < MAX_PREAMBLE ? Boundaries.candidate(line, start, end) : null;
			texts += end > start ? 1 : 0;
			int stop = Math.min(end, start + left - 1);
			if (stop >= start) {
				part.add(line, start, stop);
				left -= stop - start + 1;
			}
		}
		return false;
	}

	/** Report fields come under wrong types too. Leaves the first line that is not empty to be read again. */
	private boolean beginsReport() throws IOException {
		while (next()) {
			if (hit >= 0 || lines.end() > lines.start()) {
				again = true;
				int colon = hit >= 0 ? -1 : HeaderCollector.colon(lines.buffer(), lines.start(), lines.end());
				return colon - lines.start() == REPORTING.length()
						&& HeaderFields.matches(lines.buffer(), lines.start(), REPORTING);
			}
		}
		return false;
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
		boundaries.close(0);
		again = false;
		while (next()) {
			// Only the limits matter from here on.
		}
	}

	private static boolean isEncoded(HeaderFields headers) {
		String encoding = headers.raw("Content-Transfer-Encoding");
		return Text.startsWith(encoding, "base64") || Text.startsWith(encoding, "quoted-printable");
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
