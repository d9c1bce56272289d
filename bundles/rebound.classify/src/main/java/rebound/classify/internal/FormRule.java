package rebound.classify.internal;

import rebound.model.Action;
import rebound.model.Evidence;
import rebound.model.Evidence.Source;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Strength;
import rebound.model.Verdict;

/** Judges what reports no failure: success, complaints, automatic answers, anything else. */
final class FormRule extends StockRule {

	private static final int CERTAIN = 99;

	FormRule(StockRules rules, int order) {
		super(rules, "stock.form", order);
	}

	@Override
	public Verdict judge(Case open) {
		Kind kind = open.kind();
		Reason reason = switch (kind) {
			case BOUNCE, DELAY -> null;
			case DELIVERED -> Reason.DELIVERED;
			case COMPLAINT -> Reason.FEEDBACK;
			case AUTO_REPLY -> Reason.VACATION;
			case OTHER -> Reason.UNDEFINED;
		};
		if (reason == null) {
			return null;
		}
		Action action = open.status().action();
		Evidence evidence = action == null
				? new Evidence(Source.HEADER, null)
				: new Evidence(Source.ACTION, action.id());
		return Verdict.of(kind, reason, "form." + kind.id(), evidence, Strength.STRONG, CERTAIN);
	}
}
