package rebound.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.model.Reason;
import rebound.model.Standing.State;

/** What the defaults promise, in each rhythm: a dead mailbox costs two mails, a living one is never lost. */
class SimulationTest {

	private static final PolicySettings AUTOMATIC = PolicySettings.DEFAULT.withAutomatic(true);

	private static Rhythm mailing(int gapDays) {
		return new Rhythm(AUTOMATIC, gapDays);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 30 })
	void deadMailboxIsBlockedAfterTwoMails(int gapDays) {
		Rhythm rhythm = mailing(gapDays).run(365, day -> Reason.USERUNKNOWN);
		assertEquals(2, rhythm.wasted());
		assertEquals(State.BLOCKED, rhythm.standing().state());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 30 })
	void fiveWeeksOfFullMailboxLoseNobody(int gapDays) {
		Rhythm rhythm = mailing(gapDays).run(120, day -> day < 35 ? Reason.MAILBOXFULL : null);
		assertFalse(rhythm.wasBlocked());
		assertEquals(State.ACTIVE, rhythm.standing().state());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 30 })
	void mailboxFullForEverIsBlocked(int gapDays) {
		Rhythm rhythm = mailing(gapDays).run(365, day -> Reason.MAILBOXFULL);
		assertEquals(State.BLOCKED, rhythm.standing().state());
		assertTrue(rhythm.wasted() <= 8, rhythm.wasted() + " mails");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 30 })
	void threeDaysOfFalseUserUnknownLoseNobody(int gapDays) {
		Rhythm rhythm = mailing(gapDays).run(90, day -> day < 3 ? Reason.USERUNKNOWN : null);
		assertFalse(rhythm.wasBlocked());
		assertEquals(State.ACTIVE, rhythm.standing().state());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 30 })
	void refusalsForMissingDkimNeverCount(int gapDays) {
		Rhythm rhythm = mailing(gapDays).run(365, day -> Reason.AUTHFAILURE);
		assertFalse(rhythm.wasBlocked());
		assertEquals(State.ACTIVE, rhythm.standing().state());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 30 })
	void withoutAutomaticNothingIsHeldOrBlocked(int gapDays) {
		Rhythm rhythm = new Rhythm(PolicySettings.DEFAULT, gapDays).run(100, day -> Reason.USERUNKNOWN);
		assertFalse(rhythm.wasBlocked());
		assertEquals(State.SUGGESTED, rhythm.standing().state());
	}
}
