package rebound.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import rebound.model.AddressKey;
import rebound.model.BounceType;
import rebound.model.Customer;
import rebound.report.Column;
import rebound.report.Column.Group;
import rebound.report.Column.Type;
import rebound.report.CrmProfile;
import rebound.report.Labels;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;

/**
 * Which rows and columns an update of contacts has. None of them says that a customer opted out: a bounce is no
 * unsubscription.
 *
 * @param rows    the rows it takes
 * @param columns by the program's own names
 */
record CrmColumns(Predicate<ReportRow> rows, List<Column<ReportRow>> columns) {

	private static final int SALESFORCE_REASON = 255;

	static CrmColumns of(CrmProfile profile, ReportOptions options) {
		Columns columns = new Columns();
		boolean flagged = false;
		switch (profile) {
			case SALESFORCE -> {
				String key = options.setting("key", "Rebound_External_Id__c");
				columns.customer(key, customer -> key.equals("Id")
						? customer.crmRecordId()
						: customer.externalId() == null ? customer.id() : customer.externalId());
				columns.add("EmailBouncedReason", Type.TEXT, (row, labels) -> shortened(reason(row, labels)));
				columns.add("EmailBouncedDate", Type.TIMESTAMP, (row, labels) -> bounced(row));
			}
			case HUBSPOT -> {
				if (options.setting("key", "Email").equals("Record ID")) {
					columns.customer("Record ID", Customer::crmRecordId);
				}
				columns.add("Email", Type.TEXT, (row, labels) -> row.email());
				details(columns, "Bounce Status", "Bounce Reason", "Bounce Date", "Suggested Email");
			}
			case DYNAMICS -> {
				flagged = true;
				columns.customer("(Do Not Modify) Contact", Customer::crmRecordId);
				columns.customer("(Do Not Modify) Row Checksum",
						customer -> customer.other().get("(Do Not Modify) Row Checksum"));
				columns.customer("(Do Not Modify) Modified On",
						customer -> customer.other().get("(Do Not Modify) Modified On"));
				columns.customer("Full Name", Customer::displayName);
				columns.add("Email", Type.TEXT, (row, labels) -> row.email());
				columns.add("Do not allow Bulk Emails", Type.TEXT, (row, labels) -> "Do Not Allow");
			}
			case ZOHO -> {
				columns.customer("Record Id", Customer::crmRecordId);
				columns.add("Email", Type.TEXT, (row, labels) -> row.email());
				details(columns, "Bounce Status", "Bounce Reason", "Bounce Date", "Suggested Email");
			}
			case SUITECRM -> {
				flagged = true;
				columns.customer("id", CrmColumns::recordId);
				columns.customer("first_name", Customer::firstName);
				columns.customer("last_name", Customer::lastName);
				columns.add("email1", Type.TEXT, (row, labels) -> row.email());
				columns.add("invalid_email", Type.TEXT, (row, labels) -> "1");
			}
			case CIVICRM -> {
				flagged = true;
				columns.customer("Contact ID", CrmColumns::recordId);
				columns.add("Email", Type.TEXT, (row, labels) -> row.email());
				columns.add("On Hold", Type.TEXT, (row, labels) -> "1");
			}
			case ODOO -> {
				columns.customer("id",
						customer -> customer.externalId() == null ? customer.id() : customer.externalId());
				columns.add("email", Type.TEXT, (row, labels) -> row.email());
				details(columns, "x_bounce_status", "x_bounce_reason", "x_bounce_date", "x_suggested_email");
			}
		}
		boolean everyAddress = profile == CrmProfile.CIVICRM;
		boolean onlyBlocked = flagged;
		return new CrmColumns(row -> row.customer() != null && (everyAddress || isPreferred(row))
				&& (SuppressionFormat.belongs(row) || !onlyBlocked && isHard(row)), columns.list);
	}

	private static void details(Columns columns, String status, String reason, String date, String suggested) {
		columns.add(status, Type.TEXT,
				(row, labels) -> row.standing() == null ? "active" : row.standing().state().id());
		columns.add(reason, Type.TEXT, CrmColumns::reason);
		columns.add(date, Type.DATE,
				(row, labels) -> bounced(row) == null ? null : LocalDate.ofInstant(bounced(row), ZoneOffset.UTC));
		columns.add(suggested, Type.TEXT, (row, labels) -> row.findings().suggestedEmail());
	}

	private static String recordId(Customer customer) {
		return customer.crmRecordId() == null ? customer.id() : customer.crmRecordId();
	}

	/** A contact's one status is that of its preferred address. */
	private static boolean isPreferred(ReportRow row) {
		List<String> emails = row.customer().emails();
		return !emails.isEmpty() && AddressKey.of(emails.getFirst()).equals(AddressKey.of(row.email()));
	}

	private static boolean isHard(ReportRow row) {
		return row.last() != null && row.last().verdict().type() == BounceType.HARD;
	}

	private static Instant bounced(ReportRow row) {
		return row.last() == null ? null : row.last().occurred();
	}

	private static String reason(ReportRow row, Labels labels) {
		if (row.last() == null || row.last().verdict().reason() == null) {
			return null;
		}
		String answer = row.last().status().diagnostic();
		String reason = labels.reason(row.last().verdict().reason());
		return answer == null ? reason : reason + ": " + answer;
	}

	private static String shortened(String text) {
		if (text == null || text.length() <= SALESFORCE_REASON) {
			return text;
		}
		boolean pair = Character.isHighSurrogate(text.charAt(SALESFORCE_REASON - 1));
		return text.substring(0, pair ? SALESFORCE_REASON - 1 : SALESFORCE_REASON);
	}

	private static final class Columns {
		private final List<Column<ReportRow>> list = new ArrayList<>();

		void add(String name, Type type, BiFunction<ReportRow, Labels, Object> value) {
			list.add(new Column<>(name, type, Group.CUSTOMER, value));
		}

		void customer(String name, Function<Customer, Object> value) {
			add(name, Type.IDENTIFIER, (row, labels) -> value.apply(row.customer()));
		}
	}
}
