package rebound.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ReportColumnsTest {

	/** Other programs import these; a change here breaks theirs. */
	private static final String FIXED = """
			customer_id external_id crm_record_id salutation first_name last_name full_name job_title company department
			account_id owner owner_email language customer_value customer_class customer_since last_order_date
			consent_status
			email email_unicode email_domain phone mobile street postal_code city region country_code second_email website
			kind bounce_type track reason_code reason_text fault smtp_code enhanced_status confidence score
			hard_count soft_count quota_count policy_count total_count campaigns_since_success first_bounce_utc
			last_bounce_utc bounce_span_days last_success_utc last_success_kind last_campaign campaigns_bounced
			status recommended_action rule_id blocked_utc blocked_by review_date assigned_to follow_up_status
			follow_up_note
			suggested_email suggested_email_source suggested_email_confidence replacement_name replacement_email
			replacement_phone auto_reply_kind return_date domain_state domain_checked_utc company_contacts_total
			company_contacts_bounced company_verdict colleague_name colleague_email colleague_phone search_url_web
			search_url_linkedin
			diagnostic_text reporting_mta remote_mta mx_provider original_recipient final_recipient message_id
			report_version
			address_key""";
	private static final String FIXED_EVENTS = """
			event_id address_key customer_id email event_utc received_utc campaign_id kind bounce_type track reason_code
			fault smtp_code enhanced_status action diagnostic_text remote_mta reporting_mta original_recipient
			final_recipient message_id parser_id rule_id confidence source raw_sha256""";

	private static final Labels ENGLISH = Labels.of(Locale.ENGLISH);

	@Test
	void columnsStandInTheirFixedOrder() {
		assertEquals(List.of(FIXED.split("\\s+")), ReportColumns.ALL.stream().map(Column::name).toList());
		assertEquals(List.of(FIXED_EVENTS.split("\\s+")), EventColumns.ALL.stream().map(Column::name).toList());
	}

	@Test
	void everyValueIsOfItsColumnsType() {
		Map<String, Object> values = values(Samples.full());
		for (Column<ReportRow> column : ReportColumns.ALL) {
			Object value = values.get(column.name());
			assertNotNull(value, column.name());
			Class<?> wanted = switch (column.type()) {
				case TEXT, IDENTIFIER -> String.class;
				case INTEGER -> Long.class;
				case DECIMAL -> Double.class;
				case DATE -> LocalDate.class;
				case TIMESTAMP -> Instant.class;
			};
			assertEquals(wanted, value.getClass(), column.name());
			assertTrue(column.name().length() <= 40 && column.name().matches("[a-z][a-z0-9_]*"), column.name());
		}
	}

	@Test
	void showsTheJoinedCustomer() {
		Map<String, Object> values = values(Samples.full());
		assertEquals("Anna Berg", values.get("full_name"));
		assertEquals("Anna.Berg@xn--bcher-kva.example", values.get("email"));
		assertEquals("Anna.Berg@b\u00fccher.example", values.get("email_unicode"));
		assertEquals("xn--bcher-kva.example", values.get("email_domain"));
		assertEquals("anna@home.example", values.get("second_email"));
		assertEquals("anna.berg@xn--bcher-kva.example", values.get("address_key"));
		assertEquals("google.example", values.get("mx_provider"));
		assertEquals("No such mailbox", values.get("reason_text"));
		assertEquals(82L, values.get("bounce_span_days"));
		assertEquals("blocked", values.get("status"));
		assertEquals("address.strong", values.get("rule_id"));
		assertEquals("user", values.get("blocked_by"));
	}

	@Test
	void anUnknownAddressHasZerosAndNoMore() {
		Map<String, Object> values = values(Samples.empty());
		values.values().removeIf(value -> value == null);
		assertEquals(List.of("address_key", "campaigns_bounced", "campaigns_since_success", "domain_state", "email",
				"email_domain", "email_unicode", "hard_count", "policy_count", "quota_count", "report_version",
				"soft_count", "status", "total_count"), values.keySet().stream().sorted().toList());
		assertEquals("active", values.get("status"));
		assertEquals(0L, values.get("hard_count"));
	}

	@Test
	void columnsCanBeChosen() throws ReportException {
		assertEquals(List.of("status", "email"),
				ReportColumns.choose(List.of("status", "email")).stream().map(Column::name).toList());
		assertThrows(ReportException.class, () -> ReportColumns.choose(List.of("shoe_size")));
	}

	@Test
	void everyColumnHasAHeadingOfItsOwnInEveryLanguage() {
		List<Column<?>> all = new ArrayList<>(ReportColumns.ALL);
		all.addAll(EventColumns.ALL);
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("sv"), Locale.of("es"))) {
			Labels labels = Labels.of(locale);
			Map<String, String> seen = new HashMap<>();
			for (Column<?> column : all) {
				String heading = labels.column(column);
				assertFalse(heading.equals(column.name()), locale + " " + column.name());
				String other = seen.put(heading.toLowerCase(Locale.ROOT), column.name());
				assertTrue(other == null || other.equals(column.name()), locale + " " + heading);
			}
		}
	}

	@Test
	void aLanguageWithoutWordsSpeaksEnglishWhateverTheMachineSpeaks() {
		assertEquals("Postal code", Labels.of(Locale.JAPANESE).text("column.postal_code"));
		assertEquals("PLZ", Labels.of(Locale.of("de", "AT")).text("column.postal_code"));
	}

	private static Map<String, Object> values(ReportRow row) {
		Map<String, Object> values = new HashMap<>();
		ReportColumns.ALL.forEach(column -> values.put(column.name(), column.of(row, ENGLISH)));
		return values;
	}
}
