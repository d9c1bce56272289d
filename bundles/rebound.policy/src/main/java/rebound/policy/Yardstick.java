package rebound.policy;

import java.util.Locale;

/** How a campaign's rate compares with what the large mail hosts tolerate. */
public enum Yardstick {
	/** Nothing to do. */
	OK,
	/** Look after it. */
	WARN,
	/** Stop and find out: mail hosts will refuse or hide the mail. */
	ACT,
	/** The number of recipients is not known. */
	UNKNOWN;

	/** Complaints in 100,000 mails. */
	private static final long COMPLAINTS_WARN = 100;
	private static final long COMPLAINTS_ACT = 300;
	private static final long PER = 100_000;
	private static final long PERCENT = 100;

	/** @return the stable id that files keep, for example {@code "warn"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Hard bounces, by the settings' shares: 2 % and 5 % unless set otherwise.
	 *
	 * @param sent number of recipients, 0 where unknown
	 */
	public static Yardstick hard(long hard, long sent, PolicySettings settings) {
		return of(hard * PERCENT, sent, settings.warnShare(), settings.strictShare());
	}

	/**
	 * Complaints: 0.1 % and 0.3 %.
	 *
	 * @param sent number of recipients, 0 where unknown
	 */
	public static Yardstick complaints(long complaints, long sent) {
		return of(complaints * PER, sent, COMPLAINTS_WARN, COMPLAINTS_ACT);
	}

	private static Yardstick of(long count, long sent, long warn, long act) {
		if (sent <= 0) {
			return UNKNOWN;
		}
		return count >= sent * act ? ACT : count >= sent * warn ? WARN : OK;
	}
}
