package rebound.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.customers.Contact.Reach;
import rebound.customers.DomainRenameFinder.Move;
import rebound.customers.Suggestion.CompanyVerdict;
import rebound.customers.Suggestion.Kind;
import rebound.customers.internal.AddressPattern;
import rebound.model.AutoReply;
import rebound.model.AutoReply.SubKind;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;

class FindersTest {

	private static final Customer ANNA = People.customer("Anna", "Berg", "anna.berg@acme.example");
	private static final String SENTENCE = "My new address is anna@new.example.";

	@Test
	void theServersAnswerNamesTheNewAddress() {
		AutoReply told = new AutoReply(SubKind.MOVED, null, "anna@new.example", null, null, null, "551 try anna@new");
		Suggestion found = MailFinder
				.find(People.lost(ANNA, List.of(People.bounce(null, "anna.berg@acme.example", told)))).getFirst();
		assertEquals(Kind.REPLY_551, found.kind());
		assertEquals("551", found.kind().id());
		assertEquals("anna@new.example", found.email());
		assertEquals("551 try anna@new", found.evidence());
	}

	@Test
	void anAutomaticAnswerNamesAddressAndSuccessor() {
		AutoReply told = new AutoReply(SubKind.LEFT, null, "anna@new.example", "Per Next", "per@acme.example", "+46 1",
				SENTENCE);
		List<Suggestion> found = MailFinder
				.find(People.lost(ANNA, List.of(People.reply("anna.berg@acme.example", told))));
		assertEquals(List.of(Kind.AUTO_REPLY, Kind.SUCCESSOR), found.stream().map(Suggestion::kind).toList());
		assertEquals("Per Next", found.get(1).name());
		assertEquals("+46 1", found.get(1).phone());
		assertTrue(found.get(0).kind().isOwnAddress());
		assertTrue(!found.get(1).kind().isOwnAddress());
	}

	@Test
	void whoIsAwayComesBackAndNeedsNoSuccessor() {
		AutoReply told = new AutoReply(SubKind.AWAY, LocalDate.of(2026, 12, 1), null, "Per", "per@acme.example", null,
				"Back on 1 December");
		List<Suggestion> found = MailFinder
				.find(People.lost(ANNA, List.of(People.reply("anna.berg@acme.example", told))));
		assertEquals(List.of(Kind.AWAY), found.stream().map(Suggestion::kind).toList());
		assertEquals(LocalDate.of(2026, 12, 1), found.getFirst().date());
	}

	@Test
	void aMailThatTellsNothingNewGivesNothing() {
		AutoReply same = new AutoReply(SubKind.MOVED, null, "ANNA.Berg@acme.example", null, null, null, "x");
		AutoReply broken = new AutoReply(SubKind.MOVED, null, "not an address", null, "nor this", null, "x");
		assertEquals(List.of(), MailFinder.find(People.lost(ANNA, List.of(
				People.reply("anna.berg@acme.example", same), People.bounce(null, "anna.berg@acme.example", broken),
				People.bounce(null, "anna.berg@acme.example", null)))));
	}

	@Test
	void aBrokenForwardIsNotTheCustomersFault() {
		Suggestion found = ForwardFinder
				.find(People.lost(ANNA, List.of(People.bounce("Anna.Berg@acme.example", "anna77@mail.example", null))))
				.orElseThrow();
		assertEquals(Kind.BROKEN_FORWARD, found.kind());
		assertEquals("anna77@mail.example", found.evidence());
	}

	@ParameterizedTest
	@CsvSource({ "anna.berg@acme.example,aberg@acme.example", "anna.berg@acme.example,anna.berg@mx.acme.example",
			"anna.berg@acme.example,anna@acme.onmicrosoft.com", "someone@else.example,anna@mail.example",
			",anna.berg@acme.example", "anna.berg@acme.example,root" })
	void aRewrittenAddressIsNoForward(String original, String last) {
		assertEquals(Optional.empty(),
				ForwardFinder.find(People.lost(ANNA, List.of(People.bounce(original, last, null)))));
	}

	@Test
	void anOrderAfterTheBounceIsProofOfLife() {
		List<BounceEvent> events = List.of(People.bounce(null, "anna.berg@acme.example", null));
		Customer later = People.customer("Anna", "Berg", null, LocalDate.of(2026, 11, 21), "anna.berg@acme.example");
		Customer sameDay = People.customer("Anna", "Berg", null, LocalDate.of(2026, 11, 20), "anna.berg@acme.example");
		assertEquals(LocalDate.of(2026, 11, 21), LifeFinder.find(People.lost(later, events)).orElseThrow().date());
		assertEquals(Optional.empty(), LifeFinder.find(People.lost(sameDay, events)));
		assertEquals(Optional.empty(), LifeFinder.find(People.lost(later, List.of())));
		LostCustomer replied = new LostCustomer(ANNA, "anna.berg@acme.example", events,
				People.BOUNCED.plus(Duration.ofHours(1)), false, List.of(), null);
		assertEquals(95, LifeFinder.find(replied).orElseThrow().confidence());
	}

	@Test
	void anotherAddressOfTheCustomerThatWorks() {
		Customer two = People.customer("Anna", "Berg", "anna.berg@acme.example", "anna@home.example");
		assertEquals("anna@home.example", SecondAddressFinder.find(People.lost(two, List.of())).orElseThrow().email());
		Contact home = new Contact(two, "anna@home.example", Reach.BOUNCED, null);
		assertEquals(Optional.empty(), SecondAddressFinder.find(People.lost(two, List.of(), home)));
		assertEquals(Optional.empty(), SecondAddressFinder.find(People.lost(ANNA, List.of())));
		Contact proven = new Contact(two, "anna@home.example", Reach.WORKS, People.BOUNCED);
		assertEquals(90, SecondAddressFinder.find(People.lost(two, List.of(), proven)).orElseThrow().confidence());
	}

	@Test
	void colleaguesTellWhatHappenedToTheCompany() {
		Contact anna = People.bounced("Anna", "Berg", "anna.berg@acme.example");
		Contact carl = People.works("Carl", "Cool", "carl.cool@acme.example");
		Contact dora = People.bounced("Dora", "Down", "dora.down@acme.example");
		Contact moved = People.works("Eva", "East", "eva.east@new.example");
		assertEquals(CompanyVerdict.PERSON_LEFT, verdict(People.lost(ANNA, List.of(), anna, carl)));
		assertEquals(CompanyVerdict.COMPANY_GONE, verdict(People.dead(ANNA, anna, dora)));
		assertEquals(CompanyVerdict.DOMAIN_MOVED, verdict(People.dead(ANNA, anna, dora, moved)));
		assertEquals(CompanyVerdict.UNCLEAR, verdict(People.lost(ANNA, List.of(), anna, dora)));
		assertEquals(CompanyVerdict.UNCLEAR, verdict(People.lost(ANNA, List.of(), anna)));
		assertEquals(CompanyVerdict.UNCLEAR, verdict(People.dead(ANNA, anna)));
		assertEquals(CompanyVerdict.ALIVE, verdict(People.lost(ANNA, List.of(), carl)));
		assertEquals(2, CompanyView.of(People.dead(ANNA, anna, dora, moved)).bounced());
	}

	private static CompanyVerdict verdict(LostCustomer lost) {
		return CompanyView.of(lost).verdict();
	}

	@Test
	void theColleagueToAskIsTheOneWhoAnsweredLast() {
		Contact carl = new Contact(People.customer("Carl", "Cool", "carl@acme.example"), "carl@acme.example",
				Reach.WORKS, null);
		Contact eva = new Contact(People.customer("Eva", "East", "eva@acme.example"), "eva@acme.example", Reach.WORKS,
				People.BOUNCED);
		Contact dora = People.bounced("Dora", "Down", "dora@acme.example");
		Suggestion ask = CompanyView.of(People.lost(ANNA, List.of(), carl, eva, dora)).colleague().orElseThrow();
		assertEquals("Eva East", ask.name());
		assertEquals("+46 8 3", ask.phone());
		assertEquals(Optional.empty(), CompanyView.of(People.lost(ANNA, List.of(), dora)).colleague());
		assertEquals(Optional.empty(), CompanyView.of(People.dead(ANNA, carl)).colleague());
	}

	@Test
	void severalMovesToOneDomainAreARename() {
		DomainRenameFinder finder = new DomainRenameFinder(List.of(new Move("a@old.example", "a@new.example"),
				new Move("B@old.example", "b@new.example"), new Move("c@one.example", "c@two.example"),
				new Move("x@mixed.example", "x@p.example"), new Move("y@mixed.example", "y@p.example"),
				new Move("z@mixed.example", "z@q.example"), new Move("d@job.example", "dora@other.example"),
				new Move("e@job.example", "eva@other.example")));
		Suggestion found = finder.find("anna@OLD.example").orElseThrow();
		assertEquals("anna@new.example", found.email());
		assertEquals(2, found.count());
		for (String other : List.of("d@one.example", "w@mixed.example", "f@job.example", "a@new.example")) {
			assertEquals(Optional.empty(), finder.find(other), other);
		}
	}

	@Test
	void addressesOfColleaguesShowThePattern() {
		Contact carl = People.works("Carl", "Cöol", "carl.cool@acme.example");
		Contact eva = People.works("Eva", "East", "eva.east@acme.example");
		Customer old = People.customer("Anna", "Berg", "info77@acme.example");
		Suggestion found = PatternFinder.find(People.lost(old, List.of(), carl, eva)).orElseThrow();
		assertEquals("anna.berg@acme.example", found.email());
		assertEquals(2, found.count());
		assertTrue(found.confidence() <= 60);
		assertEquals(Optional.empty(), PatternFinder.find(People.lost(old, List.of(), carl)));
		assertEquals(Optional.empty(), PatternFinder.find(People.lost(ANNA, List.of(), carl, eva)));
		Contact taken = People.works("Anja", "Berg", "anna.berg@acme.example");
		assertEquals(Optional.empty(), PatternFinder.find(People.lost(old, List.of(), carl, eva, taken)));
	}

	@Test
	void germanUmlautsAreTwoLettersInAddresses() {
		Customer gruen = new Customer("1", null, null, null, "Jörg", "Groß-Müller", null, null, null, null, null, null,
				null, "de", null, null, null, null, null, List.of(), null, null, null, null, null, null, null, null,
				false, Map.of());
		assertEquals("joerg.gross-mueller",
				AddressPattern.FIRST_DOT_LAST.make(gruen));
	}

	@Test
	void searchLinksHoldTheCustomersWordsAndNothingElse() {
		Customer hostile = People.customer("A&b", "{company}\"<", "x@acme.example");
		List<SearchLinks.Link> links = SearchLinks.DEFAULT.of(hostile, "x@acme.example");
		assertEquals("https://www.linkedin.com/search/results/people/?keywords=A%26b%20%7Bcompany%7D%22%3C%20Acme",
				links.stream().filter(link -> link.place().equals("linkedin")).findFirst().orElseThrow().url());
		assertEquals(List.of("web", "linkedin", "register", "archive"),
				links.stream().map(SearchLinks.Link::place).toList());
	}

	@Test
	void theUserChoosesWhereToSearch(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("search-links.txt"), """
				# ours
				crm = https://crm.example/find?q={email}
				web = https://search.example/?q={name}
				linkedin =
				bad = javascript:alert(1)
				nonsense
				""");
		Customer anna = People.customer("Anna", "Berg", "anna@acme.example");
		Map<String, String> links = new HashMap<>();
		SearchLinks.read(file).of(anna, "anna@acme.example").forEach(link -> links.put(link.place(), link.url()));
		assertEquals(Set.of("web", "register", "archive", "crm"), links.keySet());
		assertEquals("https://search.example/?q=Anna%20Berg", links.get("web"));
		assertEquals("https://crm.example/find?q=anna%40acme.example", links.get("crm"));
		assertEquals(SearchLinks.DEFAULT, SearchLinks.read(folder.resolve("none")));
	}

	@Test
	void theSearchPutsTheBestFirstAndNobodyTwice() {
		AutoReply told = new AutoReply(SubKind.LEFT, null, "anna@gmail.com", "We", "sales@us.example", null, SENTENCE);
		Customer typo = People.customer("Anna", "Berg", "anna@gmial.com", "anna@gmail.com");
		LostCustomer lost = new LostCustomer(typo, "anna@gmial.com",
				List.of(People.reply("anna@gmial.com", told), People.bounce(null, "anna@gmial.com", null)), null, true,
				List.of(), null);
		List<Suggestion> found = new CustomerSearch(new TypoFinder(Map.of()), new DomainRenameFinder(List.of()),
				Set.of("us.example"), Map.of()).search(lost);
		assertEquals(List.of("anna@gmail.com"), found.stream().map(Suggestion::email).toList());
		assertEquals(92, found.getFirst().confidence());
	}

	@Test
	void whatTheDnsSaidConfirmsOrClears() {
		Customer typo = People.customer("Anna", "Berg", "anna@gmial.com");
		assertEquals(List.of(92),
				confidence(typo, answer("gmial.com", State.NXDOMAIN), answer("gmail.com", State.UNCHECKED)));
		assertEquals(List.of(96), confidence(typo, answer("gmial.com", State.NXDOMAIN), answer("gmail.com", State.OK)));
		assertEquals(List.of(60), confidence(typo, answer("gmial.com", State.OK), answer("gmail.com", State.OK)));
		assertEquals(List.of(),
				confidence(typo, answer("gmial.com", State.NXDOMAIN), answer("gmail.com", State.NO_MX)));
	}

	private static DomainAnswer answer(String domain, State state) {
		return new DomainAnswer(domain, state, List.of(), People.BOUNCED);
	}

	private static List<Integer> confidence(Customer customer, DomainAnswer typed, DomainAnswer meant) {
		LostCustomer lost = new LostCustomer(customer, customer.emails().getFirst(), List.of(), null, typed.isDead(),
				List.of(), typed);
		return new CustomerSearch(new TypoFinder(Map.of()), new DomainRenameFinder(List.of()), Set.of(),
				Map.of(typed.domain(), typed, meant.domain(), meant)).search(lost).stream().map(Suggestion::confidence)
				.toList();
	}
}
