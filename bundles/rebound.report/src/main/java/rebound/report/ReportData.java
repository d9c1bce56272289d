package rebound.report;

import java.util.Comparator;
import java.util.List;

import rebound.model.Campaign;

/**
 * What a report is made of.
 *
 * @param rows          one row for each address of each customer, in an order that does not change between two reads
 * @param events        one row for each event
 * @param joined        the rows of both grains, each in the order of its own, read at once
 * @param campaigns     the campaigns the events belong to, for rates; kept latest first
 * @param filter        what was left out, as the user would write it; {@code null} if nothing was
 * @param policyVersion the blocking policy the decisions follow
 */
public record ReportData(Rows<ReportRow> rows, Rows<EventRow> events, Rows<JoinedRow> joined, List<Campaign> campaigns,
		String filter, String policyVersion) {

	/** Version of the column lists; it rises when a column is added at their end. */
	public static final String REPORT_VERSION = "1";

	private static final Comparator<Campaign> LATEST_FIRST = Comparator
			.comparing(Campaign::sent, Comparator.nullsFirst(Comparator.naturalOrder())).reversed()
			.thenComparing(Campaign::id);

	public ReportData {
		campaigns = campaigns.stream().sorted(LATEST_FIRST).toList();
	}

	/** Data whose grains are read one after the other. */
	public ReportData(Rows<ReportRow> rows, Rows<EventRow> events, List<Campaign> campaigns, String filter,
			String policyVersion) {
		this(rows, events, receiver -> {
			rows.forEach(row -> receiver.row(new JoinedRow(row, null)));
			events.forEach(event -> receiver.row(new JoinedRow(null, event)));
		}, campaigns, filter, policyVersion);
	}
}
