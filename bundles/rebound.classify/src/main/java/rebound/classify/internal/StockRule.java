package rebound.classify.internal;

import java.util.List;
import java.util.Optional;

import rebound.classify.ClassificationRule;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/** A rule that reads a {@link Case}, so that the work on one recipient is done once for the whole chain. */
public abstract class StockRule implements ClassificationRule {

	private final StockRules rules;
	private final String id;
	private final int order;

	StockRule(StockRules rules, String id, int order) {
		this.rules = rules;
		this.id = id;
		this.order = order;
	}

	@Override
	public final String id() {
		return id;
	}

	@Override
	public final int order() {
		return order;
	}

	@Override
	public final Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
		return Optional.ofNullable(judge(rules.open(status, report)));
	}

	/** @return the verdict, or {@code null} when this rule has nothing to say */
	public abstract Verdict judge(Case open);

	/** @return every verdict this rule has a ground for, the best first */
	public List<Verdict> candidates(Case open) {
		Verdict verdict = judge(open);
		return verdict == null ? List.of() : List.of(verdict);
	}
}
