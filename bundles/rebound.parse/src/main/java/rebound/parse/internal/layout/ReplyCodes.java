package rebound.parse.internal.layout;

import java.util.Set;

import rebound.model.EnhancedStatus;

/**
 * Finds the reply code (RFC 5321) and the enhanced status code (RFC 3463) of an error text, and tells them from ports,
 * sizes, addresses, versions and durations by what stands beside them.
 */
final class ReplyCodes {

	/** Words behind a number that make it an amount. */
	private static final Set<String> UNITS = Set.of("day", "days", "hour", "hours", "minute", "minutes", "min",
			"second",
			"seconds", "sec", "secs", "times", "byte", "bytes", "k", "kb", "kib", "mb", "mib", "octets", "characters",
			"recipients", "messages", "mails", "emails", "connections", "users", "lines", "attempts", "per", "tage",
			"stunden", "jours", "heures", "mbytes", "kbytes");

	/** Words before a number that make it an amount or a name. */
	private static final Set<String> AMOUNTS = Set.of("than", "over", "of", "limit", "exceeds", "last", "port", "id",
			"size", "within", "maximum", "max", "uid", "pid", "line", "about", "least", "most", "every", "nach", "plus",
			"is", "to", "and", "in");

	/** Words before a number that make it an answer. */
	private static final Set<String> ANSWERS = Set.of("said", "with", "error", "code", "response", "reply",
			"responsecode",
			"error_code", "returned", "was", "smtp", "answered", "replied", "says", "reason", "failure",
			"erreur",
			"fehler", "errore", "<<<", ">>>", "errorcode", "<-", "result", "antwort", "closing", "mail+rcpt", "data",
			"rcpt", "helo", "ehlo", "starttls", "auth");

	/** Words before three numbers that make them a version. */
	private static final Set<String> VERSIONS = Set.of("version", "ver", "ver.", "v", "release", "build", "exim",
			"postfix",
			"sendmail", "qmail", "server", "service", "imail", "mdaemon", "smtpd", "esmtp", "program", "software",
			"engine",
			"mailer", "agent", "domino", "notes", "groupwise", "mailenable", "kerio", "connect", "zimbra",
			"spamassassin",
			"clamav", "amavisd-new", "mta", "courier", "haraka", "james", "openssl");

	private static final int LONGEST = 8192;

	private final String text;
	private final int length;
	private int code;
	private int codeEnd;
	private EnhancedStatus status;

	private ReplyCodes(String text) {
		this.text = text;
		this.length = Math.min(text.length(), LONGEST);
	}

	/** @return the codes of the text; the first 8,192 characters are looked at */
	static ReplyCodes of(String text) {
		ReplyCodes codes = new ReplyCodes(text);
		codes.findCode();
		codes.findStatus();
		return codes;
	}

	/** @return the reply code, 0 if there is none */
	int code() {
		return code;
	}

	/** @return the enhanced status code or {@code null} */
	EnhancedStatus status() {
		return status;
	}

	private void findCode() {
		int best = 0;
		for (int i = 0; i + 3 <= length; i++) {
			char first = text.charAt(i);
			if (first != '5' && first != '4' && first != '2' || !isDigit(i + 1) || !isDigit(i + 2) || isDigit(i + 3)) {
				continue;
			}
			if (i > 0 && (isWordPart(text.charAt(i - 1)) || !fitsBefore(i)) || !fitsAfter(i + 3)) {
				continue;
			}
			int score = score(i);
			if (score > best && (first != '2' || i == 0 || text.charAt(i - 1) == ';' || score > 6)) {
				best = score;
				code = Integer.parseInt(text, i, i + 3, 10);
				codeEnd = i + 3;
			}
		}
	}

	private boolean fitsBefore(int at) {
		char before = text.charAt(at - 1);
		char earlier = at > 1 ? text.charAt(at - 2) : ' ';
		return switch (before) {
			case '.' -> earlier == '.';
			case '/', '@', '$', '%', '+', '*', '\\', '~', '?', '&' -> false;
			case '-' -> earlier == ' ' || earlier == '-';
			case ':' -> !isDigit(at - 2) && earlier != ']' && !isPort(at);
			case '#' -> !isWordPart(earlier) && earlier != '/';
			default -> true;
		};
	}

	private boolean isPort(int at) {
		return text.startsWith("465", at) || text.startsWith("587", at);
	}

	private boolean fitsAfter(int at) {
		if (at >= length) {
			return true;
		}
		char c = text.charAt(at);
		return switch (c) {
			case '.', ',' -> !isDigit(at + 1);
			case ' ', '\t', '\n', '\r', '-', ':', ';', ')', ']', '}', '\'', '"', '#', '<', '>', '\u00a0', '_' -> true;
			default -> false;
		};
	}

	private int score(int at) {
		int score = 0;
		String before = wordBefore(at);
		if (at == 0 || text.charAt(at - 1) == '\n') {
			score += 3;
		} else if (before.endsWith("...")) {
			score += 4;
		} else if (isBehindCommand(at)) {
			score += 3;
		} else if (before.equals("->")) {
			// Exchange names the reply it passes on behind its own, but an error it merely retried too.
			score += text.startsWith("returned an error -> ", at - "returned an error -> ".length()) ? 4 : 1;
		} else if (ANSWERS.contains(strip(before))) {
			score += 3;
		} else if (before.endsWith(":") || before.endsWith(";")) {
			score += text.charAt(at - 1) == ';' ? 3 : 2;
		} else if ("([<'\"#{".indexOf(text.charAt(at - 1)) >= 0) {
			score += 1;
		} else if (AMOUNTS.contains(before)) {
			score -= 4;
		}
		int after = skipSeparators(at + 3);
		if (statusAt(after) != null) {
			// Amazon puts the reply of the last attempt between angle brackets behind its own words.
			return score + (at > 0 && text.charAt(at - 1) == '<' ? 9 : 5);
		}
		String next = wordAt(after);
		if (score < 3 && UNITS.contains(next)) {
			return 0;
		}
		boolean speaks = after < length && after > at + 3
				&& (Character.isLetter(text.charAt(after)) || "<\"'([#*".indexOf(text.charAt(after)) >= 0);
		return speaks || at + 3 == length || score >= 2 ? score + 1 : 0;
	}

	/** Some servers write the command before its reply. */
	private boolean isBehindCommand(int at) {
		return text.regionMatches(true, at - 8, "RCPT TO ", 0, 8)
				|| text.regionMatches(true, at - 10, "MAIL FROM ", 0, 10);
	}

	private void findStatus() {
		int after = code > 0 ? skipSeparators(codeEnd) : 0;
		if (code > 0) {
			status = statusAt(after);
			if (status != null) {
				return;
			}
		}
		EnhancedStatus any = null;
		for (int i = 0; i + 5 <= length; i++) {
			EnhancedStatus here = statusAt(i);
			if (here == null || here.severity() == 2 && i > 0 || isVersion(i)) {
				continue;
			}
			boolean agrees = code == 0 || here.severity() == code / 100;
			if (agrees && i >= after) {
				status = here;
				return;
			}
			if (any == null || agrees && any.severity() != code / 100) {
				any = here;
			}
		}
		status = any;
	}

	private boolean isVersion(int at) {
		return at > 0 && text.charAt(at - 1) == ' ' && VERSIONS.contains(strip(wordBefore(at)));
	}

	/** A code of class 2, 4 or 5 with no letter, digit or dot on either side. */
	private EnhancedStatus statusAt(int at) {
		if (at + 5 > length || text.charAt(at + 1) != '.' || text.charAt(at + 3) != '.' || !isDigit(at)
				|| !isDigit(at + 4)) {
			return null;
		}
		if (at > 0 && (isWordPart(text.charAt(at - 1)) || "./@\\".indexOf(text.charAt(at - 1)) >= 0)) {
			return null;
		}
		int end = at + 5;
		while (end < length && isDigit(end) && end < at + 8) {
			end++;
		}
		boolean glued = end < length
				&& (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.' && isDigit(end + 1)
						|| text.charAt(end) == '@');
		return glued ? null : EnhancedStatus.of(text.substring(at, end)).orElse(null);
	}

	/** Between a reply code and its enhanced status code: {@code 550-5.1.1}, {@code 550 (#5.1.1)}, {@code 550-'5.1.1}. */
	private int skipSeparators(int from) {
		int at = from;
		while (at < length && at < from + 6 && " -\t\n\r(#<['\":;\u00a0".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return at;
	}

	private String wordBefore(int at) {
		int end = at;
		while (end > 0 && " \t\n\r('\"[#".indexOf(text.charAt(end - 1)) >= 0 && end > at - 4) {
			end--;
		}
		int start = end;
		while (start > 0 && text.charAt(start - 1) > ' ' && end - start < 20) {
			start--;
		}
		return text.substring(start, end).toLowerCase(java.util.Locale.ROOT);
	}

	private String wordAt(int from) {
		int end = from;
		while (end < length && end < from + 14 && Character.isLetter(text.charAt(end))) {
			end++;
		}
		return text.substring(from, end).toLowerCase(java.util.Locale.ROOT);
	}

	/** Without the brackets and punctuation around a word. */
	private static String strip(String word) {
		int start = 0;
		int end = word.length();
		while (end > start && ":;,([=".indexOf(word.charAt(end - 1)) >= 0) {
			end--;
		}
		while (start < end && "([{,;".indexOf(word.charAt(start)) >= 0) {
			start++;
		}
		return word.substring(start, end);
	}

	private boolean isDigit(int at) {
		return at >= 0 && at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9';
	}

	private static boolean isWordPart(char c) {
		return c == '_' || Character.isLetterOrDigit(c) && c < 128;
	}
}
