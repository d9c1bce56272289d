package rebound.classify.internal;

import java.time.Duration;
import java.util.Locale;
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

import rebound.classify.ClassificationRule;
import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/**
 * The one place where somebody else's rules run: on threads of their own, so that one which never answers is left
 * behind. It is not asked again, and its thread is told to end; a thread that does not is no more than a burden.
 */
public final class RuleWatch {

	private static final System.Logger LOG = System.getLogger("rebound.classify");

	private final Duration longest;
	private final Set<String> leftOut = ConcurrentHashMap.newKeySet();
	private final Set<String> told = ConcurrentHashMap.newKeySet();
	private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
		Thread thread = new Thread(work, "rebound-rules");
		thread.setDaemon(true);
		return thread;
	});

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
		Future<Optional<T>> answer = threads.submit(question);
		try {
			Optional<T> said = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
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
