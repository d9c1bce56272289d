package rebound.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import rebound.customers.AddressMatching;
import rebound.customers.SearchLinks;
import rebound.model.Action;
import rebound.model.AddressKey;
import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;
import rebound.model.Evidence;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.model.Strength;
import rebound.model.Verdict;
import rebound.report.Findings;
import rebound.store.AddressRow;

class LostCustomersTest {

	private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

	private final LostCustomers lost = new LostCustomers(new SearchMeans(SearchLinks.DEFAULT,
			AddressMatching.PROVIDER, List.of(), new ServiceWatch()));

	@Test
	void findsColleaguesAndWhatBecameOfTheCompany() {
		AddressRow anna = bounced("Anna", "Berg", "anna.berg@acme.example", Reason.USERUNKNOWN, null);
		Findings found = learn(anna, works("Carl", "Cool", "carl.cool@acme.example"),
				works("Eva", "East", "eva.east@other.example")).of(anna, anna.events().getFirst());
		assertEquals(3, found.companyContacts());
		assertEquals(1, found.companyContactsBounced());
		assertEquals("person_left", found.companyVerdict());
		assertEquals("Carl Cool", found.colleagueName());
		assertEquals("carl.cool@acme.example", found.colleagueEmail());
		assertTrue(found.searchUrlWeb().contains("Anna%20Berg"));
		assertNull(found.suggestedEmail());
	}

	@Test
	void findsTheMistypedDomain() {
		AddressRow anna = bounced("Anna", "Berg", "anna@gmial.com", Reason.HOSTUNKNOWN, null);
		Findings found = learn(anna).of(anna, anna.events().getFirst());
		assertEquals("anna@gmail.com", found.suggestedEmail());
		assertEquals("typo", found.suggestedEmailSource());
		assertTrue(found.suggestedEmailConfidence() > 80);
	}

	@Test
	void takesOverWhatAnAutomaticAnswerTells() {
		AutoReply told = new AutoReply(SubKind.LEFT, LocalDate.of(2026, 12, 1), null, "Per Next", "per@acme.example",
				"+46 8 1", "Anna has left");
		AddressRow anna = row("Anna", "Berg", "anna.berg@acme.example", 0,
				event("anna.berg@acme.example", Kind.AUTO_REPLY, Reason.VACATION, told));
		Findings found = learn(anna).of(anna, anna.events().getFirst());
		assertEquals("left", found.autoReplyKind());
		assertEquals("Per Next", found.replacementName());
		assertEquals("per@acme.example", found.replacementEmail());
		assertEquals(LocalDate.of(2026, 12, 1), found.returnDate());
	}

	@Test
	void learnsAMoveFromOthers() {
		AddressRow anna = bounced("Anna", "Berg", "anna.berg@old.example", Reason.USERUNKNOWN, null);
		for (String name : List.of("carl", "eva")) {
			AutoReply told = new AutoReply(SubKind.MOVED, null, name + "@new.example", null, null, null, "moved");
			lost.moved(event(name + "@old.example", Kind.BOUNCE, Reason.HASMOVED, told));
		}
		Findings found = learn(anna).of(anna, anna.events().getFirst());
		assertEquals("anna.berg@new.example", found.suggestedEmail());
		assertEquals("domain_rename", found.suggestedEmailSource());
	}

	@Test
	void leavesAloneWhoIsNotLost() {
		AddressRow soft = row("Anna", "Berg", "anna@acme.example", 0,
				event("anna@acme.example", Kind.BOUNCE, Reason.MAILBOXFULL, null));
		assertEquals(Findings.NONE, learn(soft).of(soft, soft.events().getFirst()));
		AddressRow never = works("Carl", "Cool", "carl@acme.example");
		assertEquals(Findings.NONE, lost.of(never, null));
	}

	@Test
	void strangersAreNotGuessedAt() {
		BounceEvent event = event("nobody@acme.example", Kind.BOUNCE, Reason.USERUNKNOWN, null);
		AddressRow row = new AddressRow(null, "nobody@acme.example", event.address(), null, null, List.of(event));
		Findings found = learn(row).of(row, event);
		assertNull(found.searchUrlWeb());
		assertNull(found.companyVerdict());
	}

	@Test
	void peopleOfAMailProviderAreNoColleagues() {
		AddressRow anna = bounced("Anna", "Berg", "anna@gmail.com", Reason.USERUNKNOWN, null);
		Findings found = learn(anna, works("Carl", "Cool", "carl@gmail.com")).of(anna, anna.events().getFirst());
		assertNull(found.colleagueName());
		assertNull(found.companyContacts());
	}

	@Test
	void theDnsTellsACompanyThatMovedFromOneThatIsGone() {
		AddressRow anna = bounced("Anna", "Berg", "anna@old.example", Reason.USERUNKNOWN, null);
		AddressRow carl = bounced("Carl", "Cool", "carl@old.example", Reason.USERUNKNOWN, null);
		lost.asked(Map.of("old.example",
				new DomainAnswer("old.example", State.NXDOMAIN, List.of(), THEN.plusSeconds(60))));
		Findings gone = learn(anna, carl).of(anna, anna.events().getFirst());
		assertEquals("company_gone", gone.companyVerdict());
		assertEquals("nxdomain", gone.domainState());
		assertEquals(THEN.plusSeconds(60), gone.domainChecked());
		Findings moved = learn(works("Eva", "East", "eva@new.example")).of(anna, anna.events().getFirst());
		assertEquals("domain_moved", moved.companyVerdict());
		assertEquals("eva@new.example", moved.colleagueEmail());
	}

	@Test
	void theBounceCountsThatIsLaterThanWhatTheDnsSaid() {
		AddressRow anna = bounced("Anna", "Berg", "anna@gmial.com", Reason.HOSTUNKNOWN, null);
		lost.asked(Map.of("gmial.com", new DomainAnswer("gmial.com", State.OK, List.of(), THEN.minusSeconds(60))));
		assertEquals(92, learn(anna).of(anna, anna.events().getFirst()).suggestedEmailConfidence());
		lost.asked(Map.of("gmial.com", new DomainAnswer("gmial.com", State.OK, List.of(), THEN.plusSeconds(60))));
		assertEquals(60, learn(anna).of(anna, anna.events().getFirst()).suggestedEmailConfidence());
	}

	/** Customers of "private" are no colleagues of one another, nor are those with mailboxes at providers. */
	@Test
	void whatManyDomainsShareIsNoCompany() {
		AddressRow anna = bounced("Anna", "Berg", "anna@one.example", Reason.USERUNKNOWN, null);
		AddressRow[] rows = { anna, works("B", "B", "b@two.example"), works("C", "C", "c@three.example"),
				works("D", "D", "d@four.example"), works("E", "E", "e@five.example"),
				works("F", "F", "f@six.example") };
		assertNull(learn(rows).of(anna, anna.events().getFirst()).colleagueName());
	}

	@Test
	void aPrivateMailboxIsNotTheCompanys() {
		AddressRow anna = bounced("Anna", "Berg", "anna@one.example", Reason.USERUNKNOWN, null);
		assertNull(learn(anna, works("B", "B", "b@gmail.com")).of(anna, anna.events().getFirst()).colleagueName());
	}

	private LostCustomers learn(AddressRow... rows) {
		for (AddressRow row : rows) {
			if (row.standing() != null) {
				lost.failing(row.standing());
			}
		}
		List<Customer> customers = Stream.of(rows).map(AddressRow::customer).filter(Objects::nonNull).toList();
		customers.forEach(lost::owner);
		lost.nobodys();
		customers.forEach(lost::contact);
		lost.learnt(Set.of("us.example"));
		return lost;
	}

	private static AddressRow bounced(String first, String last, String email, Reason reason, AutoReply told) {
		return row(first, last, email, 1, event(email, Kind.BOUNCE, reason, told));
	}

	private static AddressRow works(String first, String last, String email) {
		return new AddressRow(customer(first, last, email), email, AddressKey.of(email), null, null, List.of());
	}

	private static AddressRow row(String first, String last, String email, int hard, BounceEvent event) {
		Counters counters = new Counters(hard, 0, 0, 0, 0, 0, hard, 0, 0, 0, hard, 1, 1, THEN, THEN, null, null, null);
		Standing standing = new Standing(event.address(), Standing.State.SUGGESTED, THEN, null, null, null, null, null,
				counters, 50, false, null);
		return new AddressRow(customer(first, last, email), email, event.address(), standing, null, List.of(event));
	}

	private static Customer customer(String first, String last, String email) {
		return new Customer(email, null, null, null, first, last, null, null, "Acme", null, null, null, null, null,
				null,
				null, null, null, null, List.of(email), null, null, null, null, null, null, null, null, false,
				Map.of());
	}

	private static BounceEvent event(String email, Kind kind, Reason reason, AutoReply told) {
		RecipientStatus status = new RecipientStatus(email, null, Action.FAILED, null, 550, "no", null, null);
		Verdict verdict = Verdict.of(kind, reason, "r", new Evidence(Evidence.Source.NOTICE, "no"), Strength.STRONG,
				90);
		return new BounceEvent("e" + email, AddressKey.of(email), THEN, THEN, null, null, null, null, status, verdict,
				null, null, "rfc3464", "file", "00", told);
	}
}
