package rebound.ui.internal.desk;

import java.util.List;
import java.util.function.BiPredicate;

import rebound.ui.internal.desk.ErrorLog.Entry;

/** What went wrong, as text for whoever is to help: without anybody's address unless it is asked for. */
public final class TroubleReport {

	private static final String HIDDEN = "(address)";
	private static final String LOCAL_MARKS = ".!#$%&'*+/=?^_`{|}~-";
	private static final String DOMAIN_MARKS = ".-[]:";

	private TroubleReport() {
	}

	/** @param withAddresses whether addresses stay in it */
	public static String of(List<Entry> entries, boolean withAddresses) {
		StringBuilder text = new StringBuilder();
		text.append("Rebound ").append(System.getProperty("rebound.version", "")).append('\n');
		for (String name : List.of("os.name", "os.version", "os.arch", "java.version", "java.vendor")) {
			text.append(name).append(": ").append(System.getProperty(name)).append('\n');
		}
		for (Entry entry : entries) {
			text.append('\n').append(entry.at()).append(entry.isError() ? " error " : " warning ")
					.append(entry.source()).append('\n').append(entry.message()).append('\n').append(entry.details());
		}
		return withAddresses ? text.toString() : withoutAddresses(text);
	}

	/** Hides whatever has an {@code @} between two words; a quoted local part (RFC 5322) goes with it. */
	public static String withoutAddresses(CharSequence text) {
		StringBuilder shown = new StringBuilder(text.length());
		int copied = 0;
		for (int at = 0; at < text.length(); at++) {
			if (text.charAt(at) == '@') {
				int begin = quoted(text, at, copied);
				begin = begin < at ? begin : run(text, at - 1, copied - 1, -1, TroubleReport::isLocal) + 1;
				int end = run(text, at + 1, text.length(), 1, TroubleReport::isDomain);
				while (end > at + 1 && ".:-".indexOf(text.charAt(end - 1)) >= 0) {
					end--;
				}
				if (begin < at && end > at + 1) {
					shown.append(text, copied, begin).append(HIDDEN);
					copied = end;
					at = end - 1;
				}
			}
		}
		return shown.append(text, copied, text.length()).toString();
	}

	/** @return where a quoted local part before this place begins, or this place */
	private static int quoted(CharSequence text, int at, int from) {
		if (at - 1 <= from || text.charAt(at - 1) != '"') {
			return at;
		}
		for (int i = at - 2; i >= from && text.charAt(i) != '\n'; i--) {
			if (text.charAt(i) == '"') {
				return i;
			}
		}
		return at;
	}

	private static int run(CharSequence text, int from, int end, int step, BiPredicate<CharSequence, Integer> wanted) {
		int i = from;
		while (i != end && wanted.test(text, i)) {
			i += step;
		}
		return i;
	}

	private static boolean isLocal(CharSequence text, int i) {
		return Character.isLetterOrDigit(text.charAt(i)) || LOCAL_MARKS.indexOf(text.charAt(i)) >= 0;
	}

	private static boolean isDomain(CharSequence text, int i) {
		return Character.isLetterOrDigit(text.charAt(i)) || DOMAIN_MARKS.indexOf(text.charAt(i)) >= 0;
	}
}
