package rebound.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import rebound.model.Action;
import rebound.model.BounceType;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Track;
import rebound.model.Verdict;

class UserRuleTest {

	private static RecipientStatus reply(int code, String diagnostic) {
		return new RecipientStatus("anna@example.com", null, Action.FAILED, null, code, diagnostic, null,
				"mx1.example.com");
	}

	private static DeliveryReport report(RecipientStatus status) {
		return new DeliveryReport(Form.DELIVERY_STATUS, "rfc3464", null, null, null, null, null, null, null,
				List.of(status), Original.NONE, null, List.of());
	}

	@Test
	void whatIsOfOneMailOnlyIsLeftOutOfTheProposal() {
		RecipientStatus status = reply(550,
				"550 5.7.1 <anna@example.com>: Our gnomes do not like this letter (id 4F2a99) see http://x.example/77");
		UserRule rule = UserRule.like(status, Reason.FILTERED, BounceType.SOFT).orElseThrow();
		assertEquals("our gnomes do not like this letter (id", rule.words());
		assertEquals(550, rule.code());
		assertTrue(
				rule.judge(reply(550, "550-5.7.1 <bo@other.example>: our gnomes do NOT like\u00a0this letter (id Z7)"),
						Kind.BOUNCE).isPresent());
		assertTrue(rule.judge(reply(450, status.diagnostic()), Kind.BOUNCE).isEmpty());
	}

	@Test
	void theUserGoesBeforeAllOthers() {
		RecipientStatus status = reply(550, "550 5.1.1 User unknown");
		UserRules own = new UserRules();
		RuleChainClassifier chain = new RuleChainClassifier(List.of(), own);
		assertEquals(Reason.USERUNKNOWN, chain.classify(report(status)).verdicts().getFirst().reason());
		UserRule rule = new UserRule(Reason.FILTERED, BounceType.SOFT, "User Unknown", 0, null, "example.com");
		own.replace(List.of(rule));
		Verdict verdict = chain.classify(report(status)).verdicts().getFirst();
		assertEquals(Reason.FILTERED, verdict.reason());
		assertEquals(BounceType.SOFT, verdict.type());
		assertEquals(rule.id(), verdict.rule());
		assertEquals("User unknown", verdict.evidence().text());
		own.replace(List.of());
		assertEquals(Reason.USERUNKNOWN, chain.classify(report(status)).verdicts().getFirst().reason());
	}

	@Test
	void wordsAreWholeWords() {
		UserRule rule = new UserRule(Reason.FILTERED, BounceType.SOFT, "user", 0, null, null);
		assertTrue(rule.judge(reply(550, "superuser needed"), Kind.BOUNCE).isEmpty());
		assertTrue(rule.judge(reply(550, "superuser is no user."), Kind.BOUNCE).isPresent());
		assertTrue(rule.judge(reply(550, null), Kind.BOUNCE).isEmpty());
		assertTrue(rule.judge(reply(550, "user"), Kind.COMPLAINT).isEmpty());
	}

	@Test
	void anotherTypeThanTheReasonsCountsAccordingly() {
		assertEquals(Track.TRANSIENT, new UserRule(Reason.USERUNKNOWN, BounceType.SOFT, "x", 0, null, null)
				.judge(reply(0, "x"), Kind.BOUNCE).orElseThrow().track());
		assertEquals(Track.ADDRESS, new UserRule(Reason.BLOCKED, BounceType.HARD, "x", 0, null, null)
				.judge(reply(0, "x"), Kind.BOUNCE).orElseThrow().track());
		assertEquals(Track.NONE, new UserRule(Reason.BLOCKED, BounceType.HARD, "x", 0, null, null)
				.judge(reply(0, "x"), Kind.DELAY).orElseThrow().track());
	}

	@Test
	void aRuleIsReadAsItWasWritten() {
		UserRule rule = new UserRule(Reason.SUSPEND, BounceType.HARD, "closed\tfor good", 554,
				EnhancedStatus.of("5.2.1").orElseThrow(), "Mail.Example.ORG");
		assertEquals(Optional.of(rule), UserRule.of(rule.line()));
		assertEquals(Optional.empty(), UserRule.of("nonsense\t\t\t\t\tx"));
		assertEquals(Optional.empty(), UserRule.of("suspend\thard\t0\t\t\t"));
	}

	@Test
	void aRuleForEveryReplyIsNone() {
		assertThrows(IllegalArgumentException.class,
				() -> new UserRule(Reason.SUSPEND, BounceType.HARD, " ", 0, null, "example.com"));
	}
}
