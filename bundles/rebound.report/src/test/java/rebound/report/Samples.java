package rebound.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import rebound.model.Action;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.Grounds;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.PolicyRule;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.model.Standing.Recommendation;
import rebound.model.Standing.State;
import rebound.model.Strength;
import rebound.model.Verdict;

/** Report data for tests: one row of everything, one of nothing, and as many ordinary ones as wanted. */
public final class Samples {

	public static final Instant FIRST = Instant.parse("2026-09-01T08:00:00Z");
	public static final Instant LAST = Instant.parse("2026-11-22T23:59:58Z");
	public static final String HOSTILE = "550 5.1.1 <anna@x>: \"unknown\"; =cmd|' /C calc'!A0\r\n\u0007next,line\ttab";

	private Samples() {
	}

	public static ReportData data(int ordinary) {
		List<ReportRow> rows = new ArrayList<>(List.of(full(), empty()));
		List<EventRow> events = new ArrayList<>();
		events.add(new EventRow(rows.getFirst().last(), "007"));
		for (int i = 0; i < ordinary; i++) {
			rows.add(ordinary(i));
			events.add(new EventRow(rows.getLast().last(), "C" + i));
		}
		return data(rows, events);
	}

	public static ReportData data(List<ReportRow> rows, List<EventRow> events) {
		Rows<ReportRow> allRows = receiver -> {
			for (ReportRow row : rows) {
				receiver.row(row);
			}
		};
		Rows<EventRow> allEvents = receiver -> {
			for (EventRow event : events) {
				receiver.row(event);
			}
		};
		return new ReportData(allRows, allEvents, List.of(new Campaign("c1", "October news", "News", "us@us.example",
				FIRST, 1000, Campaign.Origin.values()[0], Campaign.Halt.values()[0])), "period 2026", "policy-1");
	}

	/** A row in which no column is empty. */
	public static ReportRow full() {
		Customer customer = new Customer("007", "X-1", "003A", "Ms", "Anna", "Berg", null, "Buyer",
				"B\u00fccher & S\u00f6hne",
				"Purchasing", "A-9", "Olga Owner", "olga@us.example", "de", 1234.5, "A", LocalDate.of(2019, 2, 28),
				LocalDate.of(2026, 11, 9), "opt-in",
				List.of("Anna.Berg@b\u00fccher.example", "anna@home.example"), "+49 30 123", "+49 171 5",
				"=HYPERLINK(\"http://evil.example\")", "01234", "K\u00f6ln", "NRW", "DE", "https://b.example", true,
				Map.of("Shoe size", "42"));
		BounceEvent event = event("e1", "Anna.Berg@b\u00fccher.example", LAST, Reason.USERUNKNOWN, HOSTILE);
		Counters counters = new Counters(2, 1, 0, 0, 0, 0, 3, 1, 1, 0, 4, 3, 2, FIRST, LAST, FIRST.minusSeconds(86_400),
				LifeSign.Kind.REPLY, "c1");
		Standing standing = new Standing(event.address(), State.BLOCKED, LAST, null, LAST.plusSeconds(86_400),
				Recommendation.FIND_ADDRESS,
				new Grounds(PolicyRule.ADDRESS_STRONG, Reason.USERUNKNOWN, 2, FIRST, LAST, "e1"),
				"d1", counters, 97, true, "policy-1");
		Decision decision = new Decision("d1", event.address(), Decision.Action.BLOCK, LAST, "olga", null,
				standing.grounds(), "policy-1", null, null);
		Findings findings = new Findings("anna@new.example", "auto_reply", 90, "Per Next", "per@acme.example",
				"+46 8 1",
				"moved", LocalDate.of(2027, 1, 7), "ok", LAST, 5, 1, "person_left", "Carl Colleague",
				"carl@acme.example", "+46 8 2", "https://search.example/?q=Anna", "https://net.example/?q=Anna");
		return new ReportRow(customer, customer.emails().getFirst(), event, standing, decision, "October news",
				new FollowUp("olga", "open", "call \"her\"\nagain"), findings);
	}

	/** An address that nothing is known of. */
	public static ReportRow empty() {
		return new ReportRow(null, "nobody@nowhere.example", null, null, null, null, FollowUp.NONE, Findings.NONE);
	}

	public static ReportRow ordinary(int i) {
		String email = "user" + i + "@corp" + i % 7 + ".example";
		Customer customer = new Customer("C" + i, null, null, null, "First" + i, "Last" + i, null, null,
				"Corp " + i % 7,
				null, null, null, null, null, null, null, null, null, null, List.of(email), null, null, null, null,
				null,
				null, null, null, false, Map.of());
		Reason reason = List.of(Reason.USERUNKNOWN, Reason.MAILBOXFULL, Reason.AUTHFAILURE).get(i % 3);
		BounceEvent event = event("o" + i, email, LAST.minusSeconds(i), reason, "text " + i);
		int hard = reason == Reason.USERUNKNOWN ? 1 : 0;
		Counters counters = new Counters(hard, 0, 0, 0, 0, 0, hard, 1 - hard, 0, 0, 1, 1, 1, LAST, LAST, null, null,
				"c1");
		Standing standing = new Standing(event.address(), hard == 1 ? State.SUGGESTED : State.WATCH, LAST, null, null,
				Recommendation.WATCH, null, null, counters, 10, false, "policy-1");
		return new ReportRow(customer, email, event, standing, null, "October news", FollowUp.NONE, Findings.NONE);
	}

	public static BounceEvent event(String id, String email, Instant at, Reason reason, String text) {
		RecipientStatus status = new RecipientStatus(email, email, Action.FAILED, new EnhancedStatus(5, 1, 1), 550,
				text,
				SmtpCommand.RCPT, "mx1.mail.google.example");
		Verdict verdict = Verdict.of(Kind.BOUNCE, reason, "smtp.text",
				new Evidence(Evidence.Source.DIAGNOSTIC, "unknown"),
				Strength.STRONG, 95);
		return new BounceEvent(id, AddressKey.of(email), at, at.plusSeconds(60), null, "c1",
				null, "News", status, verdict, "mta.us.example",
				"<m" + id + "@us.example>", "rfc3464", "file", "ab".repeat(32), null);
	}
}
