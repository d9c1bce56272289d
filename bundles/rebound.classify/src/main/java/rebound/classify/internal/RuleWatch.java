package rebound.classify.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import rebound.classify.ClassificationRule;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/**
 * The one place where somebody else's rules run: on threads of their own, so that one which never answers is left
 * behind. It is not asked again, and its thread is told to end; a thread that does not is no more than a burden. What
 * threads a rule starts are in a group of its own, so that one which leaves many behind is known, and left out, too.
 */
public final class RuleWatch {

	private static final System.Logger LOG = System.getLogger("rebound.classify");

	private final Duration longest;
	private final Set<String> leftOut = ConcurrentHashMap.newKeySet();
	private final Set<String> told = ConcurrentHashMap.newKeySet();
	private final Map<String, Crew> crews = new ConcurrentHashMap<>();

	/** The threads of one rule, and those that it started. */
	private static final class Crew {
		/** More than these are some that it has forgotten. */
		private static final int MOST = 100;
		private static final int LOOK_AGAIN = 128;

		private final ThreadGroup group;
		private final ExecutorService threads;
		private final AtomicInteger answers = new AtomicInteger();

		Crew(String id) {
			group = new ThreadGroup(id);
			threads = Executors
					.newCachedThreadPool(Thread.ofPlatform().group(group).daemon().name("rebound-" + id).factory());
		}

		/** @return how many threads there are if they are too many, else 0; to count them costs more than an answer */
		int tooMany() {
			int count = answers.incrementAndGet() % LOOK_AGAIN == 0 ? group.activeCount() : 0;
			return count > MOST ? count : 0;
		}
	}

	/** @param longest how long a rule may take for one recipient */
	public RuleWatch(Duration longest) {
		this.longest = longest;
	}

	/**
	 * Asks a rule.
	 *
	 * @param failed told when the rule has thrown something, has taken too long, or is left out because it once did
	 * @return the verdict, or {@code null}
	 */
	public Verdict ask(ClassificationRule rule, RecipientStatus status, DeliveryReport report, Runnable failed) {
		return answer(rule, () -> rule.judge(status, report), failed);
	}

	/** @return what a rule says of a verdict, or {@code null}; also when it fails */
	String reasonText(ClassificationRule rule, String ruleId, Locale locale) {
		return answer(rule, () -> rule.reasonText(ruleId, locale), () -> {
		});
	}

	private <T> T answer(ClassificationRule rule, Callable<Optional<T>> question, Runnable failed) {
		String id = rule.id();
		if (leftOut.contains(id)) {
			failed.run();
			return null;
		}
		Crew crew = crews.computeIfAbsent(id, Crew::new);
		Future<Optional<T>> answer = crew.threads.submit(question);
		try {
			Optional<T> said = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
			int threads = crew.tooMany();
			if (threads > 0 && leftOut.add(id)) {
				LOG.log(System.Logger.Level.WARNING,
						"rule {0} has left {1} threads running and is left out from now on",
						id, threads);
			}
			// Null is no answer that the interface knows, and not worth to end the work.
			return said == null ? null : said.orElse(null);
		} catch (TimeoutException hangs) {
			answer.cancel(true);
			leftOut.add(id);
			LOG.log(System.Logger.Level.WARNING, "rule {0} gave no answer in {1} s and is left out from now on", id,
					longest.toMillis() / 1000.0);
		} catch (ExecutionException thrown) {
			if (told.add(id)) {
				LOG.log(System.Logger.Level.WARNING, "rule " + id + " failed", thrown.getCause());
			}
		} catch (InterruptedException stop) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
		failed.run();
		return null;
	}
}
