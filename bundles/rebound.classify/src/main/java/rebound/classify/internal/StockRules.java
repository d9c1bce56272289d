package rebound.classify.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.classify.ClassificationRule;
import rebound.classify.internal.TextRule.Tier;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;

/** The rules that come with Rebound, over one compiled set of data. */
public final class StockRules {

	private final List<TextRule> texts = new ArrayList<>();
	private final CodeTable codes = new CodeTable();
	private final PhraseBook book;

	/** Reads and compiles the rule data. */
	public StockRules() {
		for (Tier tier : Tier.values()) {
			texts.addAll(RuleFile.read(tier));
		}
		book = new PhraseBook(texts);
	}

	/** @return the chain in its order */
	public List<ClassificationRule> chain() {
		List<ClassificationRule> chain = new ArrayList<>();
		chain.add(new FormRule(this, 100));
		for (Tier tier : Tier.values()) {
			chain.add(new TextTierRule(this, tier));
		}
		chain.add(new StatusRule(this, true, 700));
		chain.add(new NoticeRule(this, 900));
		chain.add(new StatusRule(this, false, 1000));
		chain.add(new ReplyCodeRule(this, 1100));
		chain.add(new FallbackRule(this, 1200));
		return chain;
	}

	/** @return the case of one recipient, to be asked of several stock rules */
	public Case open(RecipientStatus status, DeliveryReport report) {
		return new Case(status, report, book, codes);
	}

	List<TextRule> texts() {
		return texts;
	}

	CodeTable codes() {
		return codes;
	}
}
