package rebound.classify.internal;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.classify.RuleChainClassifier;
import rebound.model.DeliveryReport.Form;

/** What an attacker writes costs no more than what a server writes. */
class HostileTextTest {

	private static final RuleChainClassifier CLASSIFIER = RuleChainClassifier.stock();
	private static final int REPEATS = 200_000;

	@ParameterizedTest
	@ValueSource(strings = { "user ", "unknown user ", "not found ", "a@b ", "a@", "<", "550 5.1.1 ", "\\303", "-'",
			"mailbox.quota.", "too many messages limit exceeded ", "\u5b58", "' " })
	void repeatingItselfHelpsNobody(String part) {
		String text = part.repeat(REPEATS);
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			for (int i = 0; i < 10; i++) {
				assertNotNull(CLASSIFIER
						.classify(Reply.report(Form.PLAIN_BOUNCE, text, Reply.status(text), Reply.status(null)))
						.verdicts().getFirst());
			}
		});
	}
}
