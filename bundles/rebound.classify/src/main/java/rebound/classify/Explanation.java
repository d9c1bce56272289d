package rebound.classify;

import java.util.List;

import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/**
 * How a recipient's verdict came about: every ground for a verdict, in the order of the chain.
 *
 * @param status what was judged
 * @param steps  what each rule said or would have said, in the order in which they are asked
 */
public record Explanation(RecipientStatus status, List<Step> steps) {

	/** What became of a rule's answer. */
	public enum Outcome {
		/** This verdict stands. */
		WON,
		/** Another text of the same rule was more specific. */
		LESS_SPECIFIC,
		/** A rule before it had already decided. */
		LATER,
		/** The rule had nothing to say. */
		SILENT,
		/** The rule failed and was left out. */
		FAILED
	}

	/**
	 * One answer of one rule.
	 *
	 * @param ruleId  id of the rule in the chain
	 * @param order   its place in the chain
	 * @param verdict what it said; {@code null} if it was silent or failed
	 * @param outcome what became of it
	 */
	public record Step(String ruleId, int order, Verdict verdict, Outcome outcome) {
	}

	public Explanation {
		steps = List.copyOf(steps);
	}
}
