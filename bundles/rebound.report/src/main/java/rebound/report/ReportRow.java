package rebound.report;

import rebound.model.BounceEvent;
import rebound.model.Customer;

/**
 * A row of the report's main file: one address of one customer. Absent values are {@code null}.
 *
 * @param customer   the customer, {@code null} where no customer has the address
 * @param email      the address, as the customer data writes it or else as it was mailed
 * @param last       the newest event of the address; {@code null} if it never bounced
 * @param mxProvider who runs the address's mail, for example {@code "google"}
 * @param history    counts and dates
 * @param decision   what the policy and the user decided
 * @param findings   what was found out about the lost customer
 */
public record ReportRow(Customer customer, String email, BounceEvent last, String mxProvider, History history,
		Decision decision, Findings findings) {
}
