package rebound.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is decided about an address, and who works on it. Absent values are {@code null}.
 *
 * @param status            {@code active}, {@code watch}, {@code hold}, {@code suggested} or {@code blocked}
 * @param recommendedAction id of the next best step
 * @param ruleId            the policy's rule that decided
 * @param blocked           since when it is blocked
 * @param blockedBy         {@code user} or {@code auto}
 * @param reviewDate        when to look again
 * @param assignedTo        who works on it
 * @param followUpStatus    how far the work is
 * @param followUpNote      the user's own words
 */
public record Decision(String status, String recommendedAction, String ruleId, Instant blocked, String blockedBy,
		LocalDate reviewDate, String assignedTo, String followUpStatus, String followUpNote) {

	/** Nothing is against the address. */
	public static final Decision ACTIVE = new Decision("active", null, null, null, null, null, null, null, null);
}
