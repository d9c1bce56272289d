package rebound.classify.internal;

import java.util.List;

import rebound.classify.internal.Case.Reading;
import rebound.classify.internal.PhraseBook.Hit;
import rebound.classify.internal.TextRule.Tier;
import rebound.model.Verdict;

/** Asks the texts of one tier; the longest that occurs wins. */
final class TextTierRule extends StockRule {

	private final Tier tier;

	TextTierRule(StockRules rules, Tier tier) {
		super(rules, tier.id, tier.order);
		this.tier = tier;
	}

	@Override
	public Verdict judge(Case open) {
		Reading reading = open.diagnostic();
		Hit hit = open.first(reading, tier);
		return hit == null ? null : open.verdict(hit, reading);
	}

	@Override
	public List<Verdict> candidates(Case open) {
		Reading reading = open.diagnostic();
		return reading.hits().stream().filter(hit -> hit.isOf(tier))
				.filter(hit -> hit.rule().condition().holds(open.status(), open.report()))
				.map(hit -> open.verdict(hit, reading)).toList();
	}
}
