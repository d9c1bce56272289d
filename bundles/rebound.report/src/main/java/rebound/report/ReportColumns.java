package rebound.report;

import static rebound.report.Column.Type.DATE;
import static rebound.report.Column.Type.DECIMAL;
import static rebound.report.Column.Type.IDENTIFIER;
import static rebound.report.Column.Type.INTEGER;
import static rebound.report.Column.Type.TEXT;
import static rebound.report.Column.Type.TIMESTAMP;

import java.net.IDN;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.EnhancedStatus;
import rebound.model.MailHost;
import rebound.model.RecipientStatus;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
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

	/** @return names of columns that may have been meant by one that there is none of, the likeliest first */
	public static List<String> like(String name) {
		String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
		return ALL.stream().map(Column::name)
				.filter(known -> !wanted.isEmpty() && (known.contains(wanted) || distance(known, wanted) <= 3))
				.sorted(Comparator.comparingInt(known -> distance(known, wanted))).limit(3).toList();
	}

	/** Number of characters to insert, remove or change to make one name of the other (Levenshtein). */
	private static int distance(String one, String other) {
		int[] row = IntStream.rangeClosed(0, other.length()).toArray();
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

	/** @return the address with its domain as A-labels (RFC 5891), the local part as written */
	public static String ascii(String email) {
		int at = email.lastIndexOf('@');
		return at < 0 ? email : email.substring(0, at + 1) + AddressKey.of(email).domain();
	}

	/** @return the address with its domain in Unicode, the local part as written */
	public static String unicode(String email) {
		int at = email.lastIndexOf('@');
		return at < 0 ? email : email.substring(0, at + 1) + IDN.toUnicode(email.substring(at + 1));
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
		columns.add("reason_text", TEXT, ReportColumns::reasonText);
		columns.verdict("fault", TEXT, verdict -> verdict.fault().id());
		columns.status("smtp_code", INTEGER, ReportColumns::replyCode);
		columns.status("enhanced_status", TEXT, ReportColumns::enhancedStatus);
		columns.verdict("confidence", INTEGER, verdict -> (long) verdict.confidence());
		columns.standing("score", INTEGER, standing -> (long) standing.score());

		columns.group = Group.HISTORY;
		columns.count("hard_count", Counters::hard);
		columns.count("soft_count", Counters::soft);
		columns.count("quota_count", Counters::quotaEver);
		columns.count("policy_count", Counters::policyEver);
		columns.count("total_count", Counters::total);
		columns.count("campaigns_since_success", Counters::campaignsSinceSuccess);
		columns.counter("first_bounce_utc", TIMESTAMP, Counters::firstBounce);
		columns.counter("last_bounce_utc", TIMESTAMP, Counters::lastBounce);
		columns.counter("bounce_span_days", INTEGER, ReportColumns::spanDays);
		columns.counter("last_success_utc", TIMESTAMP, Counters::lastSuccess);
		columns.counter("last_success_kind", TEXT,
				counters -> counters.lastSuccessKind() == null ? null : counters.lastSuccessKind().id());
		columns.add("last_campaign", TEXT, ReportRow::lastCampaign);
		columns.count("campaigns_bounced", Counters::campaignsBounced);

		columns.group = Group.DECISION;
		columns.add("status", TEXT, row -> state(row).id());
		columns.standing("recommended_action", TEXT,
				standing -> standing.recommendation() == null ? null : standing.recommendation().id());
		columns.standing("rule_id", TEXT,
				standing -> standing.grounds() == null ? null : standing.grounds().rule().id());
		columns.blocking("blocked_utc", TIMESTAMP, Decision::at);
		columns.blocking("blocked_by", TEXT, decision -> decision.isAutomatic() ? Decision.AUTOMATIC : "user");
		columns.standing("review_date", DATE, standing -> standing.reviewAt() == null
				? null
				: LocalDate.ofInstant(standing.reviewAt(), ZoneOffset.UTC));
		columns.add("assigned_to", TEXT, row -> row.followUp().assignedTo());
		columns.add("follow_up_status", TEXT, row -> row.followUp().status());
		columns.add("follow_up_note", TEXT, row -> row.followUp().note());

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
		columns.status("mx_provider", TEXT, status -> status.remoteMta() == null
				? null
				: MailHost.of(status.remoteMta(), null));
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

	static Standing.State state(ReportRow row) {
		return row.standing() == null ? Standing.State.ACTIVE : row.standing().state();
	}

	private static Long spanDays(Counters counters) {
		return counters.firstBounce() == null || counters.lastBounce() == null
				? null
				: ChronoUnit.DAYS.between(counters.firstBounce(), counters.lastBounce());
	}

	private static String reasonText(ReportRow row, Labels labels) {
		if (row.last() == null || row.last().verdict().reason() == null) {
			return null;
		}
		return row.reasonText() == null ? labels.reason(row.last().verdict().reason()) : row.reasonText();
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

		void standing(String name, Type type, Function<Standing, Object> value) {
			add(name, type, row -> row.standing() == null ? null : value.apply(row.standing()));
		}

		void counter(String name, Type type, Function<Counters, Object> value) {
			standing(name, type, standing -> value.apply(standing.counters()));
		}

		/** A count is a number also where nothing is known: then it is 0. */
		void count(String name, ToIntFunction<Counters> value) {
			add(name, INTEGER, row -> row.standing() == null
					? 0L
					: (long) value.applyAsInt(row.standing().counters()));
		}

		void blocking(String name, Type type, Function<Decision, Object> value) {
			add(name, type, row -> row.decision() == null || state(row) != Standing.State.BLOCKED
					? null
					: value.apply(row.decision()));
		}

		void status(String name, Type type, Function<RecipientStatus, Object> value) {
			event(name, type, event -> value.apply(event.status()));
		}
	}
}
