package rebound.classify;

import java.util.Locale;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/**
 * Decides what one recipient's status means. Register an implementation as an OSGi service and it joins the chain.
 * <p>
 * Rules are asked in ascending {@link #order()}; the first verdict wins. A rule is stateless, may be called from
 * several threads, and does no I/O.
 */
@ConsumerType
public interface ClassificationRule {

	/** @return a stable id, stored with every verdict, for example {@code "smtp.enhanced-status"} */
	String id();

	/** @return the place in the chain; stock rules use multiples of 100, put yours between them */
	int order();

	/** @return the verdict, or empty when this rule has nothing to say */
	Optional<Verdict> judge(RecipientStatus status, DeliveryReport report);

	/**
	 * Explains a verdict of this rule to people, wherever Rebound says why: {@code classify --explain}, the bounce log and
	 * the report. What is thrown counts as no text; a text is asked for once and kept.
	 *
	 * @param ruleId id that the verdict names, see {@link Verdict#rule()}; it may be another rule's
	 * @param locale language wanted; English where the rule does not have it
	 * @return one sentence of plain text, of which 500 characters are shown; empty if the id is not this rule's, or what
	 *         Rebound says of the reason is enough
	 */
	default Optional<String> reasonText(String ruleId, Locale locale) {
		return Optional.empty();
	}
}
