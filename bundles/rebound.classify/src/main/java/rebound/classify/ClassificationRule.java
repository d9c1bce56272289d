package rebound.classify;

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
}
