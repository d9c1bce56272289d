package rebound.model;

import java.util.Locale;

/** Groups receiving mail servers by who runs them. */
public final class MailHost {
	private static final int LONGEST_SHORT_LABEL = 3;

	private MailHost() {
	}

	/**
	 * The receiving mail host that an answer counts for: of {@code "gmail-smtp-in.l.google.com"} it is
	 * {@code "google.com"}, for all domains that Google receives mail for.
	 *
	 * @param remoteMta the server that answered, host name or address, or {@code null}
	 * @param domain    the address's domain, which stands in when no server is named
	 * @return the host name's last labels, an IP address as it is, or the domain; in lower case, maybe empty
	 */
	public static String of(String remoteMta, String domain) {
		if (remoteMta == null || remoteMta.isBlank()) {
			return domain;
		}
		String host = remoteMta.strip().toLowerCase(Locale.ROOT);
		int end = firstOf(host, " ([");
		if (end > 0) {
			host = host.substring(0, end);
		}
		while (host.endsWith(".")) {
			host = host.substring(0, host.length() - 1);
		}
		boolean isName = host.chars().anyMatch(c -> c >= 'a' && c <= 'z') && host.indexOf(':') < 0;
		if (!isName || host.indexOf('.') < 0) {
			return isName || host.isEmpty() ? domain : host;
		}
		return organisation(host);
	}

	private static String organisation(String host) {
		int top = host.lastIndexOf('.');
		int second = host.lastIndexOf('.', top - 1);
		boolean countryWithCategory = host.length() - top - 1 == 2 && top - second - 1 <= LONGEST_SHORT_LABEL;
		if (countryWithCategory && second > 0) {
			second = host.lastIndexOf('.', second - 1);
		}
		return host.substring(second + 1);
	}

	private static int firstOf(String text, String any) {
		for (int i = 0; i < text.length(); i++) {
			if (any.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return -1;
	}
}
