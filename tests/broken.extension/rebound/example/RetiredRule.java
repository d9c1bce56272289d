package rebound.example;

import java.util.Locale;
import java.util.Optional;

import rebound.classify.ClassificationRule;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/** In the place of the example's rule: hangs, and throws when it is asked for its words. */
public final class RetiredRule implements ClassificationRule {

	@Override
	public String id() {
		return "example.retired";
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
		if (status.diagnostic().contains("mailbox retired")) {
			EncodedMailSource.hang();
		}
		throw new StackOverflowError("on purpose");
	}

	@Override
	public Optional<String> reasonText(String ruleId, Locale locale) {
		throw new IllegalStateException("on purpose");
	}
}
