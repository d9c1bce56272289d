package rebound.classify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rebound.classify.RuleChainClassifier;
import rebound.model.Fault;
import rebound.model.Track;
import rebound.model.Verdict;

/** What servers answer is judged as it is meant. */
class RepliesTest {

	private static final RuleChainClassifier CLASSIFIER = RuleChainClassifier.stock();

	static Stream<Reply> replies() throws IOException {
		return Reply.all();
	}

	@ParameterizedTest
	@MethodSource("replies")
	void isJudgedAsItIsMeant(Reply reply) {
		Verdict verdict = judge(reply);
		assertEquals(reply.reason() + ' ' + reply.type(), verdict.reason().id() + ' ' + verdict.type().id(),
				verdict.rule() + " by \"" + verdict.evidence().text() + '"');
	}

	@Test
	void sendersAndContentsFaultsNeverCountAgainstAnAddress() throws IOException {
		Reply.all().map(RepliesTest::judge)
				.filter(v -> v.fault() == Fault.SENDER || v.fault() == Fault.CONTENT)
				.forEach(v -> assertTrue(v.track() == Track.NONE || v.track() == Track.TRANSIENT, v::toString));
	}

	@Test
	void everyTextRuleDecidesAtLeastOneReply() throws IOException {
		Set<String> deciding = Reply.all().map(reply -> judge(reply).rule()).collect(Collectors.toSet());
		List<String> idle = new StockRules().texts().stream().filter(r -> r.condition().hosts().isEmpty())
				.map(TextRule::id).filter(id -> !deciding.contains(id))
				.sorted().toList();
		assertEquals(List.of(), idle, "rules no reply of replies.tsv is decided by");
	}

	private static Verdict judge(Reply reply) {
		return CLASSIFIER.classify(Reply.report(reply.status())).verdicts().getFirst();
	}
}
