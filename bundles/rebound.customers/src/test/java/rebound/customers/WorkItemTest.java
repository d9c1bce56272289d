package rebound.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.customers.Suggestion.Kind;
import rebound.customers.WorkItem.Step;
import rebound.model.Customer;

class WorkItemTest {

	private static LostCustomer lost(String id, Double value, String phone) {
		Customer customer = new Customer(id, null, null, null, null, null, null, null, null, null, null, null, null,
				null,
				value, null, null, null, null, List.of("a@acme.example"), phone, null, null, null, null, null, null,
				null,
				false, Map.of());
		return new LostCustomer(customer, "a@acme.example", List.of(), null, false, List.of(), null);
	}

	private static Suggestion found(Kind kind, int confidence) {
		return new Suggestion(kind, "b@acme.example", null, null, null, confidence, "x", 1);
	}

	@ParameterizedTest
	@CsvSource({ "ALIVE,95,CLEAR", "AWAY,90,WAIT", "BROKEN_FORWARD,88,TELL_FORWARD", "REPLY_551,95,USE_ADDRESS",
			"AUTO_REPLY,92,USE_ADDRESS", "SUCCESSOR,85,ASK_SUCCESSOR", "TYPO,92,CHECK_ADDRESS", "TYPO,40,CALL",
			"PATTERN,50,CALL", "DOMAIN_RENAME,85,CHECK_ADDRESS", "COLLEAGUE,75,CALL" })
	void theNextStepFollowsFromTheBestFind(Kind kind, int confidence, Step step) {
		assertEquals(step, WorkItem.of(lost("1", 10.0, "+46 8"), List.of(found(kind, confidence))).step());
	}

	@Test
	void whoCantBeCalledIsAskedForOrSearched() {
		assertEquals(Step.ASK_COLLEAGUE,
				WorkItem.of(lost("1", null, null), List.of(found(Kind.COLLEAGUE, 75))).step());
		assertEquals(Step.SEARCH, WorkItem.of(lost("1", null, null), List.of()).step());
		assertEquals(Step.CHECK_ADDRESS, WorkItem.of(lost("1", null, null), List.of(found(Kind.PATTERN, 40))).step());
	}

	@Test
	void valueTimesChanceRanks() {
		List<String> order = Stream.of(WorkItem.of(lost("small-sure", 100.0, null), List.of(found(Kind.REPLY_551, 95))),
				WorkItem.of(lost("big-unsure", 100_000.0, null), List.of()),
				WorkItem.of(lost("big-sure", 100_000.0, null), List.of(found(Kind.REPLY_551, 95))),
				WorkItem.of(lost("unknown", null, null), List.of(found(Kind.REPLY_551, 95))))
				.sorted(WorkItem.BEST_FIRST).map(item -> item.lost().customer().id()).toList();
		assertEquals(List.of("big-sure", "big-unsure", "small-sure", "unknown"), order);
	}

	@Test
	void whoNeedsNothingNowComesLast() {
		List<String> order = Stream
				.of(WorkItem.of(lost("alive", 100_000.0, null), List.of(found(Kind.ALIVE, 95))),
						WorkItem.of(lost("away", 200_000.0, null), List.of(found(Kind.AWAY, 90))),
						WorkItem.of(lost("small", 100.0, null), List.of()))
				.sorted(WorkItem.BEST_FIRST).map(item -> item.lost().customer().id()).toList();
		assertEquals(List.of("small", "away", "alive"), order);
	}
}
