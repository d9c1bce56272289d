package rebound.classify.internal;

import rebound.classify.internal.CodeTable.StatusMeaning;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.Evidence.Source;
import rebound.model.Strength;
import rebound.model.Verdict;

/** Asks the enhanced status code (RFC 3463 and its registry). */
final class StatusRule extends StockRule {

	private static final int FIRM = 85;
	private static final int VAGUE = 55;

	private final boolean asksFirm;

	/** @param asksFirm whether to ask the codes that speak for themselves, or those that say little */
	StatusRule(StockRules rules, boolean asksFirm, int order) {
		super(rules, asksFirm ? "stock.status" : "stock.vague-status", order);
		this.asksFirm = asksFirm;
	}

	@Override
	public Verdict judge(Case open) {
		EnhancedStatus status = open.status().status();
		StatusMeaning meaning = open.codes().meaning(status);
		if (meaning == null || open.codes().isFirm(open.status()) != asksFirm || meaning.isMute()
				|| CodeTable.isGloss(open.status())) {
			return null;
		}
		boolean standsInReport = asksFirm && open.report().form() == Form.DELIVERY_STATUS;
		return open.verdict(meaning.reason(status), "status." + status, new Evidence(Source.STATUS, status.toString()),
				standsInReport ? Strength.STRONG : Strength.WEAK, asksFirm ? FIRM : VAGUE);
	}
}
