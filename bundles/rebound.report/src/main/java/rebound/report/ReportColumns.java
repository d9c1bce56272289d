package rebound.report;

import static rebound.report.Column.Type.DATE;
import static rebound.report.Column.Type.DECIMAL;
import static rebound.report.Column.Type.IDENTIFIER;
import static rebound.report.Column.Type.INTEGER;
import static rebound.report.Column.Type.TEXT;
import static rebound.report.Column.Type.TIMESTAMP;

import java.net.IDN;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.report.Column.Group;
import rebound.report.Column.Type;

/**
 * The fixed columns of the report's main file. Others import these files: a column is never renamed or moved, a new one
 * goes to the end.
 */
public final class ReportColumns {

	/** Characters of a diagnostic text in the main file; the event file has all of it. */
	static final int DIAGNOSTIC_LENGTH = 1000;

	/** All columns in their fixed order. */
	public static final List<Column<ReportRow>> ALL = all();

	private ReportColumns() {
	}

	/**
	 * Chooses columns.
	 *
	 * @param names in the order wanted, empty for all
	 * @throws ReportException if there is no column of a name
	 */
	public static List<Column<ReportRow>> choose(List<String> names) throws ReportException {
		if (names.isEmpty()) {
			return ALL;
		}
		List<Column<ReportRow>> chosen = new ArrayList<>();
		for (String name : names) {
			chosen.add(ALL.stream().filter(column -> column.name().equals(name)).findFirst()
					.orElseThrow(() -> new ReportException(ReportException.Code.UNKNOWN_COLUMN, name, null)));
		}
		return List.copyOf(chosen);
	}

	/** @return the address with its domain as A-labels (RFC 5891), the local part as written */
	public static String ascii(String email) {
		int at = email.lastIndexOf('@');
		return email.substring(0, at + 1) + AddressKey.of(email.substring(at + 1)).value();
	}

	/** @return the address with its domain in Unicode, the local part as written */
	public static String unicode(String email) {
		int at = email.lastIndexOf('@');
		return email.substring(0, at + 1) + IDN.toUnicode(email.substring(at + 1));
	}

	private static List<Column<ReportRow>> all() {
		Columns columns = new Columns();
		columns.customer("customer_id", IDENTIFIER, Customer::id);
		columns.customer("external_id", IDENTIFIER, Customer::externalId);
		columns.customer("crm_record_id", IDENTIFIER, Customer::crmRecordId);
		columns.customer("salutation", TEXT, Customer::salutation);
		columns.customer("first_name", TEXT, Customer::firstName);
		columns.customer("last_name", TEXT, Customer::lastName);
		columns.customer("full_name", TEXT, Customer::displayName);
		columns.customer("job_title", TEXT, Customer::jobTitle);
		columns.customer("company", TEXT, Customer::company);
		columns.customer("department", TEXT, Customer::department);
		columns.customer("account_id", IDENTIFIER, Customer::accountId);
		columns.customer("owner", TEXT, Customer::owner);
		columns.customer("owner_email", TEXT, Customer::ownerEmail);
		columns.customer("language", TEXT, Customer::language);
		columns.customer("customer_value", DECIMAL, Customer::value);
		columns.customer("customer_class", TEXT, Customer::customerClass);
		columns.customer("customer_since", DATE, Customer::since);
		columns.customer("last_order_date", DATE, Customer::lastOrder);
		columns.customer("consent_status", TEXT, Customer::consentStatus);

		columns.group = Group.REACH;
		columns.add("email", TEXT, row -> ascii(row.email()));
		columns.add("email_unicode", TEXT, row -> unicode(row.email()));
		columns.add("email_domain", TEXT, row -> AddressKey.of(row.email()).domain());
		columns.customer("phone", IDENTIFIER, Customer::phone);
		columns.customer("mobile", IDENTIFIER, Customer::mobile);
		columns.customer("street", TEXT, Customer::street);
		columns.customer("postal_code", IDENTIFIER, Customer::postalCode);
		columns.customer("city", TEXT, Customer::city);
		columns.customer("region", TEXT, Customer::region);
		columns.customer("country_code", TEXT, Customer::countryCode);
		columns.add("second_email", TEXT, ReportColumns::secondEmail);
		columns.customer("website", TEXT, Customer::website);

		columns.group = Group.VERDICT;
		columns.verdict("kind", TEXT, verdict -> verdict.kind().id());
		columns.verdict("bounce_type", TEXT, verdict -> verdict.type().id());
		columns.verdict("track", TEXT, verdict -> verdict.track().id());
		columns.verdict("reason_code", TEXT, verdict -> verdict.reason() == null ? null : verdict.reason().id());
		columns.add("reason_text", TEXT, (row, labels) -> row.last() == null || row.last().verdict().reason() == null
				? null
				: labels.reason(row.last().verdict().reason()));
		columns.verdict("fault", TEXT, verdict -> verdict.fault().id());
		columns.status("smtp_code", INTEGER, ReportColumns::replyCode);
		columns.status("enhanced_status", TEXT, ReportColumns::enhancedStatus);
		columns.verdict("confidence", INTEGER, verdict -> (long) verdict.confidence());
		columns.add("score", INTEGER, row -> (long) row.history().score());

		columns.group = Group.HISTORY;
		columns.add("hard_count", INTEGER, row -> row.history().hard());
		columns.add("soft_count", INTEGER, row -> row.history().soft());
		columns.add("quota_count", INTEGER, row -> row.history().quota());
		columns.add("policy_count", INTEGER, row -> row.history().policy());
		columns.add("total_count", INTEGER, row -> row.history().total());
		columns.add("campaigns_since_success", INTEGER, row -> row.history().campaignsSinceSuccess());
		columns.add("first_bounce_utc", TIMESTAMP, row -> row.history().first());
		columns.add("last_bounce_utc", TIMESTAMP, row -> row.history().last());
		columns.add("bounce_span_days", INTEGER, row -> spanDays(row.history()));
		columns.add("last_success_utc", TIMESTAMP, row -> row.history().lastSuccess());
		columns.add("last_success_kind", TEXT, row -> row.history().lastSuccessKind());
		columns.add("last_campaign", TEXT, row -> row.history().lastCampaign());
		columns.add("campaigns_bounced", INTEGER, row -> row.history().campaignsBounced());

		columns.group = Group.DECISION;
		columns.add("status", TEXT, row -> row.decision().status());
		columns.add("recommended_action", TEXT, row -> row.decision().recommendedAction());
		columns.add("rule_id", TEXT, row -> row.decision().ruleId());
		columns.add("blocked_utc", TIMESTAMP, row -> row.decision().blocked());
		columns.add("blocked_by", TEXT, row -> row.decision().blockedBy());
		columns.add("review_date", DATE, row -> row.decision().reviewDate());
		columns.add("assigned_to", TEXT, row -> row.decision().assignedTo());
		columns.add("follow_up_status", TEXT, row -> row.decision().followUpStatus());
		columns.add("follow_up_note", TEXT, row -> row.decision().followUpNote());

		columns.group = Group.FINDINGS;
		columns.add("suggested_email", TEXT, row -> row.findings().suggestedEmail());
		columns.add("suggested_email_source", TEXT, row -> row.findings().suggestedEmailSource());
		columns.add("suggested_email_confidence", INTEGER, row -> whole(row.findings().suggestedEmailConfidence()));
		columns.add("replacement_name", TEXT, row -> row.findings().replacementName());
		columns.add("replacement_email", TEXT, row -> row.findings().replacementEmail());
		columns.add("replacement_phone", IDENTIFIER, row -> row.findings().replacementPhone());
		columns.add("auto_reply_kind", TEXT, row -> row.findings().autoReplyKind());
		columns.add("return_date", DATE, row -> row.findings().returnDate());
		columns.add("domain_state", TEXT, row -> row.findings().domainState());
		columns.add("domain_checked_utc", TIMESTAMP, row -> row.findings().domainChecked());
		columns.add("company_contacts_total", INTEGER, row -> whole(row.findings().companyContacts()));
		columns.add("company_contacts_bounced", INTEGER, row -> whole(row.findings().companyContactsBounced()));
		columns.add("company_verdict", TEXT, row -> row.findings().companyVerdict());
		columns.add("colleague_name", TEXT, row -> row.findings().colleagueName());
		columns.add("colleague_email", TEXT, row -> row.findings().colleagueEmail());
		columns.add("colleague_phone", IDENTIFIER, row -> row.findings().colleaguePhone());
		columns.add("search_url_web", TEXT, row -> row.findings().searchUrlWeb());
		columns.add("search_url_linkedin", TEXT, row -> row.findings().searchUrlLinkedin());

		columns.group = Group.EVIDENCE;
		columns.status("diagnostic_text", TEXT, status -> shortened(status.diagnostic()));
		columns.event("reporting_mta", TEXT, BounceEvent::reportingMta);
		columns.status("remote_mta", TEXT, RecipientStatus::remoteMta);
		columns.add("mx_provider", TEXT, ReportRow::mxProvider);
		columns.status("original_recipient", TEXT, RecipientStatus::originalRecipient);
		columns.status("final_recipient", TEXT, RecipientStatus::recipient);
		columns.event("message_id", TEXT, BounceEvent::messageId);
		columns.add("report_version", TEXT, row -> ReportData.REPORT_VERSION);
		columns.add("address_key", TEXT, row -> AddressKey.of(row.email()).value());
		return List.copyOf(columns.list);
	}

	static Long replyCode(RecipientStatus status) {
		return status.replyCode() == 0 ? null : (long) status.replyCode();
	}

	static String enhancedStatus(RecipientStatus status) {
		EnhancedStatus code = status.status();
		return code == null ? null : code.toString();
	}

	private static Long whole(Integer number) {
		return number == null ? null : number.longValue();
	}

	private static Long spanDays(History history) {
		return history.first() == null || history.last() == null
				? null
				: ChronoUnit.DAYS.between(history.first(), history.last());
	}

	private static String secondEmail(ReportRow row) {
		if (row.customer() == null) {
			return null;
		}
		AddressKey first = AddressKey.of(row.email());
		return row.customer().emails().stream().filter(email -> !AddressKey.of(email).equals(first)).findFirst()
				.map(ReportColumns::ascii).orElse(null);
	}

	private static String shortened(String text) {
		if (text == null || text.length() <= DIAGNOSTIC_LENGTH) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(DIAGNOSTIC_LENGTH - 1))
				? DIAGNOSTIC_LENGTH - 1
				: DIAGNOSTIC_LENGTH;
		return text.substring(0, end);
	}

	/** Collects columns, with the step from a row to the part that a column is about. */
	private static final class Columns {
		private final List<Column<ReportRow>> list = new ArrayList<>();
		private Group group = Group.CUSTOMER;

		void add(String name, Type type, BiFunction<ReportRow, Labels, Object> value) {
			list.add(new Column<>(name, type, group, value));
		}

		void add(String name, Type type, Function<ReportRow, Object> value) {
			add(name, type, (row, labels) -> value.apply(row));
		}

		void customer(String name, Type type, Function<Customer, Object> value) {
			add(name, type, row -> row.customer() == null ? null : value.apply(row.customer()));
		}

		void event(String name, Type type, Function<BounceEvent, Object> value) {
			add(name, type, row -> row.last() == null ? null : value.apply(row.last()));
		}

		void verdict(String name, Type type, Function<Verdict, Object> value) {
			event(name, type, event -> value.apply(event.verdict()));
		}

		void status(String name, Type type, Function<RecipientStatus, Object> value) {
			event(name, type, event -> value.apply(event.status()));
		}
	}
}
