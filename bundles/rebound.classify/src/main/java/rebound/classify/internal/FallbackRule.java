package rebound.classify.internal;

import rebound.model.DeliveryReport.Form;
import rebound.model.Evidence;
import rebound.model.Evidence.Source;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Strength;
import rebound.model.Verdict;

/** The last word, so that every failure has a verdict. */
final class FallbackRule extends StockRule {

	private static final int CONFIDENCE = 20;

	FallbackRule(StockRules rules, int order) {
		super(rules, "stock.fallback", order);
	}

	@Override
	public Verdict judge(Case open) {
		RecipientStatus status = open.status();
		// A text for people said something, if nothing that is understood.
		boolean silent = open.report().form() == Form.DELIVERY_STATUS
				&& (status.diagnostic() == null || status.diagnostic().isBlank());
		Reason reason = silent ? Reason.UNDEFINED : Reason.ONHOLD;
		if (open.severity() == 4) {
			reason = status.replyCode() == 0 ? Reason.EXPIRED : Reason.ONHOLD;
		}
		Evidence evidence = status.status() == null
				? new Evidence(Source.DIAGNOSTIC, status.diagnostic())
				: new Evidence(Source.STATUS, status.status().toString());
		return open.verdict(reason, "fallback." + reason.id(), evidence, Strength.WEAK, CONFIDENCE);
	}
}
