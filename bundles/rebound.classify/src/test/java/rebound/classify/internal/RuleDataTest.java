package rebound.classify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import rebound.classify.internal.TextRule.Phrase;
import rebound.classify.internal.TextRule.Text;
import rebound.classify.internal.TextRule.Tier;
import rebound.model.EnhancedStatus;

/** The rule data is in order. */
class RuleDataTest {

	private final StockRules rules = new StockRules();

	@Test
	void everyRuleHasAnIdOfItsOwnAndTexts() {
		Set<String> ids = new HashSet<>();
		for (TextRule rule : rules.texts()) {
			assertEquals(true, ids.add(rule.id()), rule.id());
			assertFalse(rule.texts().isEmpty(), rule.id());
		}
	}

	@Test
	void noTextStandsTwiceUnderTheSameCondition() {
		record Key(Tier tier, Text text, Condition condition) {
		}
		Set<Key> seen = new HashSet<>();
		List<String> twice = new ArrayList<>();
		for (TextRule rule : rules.texts()) {
			for (Text text : rule.texts()) {
				if (!seen.add(new Key(rule.tier(), text, rule.condition()))) {
					twice.add(rule.id() + ": " + text.parts());
				}
			}
		}
		assertEquals(List.of(), twice);
	}

	@Test
	void noPhraseIsEmptyOrABareAddress() {
		for (TextRule rule : rules.texts()) {
			boolean bound = rule.condition() != Condition.NONE;
			for (Text text : rule.texts()) {
				for (Phrase phrase : text.parts().stream().flatMap(part -> part.choice().stream()).toList()) {
					assertFalse(phrase.text().isBlank() || phrase.text().equals("@") && !bound, rule.id());
				}
			}
		}
	}

	@Test
	void everyRegisteredStatusHasAMeaning() {
		int[] details = { 0, 10, 4, 6, 7, 6, 10, 30 };
		for (int subject = 0; subject < details.length; subject++) {
			for (int detail = 0; detail <= details[subject]; detail++) {
				for (int severity : new int[]{ 4, 5 }) {
					EnhancedStatus status = new EnhancedStatus(severity, subject, detail);
					assertNotNull(rules.codes().meaning(status), status.toString());
				}
			}
		}
	}
}
