package rebound.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import rebound.classify.Explanation.Outcome;
import rebound.classify.Explanation.Step;
import rebound.model.Action;
import rebound.model.BounceType;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.Evidence.Source;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Strength;
import rebound.model.Track;
import rebound.model.Verdict;

/** The chain: its order, other people's rules in it, kinds, types and tracks, and the way to a verdict. */
class RuleChainClassifierTest {

	private static final RuleChainClassifier STOCK = RuleChainClassifier.stock();

	@Test
	void aRuleOfSomebodyElseIsAskedInItsPlace() {
		RecipientStatus full = status("550 mailbox full", 550, null);
		assertEquals("third.party", verdict(new RuleChainClassifier(List.of(rule("third.party", 150))), full).rule());
		assertEquals("quota.full", verdict(new RuleChainClassifier(List.of(rule("third.party", 950))), full).rule());
	}

	@Test
	void ofTwoRulesAtOnePlaceTheFirstByIdWins() {
		List<ClassificationRule> rules = List.of(rule("b", 150), rule("a", 150));
		assertEquals("a", verdict(new RuleChainClassifier(rules), status("x", 550, null)).rule());
	}

	@Test
	void aRuleThatFailsIsLeftOutAndNamed() {
		ClassificationRule broken = new ClassificationRule() {

			@Override
			public String id() {
				return "broken";
			}

			@Override
			public int order() {
				return 150;
			}

			@Override
			public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
				throw new IllegalStateException("on purpose");
			}
		};
		RuleChainClassifier classifier = new RuleChainClassifier(List.of(broken));
		DeliveryReport report = report(Form.DELIVERY_STATUS, status("550 5.1.1 User unknown", 550, "5.1.1"));
		JudgedMail mail = classifier.classify(report);
		assertEquals(Reason.USERUNKNOWN, mail.verdicts().getFirst().reason());
		assertEquals(List.of(new Problem(Problem.Code.RULE_FAILED, "broken")), mail.problems());
		assertTrue(classifier.explain(report).getFirst().steps()
				.contains(new Step("broken", 150, null, Outcome.FAILED)));
	}

	@Test
	void kindsFollowTheFormAndTheAction() {
		RecipientStatus failed = status("550 5.1.1 User unknown", 550, "5.1.1");
		assertEquals(Kind.BOUNCE, STOCK.classify(report(Form.PLAIN_BOUNCE, failed)).kind());
		assertEquals(Kind.DELAY, STOCK.classify(report(Form.DELIVERY_STATUS, with(Action.DELAYED))).kind());
		assertEquals(Kind.DELIVERED, STOCK.classify(report(Form.DELIVERY_STATUS, with(Action.RELAYED))).kind());
		assertEquals(Kind.BOUNCE,
				STOCK.classify(report(Form.DELIVERY_STATUS, with(Action.DELIVERED), failed)).kind());
		assertEquals(Kind.COMPLAINT, STOCK.classify(report(Form.FEEDBACK_REPORT, failed)).kind());
		assertEquals(Kind.AUTO_REPLY, STOCK.classify(report(Form.AUTO_REPLY, failed)).kind());
		assertEquals(Kind.OTHER, STOCK.classify(report(Form.OTHER)).kind());
		assertEquals(Kind.BOUNCE, STOCK.classify(report(Form.PLAIN_BOUNCE)).kind());
	}

	@Test
	void aDelayHasAReasonButNeitherTypeNorTrack() {
		Verdict verdict = verdict(STOCK, with(Action.DELAYED));
		assertEquals(Reason.NETWORKERROR, verdict.reason());
		assertEquals(BounceType.NONE, verdict.type());
		assertEquals(Track.NONE, verdict.track());
	}

	@Test
	void aTemporaryReplyThatEndedInFailureIsSoftAndCountsAsTransient() {
		Verdict unknown = verdict(STOCK, status("450 4.1.1 <a@example.com>: unverified address", 450, "4.1.1"));
		assertEquals(BounceType.SOFT, unknown.type());
		assertEquals(Track.TRANSIENT, unknown.track());
		assertEquals(Track.QUOTA, verdict(STOCK, status("452 4.2.2 mailbox full", 452, "4.2.2")).track());
		assertEquals(Track.TRANSIENT, verdict(STOCK, status("450 4.7.1 rate limit", 450, "4.7.1")).track());
		assertEquals(Track.NONE, verdict(STOCK, status("550 5.7.1 rate limit", 550, "5.7.1")).track());
	}

	@Test
	void evidenceIsStrongWhereCodeAndTextAgree() {
		assertEquals(Strength.STRONG, verdict(STOCK, status("550 5.1.1 User unknown", 550, "5.1.1")).strength());
		assertEquals(Strength.STRONG, verdict(STOCK, status("", 0, "5.1.1")).strength());
		assertEquals(Strength.WEAK, verdict(STOCK, status("User unknown", 0, null)).strength());
		assertEquals(Strength.WEAK, verdict(STOCK, status("550 5.7.1 User unknown", 550, "5.7.1")).strength());
		assertEquals(Strength.WEAK, verdict(STOCK, status("550 5.2.1 disabled", 550, "5.2.1")).strength());
	}

	@Test
	void evidenceQuotesTheMail() {
		Verdict verdict = verdict(STOCK, status("550 5.7.1 Sorry:  USER   Unknown!", 550, "5.7.1"));
		assertEquals(new Evidence(Source.DIAGNOSTIC, "USER   Unknown"), verdict.evidence());
	}

	@Test
	void whoIsUnknownAtMailIsTheSender() {
		RecipientStatus status = new RecipientStatus("a@example.com", null, Action.FAILED, null, 550,
				"550 unknown user", SmtpCommand.MAIL, null);
		assertEquals(Reason.REJECTED, verdict(STOCK, status).reason());
	}

	@Test
	void theTextForPeopleSpeaksWhereNothingElseDoes() {
		DeliveryReport report = new DeliveryReport(Form.PLAIN_BOUNCE, "x", null, null, null, null, null, null,
				"We are sorry.\nThe recipient's mailbox is full.\n", List.of(status(null, 0, null)), Original.NONE,
				null,
				List.of());
		Verdict verdict = STOCK.classify(report).verdicts().getFirst();
		assertEquals(Reason.MAILBOXFULL, verdict.reason());
		assertEquals(Source.NOTICE, verdict.evidence().source());
	}

	@Test
	void explanationShowsTheWinnerTheRunnerUpAndWhyItLost() {
		DeliveryReport report = report(Form.DELIVERY_STATUS,
				status("550 5.7.1 user unknown, mailbox not found", 550, "5.7.1"));
		Explanation explanation = STOCK.explain(report).getFirst();
		Verdict winner = STOCK.classify(report).verdicts().getFirst();
		List<Step> said = explanation.steps().stream().filter(s -> s.verdict() != null).toList();
		assertEquals(new Step("stock.phrase", 400, winner, Outcome.WON), said.getFirst());
		assertEquals(Outcome.LESS_SPECIFIC, said.get(1).outcome());
		assertTrue(
				said.stream().anyMatch(s -> s.ruleId().equals("stock.vague-status") && s.outcome() == Outcome.LATER));
		assertEquals(said.stream().map(Step::order).sorted().toList(), said.stream().map(Step::order).toList());
	}

	private static RecipientStatus status(String text, int code, String status) {
		return new RecipientStatus("a@example.com", null, Action.FAILED,
				status == null ? null : EnhancedStatus.of(status).orElseThrow(), code, text, null, null);
	}

	private static RecipientStatus with(Action action) {
		return new RecipientStatus("a@example.com", null, action, null, 0, "Connection refused", null, null);
	}

	private static DeliveryReport report(Form form, RecipientStatus... recipients) {
		return new DeliveryReport(form, "rfc3464", null, null, null, null, null, null, null, List.of(recipients),
				Original.NONE, null, List.of());
	}

	private static Verdict verdict(RuleChainClassifier classifier, RecipientStatus status) {
		return classifier.classify(report(Form.DELIVERY_STATUS, status)).verdicts().getFirst();
	}

	private static ClassificationRule rule(String id, int order) {
		return new ClassificationRule() {

			@Override
			public String id() {
				return id;
			}

			@Override
			public int order() {
				return order;
			}

			@Override
			public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
				return Optional.of(Verdict.of(Kind.BOUNCE, Reason.ONHOLD, id,
						new Evidence(Source.DIAGNOSTIC, status.diagnostic()), Strength.WEAK, 1));
			}
		};
	}
}
