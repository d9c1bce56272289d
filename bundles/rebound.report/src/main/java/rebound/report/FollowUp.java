package rebound.report;

/**
 * The work on a lost customer. Absent values are {@code null}.
 *
 * @param assignedTo who works on it
 * @param status     id of how far it is
 * @param note       the user's own words
 */
public record FollowUp(String assignedTo, String status, String note) {

	/** Nobody works on it. */
	public static final FollowUp NONE = new FollowUp(null, null, null);
}
