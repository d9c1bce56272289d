package rebound.example;

import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import rebound.classify.ClassificationRule;
import rebound.model.DeliveryReport;
import rebound.model.Evidence;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Strength;
import rebound.model.Verdict;

/** A rule of one's own: a server in the company says "mailbox retired" where others say that there is none. */
@Component
public final class RetiredRule implements ClassificationRule {

	private static final String PHRASE = "mailbox retired";

	@Override
	public String id() {
		return "example.retired";
	}

	/** Before the stock rules, which begin at 100. */
	@Override
	public int order() {
		return 50;
	}

	@Override
	public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
		String said = status.diagnostic();
		if (said == null || !said.toLowerCase(Locale.ROOT).contains(PHRASE)) {
			return Optional.empty();
		}
		return Optional.of(Verdict.of(Kind.BOUNCE, Reason.USERUNKNOWN, id(),
				new Evidence(Evidence.Source.DIAGNOSTIC, PHRASE), Strength.STRONG, 95));
	}

	/** Why, in the words of the company: shown in place of what Rebound says of unknown mailboxes. */
	@Override
	public Optional<String> reasonText(String ruleId, Locale locale) {
		if (!ruleId.equals(id())) {
			return Optional.empty();
		}
		return Optional.of(locale.getLanguage().equals("de")
				? "Das Postfach ist stillgelegt: Die Person arbeitet nicht mehr dort."
				: "The mailbox is retired: the person does not work there any more.");
	}
}
