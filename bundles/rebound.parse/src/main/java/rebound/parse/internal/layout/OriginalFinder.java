package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds where the returned message begins in the text of a bounce. */
final class OriginalFinder {

	/** Fields that open the header of a delivered message; addresses and subject alone also stand in summaries. */
	private static final Set<String> OPENING = Set.of("received", "return-path", "message-id", "x-originating-ip",
			"dkim-signature", "x-received", "x-envelope-from", "x-envelope-to", "delivered-to",
			"x-google-dkim-signature",
			"arc-seal", "authentication-results", "domainkey-signature", "x-original-to", "x-ui-sender-class",
			"x-google-smtp-source", "x-ms-exchange-organization-authsource", "x-mimeole", "mime-version",
			"x-virus-scanned", "received-spf", "envelope-to", "x-provags-id");

	private static final Set<String> USUAL = Set.of("from", "to", "subject", "date", "cc", "reply-to", "mime-version",
			"content-type", "x-mailer", "sender", "content-transfer-encoding", "x-priority", "user-agent", "references",
			"in-reply-to", "importance", "list-id", "feedback-id", "precedence", "organization", "auto-submitted",
			"list-unsubscribe", "thread-index", "thread-topic", "content-disposition", "content-language");

	private static final int BUCKETS = 256;

	/** Markers by their first character. */
	private final List<List<String>> markers = new ArrayList<>();

	/** @param markers how the lines that announce the returned message begin, behind dashes and the like */
	OriginalFinder(List<String> markers) {
		for (int i = 0; i < BUCKETS; i++) {
			this.markers.add(new ArrayList<>());
		}
		for (String marker : markers) {
			String folded = FoldedText.fold(marker);
			this.markers.get(folded.charAt(0) % BUCKETS).add(folded);
		}
	}

	/** What was found: where the notice ends, and where the header begins (-1 if it does not follow). */
	record Found(int noticeEnd, int headerLine) {
	}

	Found find(Notice notice) {
		int i = 0;
		for (; notice.has(i); i++) {
			String line = notice.line(i);
			if (line.isEmpty()) {
				continue;
			}
			if (isMarker(line)) {
				int header = headerBehind(notice, i + 1);
				if (header >= 0 || isLast(notice, i + 1) || isAnnounced(line)) {
					return new Found(i, header);
				}
			} else if (!notice.indented(i) && opensHeader(notice, i)) {
				return new Found(i, i);
			}
		}
		return new Found(i, -1);
	}

	/** Written between dashes, the marker needs no header behind it to be believed. */
	private static boolean isAnnounced(String line) {
		return line.startsWith("---") || line.startsWith("===");
	}

	private boolean isMarker(String line) {
		if (line.length() > 160) {
			return false;
		}
		int start = 0;
		while (start < line.length() && "-=*#_<[+|.~ ".indexOf(line.charAt(start)) >= 0) {
			start++;
		}
		if (start == line.length()) {
			return false;
		}
		for (String marker : markers.get(FoldedText.fold(line.charAt(start)) % BUCKETS)) {
			if (foldedStart(line, start, marker)) {
				return true;
			}
		}
		return false;
	}

	private static boolean foldedStart(String line, int start, String marker) {
		if (start + marker.length() > line.length()) {
			return false;
		}
		for (int i = 0; i < marker.length(); i++) {
			if (FoldedText.fold(line.charAt(start + i)) != marker.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLast(Notice notice, int from) {
		for (int i = from; notice.has(i); i++) {
			if (!Notice.separates(notice.line(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The header begins right behind its announcement, or a few lines later with a field that only delivered messages
	 * have: Exchange announces the original's details, which are no header.
	 */
	private static int headerBehind(Notice notice, int from) {
		int seen = 0;
		for (int i = from; notice.has(i) && seen < 4; i++) {
			String line = notice.line(i);
			if (Notice.separates(line)) {
				continue;
			}
			String name = fieldName(line);
			if (name != null && (seen == 0 || OPENING.contains(name)) || line.startsWith("From ")) {
				return i;
			}
			seen++;
		}
		return -1;
	}

	/** Without an announcement: a field only delivered messages have, followed by others. */
	private static boolean opensHeader(Notice notice, int index) {
		String line = notice.line(index);
		String name = fieldName(line);
		if (name == null && !line.startsWith("From ") || name != null && !OPENING.contains(name)) {
			return false;
		}
		int fields = 0;
		for (int i = index + 1; notice.has(i) && i < index + 40; i++) {
			if (notice.line(i).isEmpty()) {
				break;
			}
			String next = notice.indented(i) ? null : fieldName(notice.line(i));
			if (next != null && (OPENING.contains(next) || USUAL.contains(next) || next.startsWith("x-"))) {
				fields++;
			}
		}
		return fields >= (name == null ? 3 : 2);
	}

	/** @return the lower-case name if the line is a header field, or {@code null} */
	static String fieldName(String line) {
		int colon = line.indexOf(':');
		if (colon < 2 || colon > 40) {
			return null;
		}
		for (int i = 0; i < colon; i++) {
			char c = line.charAt(i);
			if (c <= ' ' || c >= 127) {
				return null;
			}
		}
		return line.substring(0, colon).toLowerCase(Locale.ROOT);
	}
}
