package rebound.report;

/**
 * A row of either grain; one of the two is {@code null}.
 *
 * @param row   of the report's main file
 * @param event of its event file
 */
public record JoinedRow(ReportRow row, EventRow event) {
}
