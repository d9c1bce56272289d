package rebound.model;

import java.util.Optional;

/**
 * An enhanced mail system status code (RFC 3463).
 *
 * @param severity 2, 4 or 5
 * @param subject  0 to 7
 * @param detail   0 to 999
 */
public record EnhancedStatus(int severity, int subject, int detail) {

	/**
	 * Reads a code that stands alone, for example {@code "5.1.1"}.
	 *
	 * @return the code, or empty if the text is none
	 */
	public static Optional<EnhancedStatus> of(String text) {
		int length = text.length();
		if (length < 5 || length > 7 || text.charAt(1) != '.' || text.charAt(3) != '.') {
			return Optional.empty();
		}
		int severity = text.charAt(0) - '0';
		int subject = text.charAt(2) - '0';
		int detail = 0;
		for (int i = 4; i < length; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return Optional.empty();
			}
			detail = detail * 10 + digit;
		}
		boolean known = (severity == 2 || severity == 4 || severity == 5) && subject >= 0 && subject <= 7;
		return known ? Optional.of(new EnhancedStatus(severity, subject, detail)) : Optional.empty();
	}

	/** @return whether this is {@code x.subject.detail} of any severity */
	public boolean is(int wantedSubject, int wantedDetail) {
		return subject == wantedSubject && detail == wantedDetail;
	}

	@Override
	public String toString() {
		return severity + "." + subject + "." + detail;
	}
}
