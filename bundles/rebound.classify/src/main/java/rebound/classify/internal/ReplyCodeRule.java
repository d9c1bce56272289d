package rebound.classify.internal;

import rebound.model.Evidence;
import rebound.model.Evidence.Source;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Strength;
import rebound.model.Verdict;

/** Asks the SMTP reply code together with the command it answers (RFC 5321). */
final class ReplyCodeRule extends StockRule {

	private static final int CONFIDENCE = 45;

	ReplyCodeRule(StockRules rules, int order) {
		super(rules, "stock.reply-code", order);
	}

	@Override
	public Verdict judge(Case open) {
		RecipientStatus status = open.status();
		Reason reason = open.codes().meaning(status.replyCode(), status.command());
		if (reason == null) {
			return null;
		}
		String code = Integer.toString(status.replyCode());
		return open.verdict(reason, "reply." + code, new Evidence(Source.REPLY_CODE, code), Strength.WEAK, CONFIDENCE);
	}
}
