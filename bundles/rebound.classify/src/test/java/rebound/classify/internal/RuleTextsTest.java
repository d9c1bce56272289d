package rebound.classify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import rebound.classify.ClassificationRule;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/** The words that somebody else's rules have for their verdicts. */
class RuleTextsTest {

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void eachLanguageIsAskedForOnce() {
		RuleTexts texts = texts((id, locale) -> id.equals("acme.gone")
				? Optional.of(locale.getLanguage().equals("de") ? "Weg." : "Gone.")
				: Optional.empty());
		for (int i = 0; i < 3; i++) {
			assertEquals(Optional.of("Gone."), texts.of("acme.gone", Locale.ENGLISH));
			assertEquals(Optional.of("Weg."), texts.of("acme.gone", Locale.GERMANY));
			assertEquals(Optional.empty(), texts.of("quota.full", Locale.ENGLISH));
		}
		assertEquals(3, calls.get());
	}

	@Test
	void theTextIsOneLineAndNotEndless() {
		assertEquals(Optional.of("Two  lines"),
				texts((id, locale) -> Optional.of(" Two\r\nlines ")).of("a", Locale.ROOT));
		assertEquals(500, texts((id, locale) -> Optional.of("x".repeat(9_999))).of("a", Locale.ROOT).get().length());
		assertEquals(Optional.empty(), texts((id, locale) -> Optional.of("  ")).of("a", Locale.ROOT));
	}

	@Test
	void oneThatThrowsHangsOrGivesNothingHasNoText() {
		assertEquals(Optional.empty(), texts((id, locale) -> null).of("a", Locale.ROOT));
		assertEquals(Optional.empty(), texts((id, locale) -> {
			throw new IllegalStateException("on purpose");
		}).of("a", Locale.ROOT));
		CountDownLatch never = new CountDownLatch(1);
		assertEquals(Optional.empty(), texts((id, locale) -> {
			try {
				never.await();
			} catch (InterruptedException left) {
				Thread.currentThread().interrupt();
			}
			return Optional.of("too late");
		}).of("a", Locale.ROOT));
	}

	private RuleTexts texts(BiFunction<String, Locale, Optional<String>> said) {
		return new RuleTexts(List.of(new ClassificationRule() {
			@Override
			public String id() {
				return "acme";
			}

			@Override
			public int order() {
				return 1;
			}

			@Override
			public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
				return Optional.empty();
			}

			@Override
			public Optional<String> reasonText(String ruleId, Locale locale) {
				calls.incrementAndGet();
				return said.apply(ruleId, locale);
			}
		}), new RuleWatch(Duration.ofMillis(200)));
	}
}
