package rebound.report;

import static rebound.report.Column.Type.IDENTIFIER;
import static rebound.report.Column.Type.INTEGER;
import static rebound.report.Column.Type.TEXT;
import static rebound.report.Column.Type.TIMESTAMP;

import java.util.List;
import java.util.function.Function;

import rebound.model.BounceEvent;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.report.Column.Group;
import rebound.report.Column.Type;

/**
 * The fixed columns of the report's event file; {@code address_key} joins them to the main file. A column is never
 * renamed or moved, a new one goes to the end.
 */
public final class EventColumns {

	/** All columns in their fixed order. */
	public static final List<Column<EventRow>> ALL = List.of(
			event("event_id", IDENTIFIER, BounceEvent::id),
			event("address_key", TEXT, event -> event.address().value()),
			column("customer_id", IDENTIFIER, EventRow::customerId),
			event("email", TEXT, event -> event.address().value()),
			event("event_utc", TIMESTAMP, BounceEvent::occurred),
			event("received_utc", TIMESTAMP, BounceEvent::received),
			event("campaign_id", IDENTIFIER, BounceEvent::campaignId),
			verdict("kind", TEXT, verdict -> verdict.kind().id()),
			verdict("bounce_type", TEXT, verdict -> verdict.type().id()),
			verdict("track", TEXT, verdict -> verdict.track().id()),
			verdict("reason_code", TEXT, verdict -> verdict.reason() == null ? null : verdict.reason().id()),
			verdict("fault", TEXT, verdict -> verdict.fault().id()),
			status("smtp_code", INTEGER, ReportColumns::replyCode),
			status("enhanced_status", TEXT, ReportColumns::enhancedStatus),
			status("action", TEXT, status -> status.action() == null ? null : status.action().id()),
			status("diagnostic_text", TEXT, RecipientStatus::diagnostic),
			status("remote_mta", TEXT, RecipientStatus::remoteMta),
			event("reporting_mta", TEXT, BounceEvent::reportingMta),
			status("original_recipient", TEXT, RecipientStatus::originalRecipient),
			status("final_recipient", TEXT, RecipientStatus::recipient),
			event("message_id", TEXT, BounceEvent::messageId),
			event("parser_id", TEXT, BounceEvent::layout),
			verdict("rule_id", TEXT, Verdict::rule),
			verdict("confidence", INTEGER, verdict -> (long) verdict.confidence()),
			event("source", TEXT, BounceEvent::source),
			event("raw_sha256", IDENTIFIER, BounceEvent::mailHash));

	private EventColumns() {
	}

	private static Column<EventRow> column(String name, Type type, Function<EventRow, Object> value) {
		return new Column<>(name, type, Group.EVENT, (row, labels) -> value.apply(row));
	}

	private static Column<EventRow> event(String name, Type type, Function<BounceEvent, Object> value) {
		return column(name, type, row -> value.apply(row.event()));
	}

	private static Column<EventRow> verdict(String name, Type type, Function<Verdict, Object> value) {
		return event(name, type, event -> value.apply(event.verdict()));
	}

	private static Column<EventRow> status(String name, Type type, Function<RecipientStatus, Object> value) {
		return event(name, type, event -> value.apply(event.status()));
	}
}
