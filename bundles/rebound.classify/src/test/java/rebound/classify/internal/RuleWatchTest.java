package rebound.classify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import rebound.classify.ClassificationRule;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/** Rules of third parties that misbehave. */
class RuleWatchTest {

	private final RuleWatch watch = new RuleWatch(Duration.ofMillis(200));
	private final AtomicInteger failures = new AtomicInteger();
	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void oneThatHangsIsLeftBehindAndNotAskedAgain() {
		CountDownLatch never = new CountDownLatch(1);
		ClassificationRule hanging = rule(() -> {
			try {
				never.await();
			} catch (InterruptedException left) {
				Thread.currentThread().interrupt();
			}
			return Optional.empty();
		});
		assertNull(ask(hanging));
		assertNull(ask(hanging));
		assertEquals(1, calls.get());
		assertEquals(2, failures.get());
	}

	@Test
	void oneThatThrowsErrorsOrGivesNothingEndsNothing() {
		assertNull(ask(rule(() -> {
			throw new NoClassDefFoundError("a library that is not there");
		})));
		assertNull(ask(rule(() -> {
			throw new StackOverflowError();
		})));
		assertEquals(2, failures.get());
		assertNull(ask(rule(() -> null)));
		assertNull(ask(rule(Optional::empty)));
		assertEquals(2, failures.get());
	}

	@Test
	void oneThatLeavesThreadsBehindIsLeftOut() {
		CountDownLatch end = new CountDownLatch(1);
		ClassificationRule leaking = rule(() -> {
			Thread.ofPlatform().daemon().start(() -> {
				try {
					end.await();
				} catch (InterruptedException told) {
					Thread.currentThread().interrupt();
				}
			});
			return Optional.empty();
		});
		for (int i = 0; i < 1000; i++) {
			assertNull(ask(leaking));
		}
		end.countDown();
		assertTrue(calls.get() < 200, () -> calls + " calls");
		assertEquals(1000, calls.get() + failures.get());
	}

	private Verdict ask(ClassificationRule rule) {
		return watch.ask(rule, null, null, failures::incrementAndGet);
	}

	private ClassificationRule rule(Supplier<Optional<Verdict>> answer) {
		return new ClassificationRule() {

			@Override
			public String id() {
				return "third.party";
			}

			@Override
			public int order() {
				return 1;
			}

			@Override
			public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
				calls.incrementAndGet();
				return answer.get();
			}
		};
	}
}
