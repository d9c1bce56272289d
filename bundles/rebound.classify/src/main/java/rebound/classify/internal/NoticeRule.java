package rebound.classify.internal;

import rebound.classify.internal.Case.Reading;
import rebound.classify.internal.PhraseBook.Hit;
import rebound.classify.internal.TextRule.Tier;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/** Asks the text for people where the diagnostic says nothing, and the text can only mean this recipient. */
final class NoticeRule extends StockRule {

	/** Words here and there in a longer text say nothing: they may stand in a header field or in good advice. */
	private static final int SENTENCE = 12;

	NoticeRule(StockRules rules, int order) {
		super(rules, "stock.notice", order);
	}

	@Override
	public Verdict judge(Case open) {
		RecipientStatus status = open.status();
		boolean mute = status.diagnostic() == null || status.diagnostic().isBlank();
		boolean shared = open.report().recipients().size() > 1 || status.replyCode() != 0;
		if (!mute && shared || open.report().notice() == null) {
			return null;
		}
		Reading notice = open.notice();
		for (Tier tier : Tier.values()) {
			Hit hit = tier == Tier.WORD ? null : open.first(notice, tier);
			if (hit != null && hit.phrases() == 1 && hit.end() - hit.start() >= SENTENCE) {
				return open.verdict(hit, notice);
			}
		}
		return null;
	}
}
