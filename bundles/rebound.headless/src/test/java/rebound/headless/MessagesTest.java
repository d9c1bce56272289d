package rebound.headless;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rebound.classify.Explanation;
import rebound.customers.RowProblem;
import rebound.model.BounceType;
import rebound.model.Campaign.Origin;
import rebound.model.Kind;
import rebound.model.PolicyRule;
import rebound.model.Problem;
import rebound.pipeline.SentImport;
import rebound.report.ReportException;
import rebound.source.BrokenRecord;
import rebound.source.MailboxException;
import rebound.store.StoreException;

class MessagesTest {

	private final Messages messages = new Messages(Locale.ENGLISH);

	/** The keys that are made of codes: a new code must not go without words. */
	static Stream<String> keys() {
		return Stream.of(keys("failure.store.", StoreException.Code.values()),
				keys("failure.mailbox.", MailboxException.Code.values()),
				keys("failure.report.", ReportException.Code.values()), keys("problem.", Problem.Code.values()),
				keys("cause.record.", BrokenRecord.Code.values()), keys("row.", RowProblem.Code.values()),
				keys("entry.", SentImport.Problem.Code.values()),
				keys("kind.", Kind.values()),
				keys("type.", BounceType.values()), keys("outcome.", Explanation.Outcome.values()),
				Stream.of(Origin.values()).map(origin -> "origin." + origin.id()),
				Stream.of(PolicyRule.values()).map(rule -> "grounds." + rule.id())).flatMap(keys -> keys);
	}

	@ParameterizedTest
	@MethodSource("keys")
	void everyCodeHasWords(String key) {
		String words = messages.word(key, null);
		assertNotNull(words, key);
		assertFalse(words.isBlank(), key);
	}

	private static Stream<String> keys(String prefix, Enum<?>[] codes) {
		return Stream.of(codes).map(code -> prefix + code);
	}
}
