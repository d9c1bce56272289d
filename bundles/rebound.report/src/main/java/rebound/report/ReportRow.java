package rebound.report;

import java.util.List;

import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.Kind;
import rebound.model.Standing;

/**
 * A row of the report's main file: one address of one customer. Absent values are {@code null}.
 *
 * @param customer     the customer, {@code null} where no customer has the address
 * @param email        the address, as the customer data writes it or else as it was mailed
 * @param last         the event the verdict columns show, see {@link #deciding}; {@code null} if nothing happened
 * @param standing     how the address stands; {@code null} if nothing is known of it
 * @param decision     the one that blocked it
 * @param lastCampaign name of the campaign it last bounced in
 * @param followUp     the work on it
 * @param findings     what was found out about the lost customer
 * @param reasonText   what the rule that decided says of its verdict, in the report's language; {@code null} where the
 *                     usual words for the reason are enough
 */
public record ReportRow(Customer customer, String email, BounceEvent last, Standing standing, Decision decision,
		String lastCampaign, FollowUp followUp, Findings findings, String reasonText) {

	/**
	 * A row without words of the rule that decided.
	 *
	 * @see ReportRow#ReportRow(Customer, String, BounceEvent, Standing, Decision, String, FollowUp, Findings, String)
	 */
	public ReportRow(Customer customer, String email, BounceEvent last, Standing standing, Decision decision,
			String lastCampaign, FollowUp followUp, Findings findings) {
		this(customer, email, last, standing, decision, lastCampaign, followUp, findings, null);
	}

	/**
	 * Chooses the event whose verdict a row shows: the latest bounce or complaint, else the latest of all.
	 *
	 * @param latestFirst the address's events
	 * @return the event, {@code null} if there is none
	 */
	public static BounceEvent deciding(List<BounceEvent> latestFirst) {
		return latestFirst.stream()
				.filter(event -> event.verdict().kind() == Kind.BOUNCE || event.verdict().kind() == Kind.COMPLAINT)
				.findFirst().orElse(latestFirst.isEmpty() ? null : latestFirst.getFirst());
	}
}
