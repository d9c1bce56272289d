package rebound.classify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.DeliveryReport;
import rebound.model.JudgedMail;
import rebound.model.Verdict;

/** Judges what was read from a mail. Safe for use by several threads. */
@ProviderType
public interface Classifier {

	/** @return a verdict for each recipient, and the kind of the message as a whole */
	JudgedMail classify(DeliveryReport report);

	/** @return for each of the report's recipients, in their order, how its verdict comes about */
	List<Explanation> explain(DeliveryReport report);

	/** @return what the rule that decided says of its verdict, see {@link ClassificationRule#reasonText} */
	Optional<String> reasonText(Verdict verdict, Locale locale);
}
