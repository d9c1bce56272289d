package rebound.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static rebound.policy.Rhythm.ADDRESS;
import static rebound.policy.Rhythm.BEGIN;
import static rebound.policy.Rhythm.campaign;
import static rebound.policy.Rhythm.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rebound.model.AddressHistory;
import rebound.model.Campaign;
import rebound.model.Campaign.Halt;
import rebound.model.CampaignTally;
import rebound.model.CampaignTally.HostTally;
import rebound.model.Decision;
import rebound.model.DomainAnswer;
import rebound.model.Fault;
import rebound.model.Judgement;
import rebound.model.LifeSign;
import rebound.model.Occurrence;
import rebound.model.PolicyRule;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Standing.Recommendation;
import rebound.model.Standing.State;
import rebound.model.Strength;
import rebound.model.Track;

class BlockingPolicyTest {

	private static final BlockingPolicy SUGGESTING = new BlockingPolicy(PolicySettings.DEFAULT);

	private static final BlockingPolicy AUTOMATIC = new BlockingPolicy(PolicySettings.DEFAULT.withAutomatic(true));

	private static Instant day(double number) {
		return BEGIN.plus(Duration.ofMinutes(Math.round(number * 24 * 60)));
	}

	private static Occurrence on(int day, Reason reason) {
		return event(campaign(day), reason, Strength.STRONG, day(day).plusSeconds(60));
	}

	private static AddressHistory history(List<Occurrence> occurrences, List<Campaign> mailings, List<LifeSign> signs,
			List<Decision> decisions) {
		return new AddressHistory(ADDRESS, occurrences, mailings, signs, decisions, false);
	}

	private static AddressHistory events(Occurrence... occurrences) {
		return history(List.of(occurrences), List.of(), List.of(), List.of());
	}

	private static Decision decision(String id, Decision.Action action, Instant at, String undoes) {
		return new Decision(id, ADDRESS, action, at, "anna", null, null, null, undoes, null);
	}

	@Test
	void oneStrongEventIsSuggestedWithItsGrounds() {
		Standing standing = SUGGESTING.judge(events(on(0, Reason.USERUNKNOWN)), day(1)).standing();
		assertEquals(State.SUGGESTED, standing.state());
		assertEquals(PolicyRule.ADDRESS_STRONG, standing.grounds().rule());
		assertEquals(1, standing.grounds().count());
		assertEquals(Reason.USERUNKNOWN, standing.grounds().reason());
		assertEquals(Recommendation.BLOCK, standing.recommendation());
	}

	@Test
	void weakEventsNeedMore() {
		Occurrence first = event(campaign(0), Reason.USERUNKNOWN, Strength.WEAK, day(0));
		Occurrence second = event(campaign(4), Reason.SUSPEND, Strength.STRONG, day(4));
		Occurrence third = event(campaign(8), Reason.FILTERED, Strength.STRONG, day(8));
		assertEquals(State.WATCH, SUGGESTING.judge(events(first), day(1)).standing().state());
		assertEquals(State.SUGGESTED, SUGGESTING.judge(events(first, second), day(5)).standing().state());
		assertEquals(State.SUGGESTED, AUTOMATIC.judge(events(first, second), day(5)).standing().state());
		assertEquals(State.BLOCKED, AUTOMATIC.judge(events(first, second, third), day(9)).standing().state());
	}

	@Test
	void sameCampaignMessageOrDayCountsOnce() {
		Occurrence first = on(0, Reason.USERUNKNOWN);
		Occurrence sameCampaign = event(campaign(0), Reason.USERUNKNOWN, Strength.STRONG, day(5));
		Occurrence sameDay = event(campaign(9), Reason.USERUNKNOWN, Strength.STRONG, day(0).plusSeconds(500));
		Standing standing = AUTOMATIC.judge(events(first, sameCampaign, sameDay), day(10)).standing();
		assertEquals(1, standing.counters().strong());
		assertEquals(3, standing.counters().hard());
		assertNotEquals(State.BLOCKED, standing.state());
	}

	@Test
	void automaticBlockComesWithADecisionOnce() {
		AddressHistory history = events(on(0, Reason.USERUNKNOWN), on(4, Reason.USERUNKNOWN));
		Judgement first = AUTOMATIC.judge(history, day(5));
		assertEquals(State.BLOCKED, first.standing().state());
		assertEquals(Decision.AUTOMATIC, first.decision().by());
		assertEquals(AUTOMATIC.version(), first.decision().policyVersion());
		AddressHistory kept = history(history.occurrences(), List.of(), List.of(), List.of(first.decision()));
		Judgement second = AUTOMATIC.judge(kept, day(6));
		assertNull(second.decision());
		assertEquals(first.standing().since(), second.standing().since());
		assertEquals(first.standing().decision(), second.standing().decision());
	}

	@Test
	void undoneAutomaticBlockStaysUndoneUntilSomethingNewHappens() {
		AddressHistory history = events(on(0, Reason.USERUNKNOWN), on(4, Reason.USERUNKNOWN));
		Decision block = AUTOMATIC.judge(history, day(5)).decision();
		List<Decision> decisions = List.of(block, decision("u", Decision.Action.UNDO, day(6), block.id()));
		assertEquals(State.SUGGESTED,
				AUTOMATIC.judge(history(history.occurrences(), List.of(), List.of(), decisions), day(7)).standing()
						.state());
		List<Occurrence> more = new ArrayList<>(history.occurrences());
		more.add(on(12, Reason.USERUNKNOWN));
		assertNotNull(AUTOMATIC.judge(history(more, List.of(), List.of(), decisions), day(13)).decision());
	}

	@Test
	void userBlocksUndoesAndVouches() {
		Decision block = decision("b", Decision.Action.BLOCK, day(1), null);
		Decision undo = decision("u", Decision.Action.UNDO, day(2), "b");
		Decision unblock = decision("v", Decision.Action.UNBLOCK, day(2), null);
		List<Occurrence> events = List.of(on(0, Reason.USERUNKNOWN));
		Standing blocked = SUGGESTING.judge(history(events, List.of(), List.of(), List.of(block)), day(3)).standing();
		assertEquals(State.BLOCKED, blocked.state());
		assertEquals(PolicyRule.USER, blocked.grounds().rule());
		assertEquals(State.SUGGESTED,
				SUGGESTING.judge(history(events, List.of(), List.of(), List.of(block, undo)), day(3)).standing()
						.state());
		assertEquals(State.ACTIVE, SUGGESTING
				.judge(history(events, List.of(), List.of(), List.of(block, unblock)), day(3)).standing().state());
	}

	@Test
	void proofOfLifeClearsAndSilenceRemovesOne() {
		List<Occurrence> two = List.of(on(0, Reason.MAILBOXFULL), on(2, Reason.MAILBOXFULL));
		LifeSign order = new LifeSign(ADDRESS, LifeSign.Kind.ORDER, day(3), null);
		assertEquals(State.ACTIVE,
				SUGGESTING.judge(history(two, List.of(), List.of(order), List.of()), day(4)).standing().state());
		AddressHistory silent = history(two, List.of(campaign(0), campaign(2), campaign(4)), List.of(), List.of());
		assertEquals(2, SUGGESTING.judge(silent, day(6)).standing().counters().quota());
		assertEquals(day(7), SUGGESTING.judge(silent, day(6)).standing().reviewAt());
		assertEquals(1, SUGGESTING.judge(silent, day(7)).standing().counters().quota());
	}

	@Test
	void refusalOfALaterCampaignIsNoSilence() {
		List<Occurrence> events = List.of(on(0, Reason.USERUNKNOWN), on(4, Reason.AUTHFAILURE));
		AddressHistory history = history(events, List.of(campaign(0), campaign(4)), List.of(), List.of());
		assertEquals(1, SUGGESTING.judge(history, day(30)).standing().counters().strong());
	}

	@Test
	void holdLeavesOutForItsTime() {
		AddressHistory history = events(on(0, Reason.USERUNKNOWN));
		Standing during = AUTOMATIC.judge(history, day(1)).standing();
		assertEquals(day(3).plusSeconds(60), during.holdUntil());
		assertEquals(during.holdUntil(), during.reviewAt());
		assertNull(AUTOMATIC.judge(history, day(4)).standing().holdUntil());
	}

	@Test
	void protectedAddressIsOnlySuggested() {
		AddressHistory dead = new AddressHistory(ADDRESS, List.of(on(0, Reason.USERUNKNOWN), on(9, Reason.USERUNKNOWN)),
				List.of(), List.of(), List.of(), true);
		Judgement judgement = AUTOMATIC.judge(dead, day(10));
		assertEquals(State.SUGGESTED, judgement.standing().state());
		assertNull(judgement.standing().holdUntil());
		assertNull(judgement.decision());
	}

	@Test
	void valuableCustomerIsOnlySuggested() {
		Properties limit = new Properties();
		limit.setProperty("automatic", "true");
		limit.setProperty("protected.value", "1000");
		BlockingPolicy policy = new BlockingPolicy(PolicyFile.read(limit));
		assertEquals(State.BLOCKED, policy.judge(worth(null), day(10)).standing().state());
		assertEquals(State.BLOCKED, policy.judge(worth(999.5), day(10)).standing().state());
		assertEquals(State.SUGGESTED, policy.judge(worth(1000.0), day(10)).standing().state());
		assertEquals(State.BLOCKED, AUTOMATIC.judge(worth(1000.0), day(10)).standing().state());
	}

	private static AddressHistory worth(Double value) {
		return new AddressHistory(ADDRESS, List.of(on(0, Reason.USERUNKNOWN), on(9, Reason.USERUNKNOWN)), List.of(),
				List.of(), List.of(), false, List.of(), value);
	}

	@Test
	void strictModeBlocksAtOnce() {
		BlockingPolicy strict = new BlockingPolicy(PolicySettings.DEFAULT.withAutomatic(true).withStrict(true));
		Standing standing = strict.judge(events(on(0, Reason.USERUNKNOWN)), day(1)).standing();
		assertEquals(State.BLOCKED, standing.state());
		assertEquals(PolicyRule.STRICT, standing.grounds().rule());
	}

	@Test
	void oldBlockForAFullMailboxIsOfferedForARetry() {
		AddressHistory history = events(on(0, Reason.MAILBOXFULL), on(15, Reason.MAILBOXFULL),
				on(31, Reason.MAILBOXFULL));
		assertEquals(Recommendation.FIND_ADDRESS, AUTOMATIC.judge(history, day(32)).standing().recommendation());
		assertEquals(Recommendation.RETRY, AUTOMATIC.judge(history, day(31 + 181)).standing().recommendation());
		AddressHistory dead = events(on(0, Reason.USERUNKNOWN), on(9, Reason.USERUNKNOWN));
		assertEquals(Recommendation.FIND_ADDRESS, AUTOMATIC.judge(dead, day(1000)).standing().recommendation());
	}

	@Test
	void doubtedCampaignHoldsAndBlocksNobodyAndAFalseOneCountsForNobody() {
		for (Halt halt : List.of(Halt.ASKING, Halt.IGNORED)) {
			Occurrence first = event(campaign(0), Reason.USERUNKNOWN, Fault.RECIPIENT, Track.ADDRESS, Strength.STRONG,
					day(0), halt);
			Occurrence second = event(campaign(5), Reason.USERUNKNOWN, Fault.RECIPIENT, Track.ADDRESS, Strength.STRONG,
					day(5), halt);
			Standing standing = AUTOMATIC.judge(events(first, second), day(6)).standing();
			assertEquals(halt == Halt.ASKING ? State.SUGGESTED : State.ACTIVE, standing.state());
			assertNull(standing.holdUntil());
		}
	}

	@Test
	void circuitBreakerDoubtsManyAtOneHostManyOfAllAndRefusals() {
		assertEquals(Halt.ASKING, doubt(10_000, 20, new HostTally("a.example", 100, 20, 20, 0)));
		assertEquals(Halt.NONE, doubt(10_000, 9, new HostTally("a.example", 40, 9, 9, 0)));
		assertEquals(Halt.NONE, doubt(10_000, 19, new HostTally("a.example", 100, 19, 19, 0)));
		assertEquals(Halt.ASKING, doubt(100, 11, new HostTally("a.example", 0, 3, 3, 0)));
		assertEquals(Halt.ASKING, doubt(0, 0, new HostTally("a.example", 0, 0, 20, 10)));
		assertEquals(Halt.NONE, doubt(0, 20, new HostTally("a.example", 0, 20, 20, 0)));
	}

	private static Halt doubt(long recipients, long hard, HostTally host) {
		return SUGGESTING.doubt(new CampaignTally(campaign(0), recipients, hard, List.of(host)));
	}

	@ParameterizedTest
	@EnumSource(names = { "SENDER", "CONTENT" })
	void faultsOfSendingNeverMoveAnAddress(Fault fault) {
		for (Reason reason : Reason.values()) {
			for (Track track : Track.values()) {
				Occurrence[] year = IntStream.range(0, 52)
						.mapToObj(
								week -> event(campaign(7 * week), reason, fault, track, Strength.STRONG, day(7 * week),
										Halt.NONE))
						.toArray(Occurrence[]::new);
				Standing standing = AUTOMATIC.judge(events(year), day(400)).standing();
				assertEquals(State.ACTIVE, standing.state(), reason + " " + track);
				assertEquals(0, standing.score());
			}
		}
	}

	@Test
	void orderAndRepetitionOfWhatIsKnownDoNotMatter() {
		Random random = new Random(42);
		Reason[] reasons = Reason.values();
		for (int round = 0; round < 500; round++) {
			List<Occurrence> events = new ArrayList<>();
			List<Campaign> mailings = new ArrayList<>();
			for (int day = 0; day < 200; day += 1 + random.nextInt(20)) {
				Campaign campaign = campaign(day);
				mailings.add(campaign);
				if (random.nextInt(3) > 0) {
					Strength strength = random.nextBoolean() ? Strength.STRONG : Strength.WEAK;
					events.add(event(campaign, reasons[random.nextInt(reasons.length)], strength,
							day(day + random.nextDouble() * 3)));
				}
			}
			List<LifeSign> signs = random.nextInt(4) > 0
					? List.of()
					: List.of(new LifeSign(ADDRESS, LifeSign.Kind.REPLY, day(random.nextInt(200)), null));
			BlockingPolicy policy = random.nextBoolean() ? AUTOMATIC : SUGGESTING;
			Judgement expected = policy.judge(history(events, mailings, signs, List.of()), day(210));
			Collections.shuffle(events, random);
			Collections.shuffle(mailings, random);
			assertEquals(expected, policy.judge(history(events, mailings, signs, List.of()), day(210)));
		}
	}

	@Test
	void equalSettingsHaveOneVersionAndOthersAnother() {
		assertEquals(new BlockingPolicy(PolicySettings.DEFAULT).version(), SUGGESTING.version());
		assertNotEquals(AUTOMATIC.version(), SUGGESTING.version());
	}

	@Test
	void ownChecksConfirmOrClearWhatBouncesSayOfADomain() {
		Occurrence bounce = event(campaign(0), Reason.HOSTUNKNOWN, Strength.STRONG, BEGIN.plusSeconds(60));
		BlockingPolicy automatic = new BlockingPolicy(PolicySettings.DEFAULT.withAutomatic(true));
		Instant end = BEGIN.plus(Duration.ofDays(10));
		assertEquals(State.WATCH, automatic.judge(asked(bounce), end).standing().state());
		assertEquals(State.SUGGESTED, automatic.judge(asked(bounce, dead(1)), end).standing().state());
		assertEquals(State.SUGGESTED, automatic.judge(asked(bounce, dead(1), dead(3)), end).standing().state());
		assertEquals(State.BLOCKED, automatic.judge(asked(bounce, dead(1), dead(4)), end).standing().state());
		assertEquals(State.SUGGESTED, new BlockingPolicy(PolicySettings.DEFAULT)
				.judge(asked(bounce, dead(1), dead(4)), end).standing().state());
		DomainAnswer alive = new DomainAnswer("customer.example", DomainAnswer.State.OK, List.of(),
				BEGIN.plus(Duration.ofDays(2)));
		assertEquals(State.ACTIVE,
				automatic.judge(asked(bounce, dead(1), alive, dead(6)), end).standing().state());
	}

	private static AddressHistory asked(Occurrence bounce, DomainAnswer... answers) {
		return new AddressHistory(ADDRESS, List.of(bounce), List.of(), List.of(), List.of(), false, List.of(answers),
				null);
	}

	private static DomainAnswer dead(int day) {
		return new DomainAnswer("customer.example", DomainAnswer.State.NXDOMAIN, List.of(),
				BEGIN.plus(Duration.ofDays(day)));
	}
}
