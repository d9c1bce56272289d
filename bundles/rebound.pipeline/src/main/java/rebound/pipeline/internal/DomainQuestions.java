package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.model.AddressKey;
import rebound.model.DomainAnswer;
import rebound.model.DomainCheck;
import rebound.pipeline.Progress;
import rebound.store.AddressStore;

/** Asks the DNS for several domains at once. Used only where the user wants it. */
public final class DomainQuestions {

	/** More domains are not asked for in one go. */
	static final int MOST = 5_000;

	private static final int AT_ONCE = 16;

	private DomainQuestions() {
	}

	/** Asks for the domains of lost customers and of the addresses that were found for them, and keeps the answers. */
	public static void ask(AddressStore store, Collection<WorkItem> items, DomainCheck check, Progress progress) {
		Set<String> domains = new TreeSet<>();
		Set<AddressKey> failing = new HashSet<>();
		for (WorkItem item : items) {
			AddressKey address = AddressKey.of(item.lost().email());
			failing.add(address);
			add(address, domains);
			item.found().stream().filter(found -> found.kind().isOwnAddress()).map(Suggestion::email)
					.forEach(email -> add(AddressKey.of(email), domains));
		}
		List<DomainAnswer> told = ask(domains, check, progress);
		store.addDomainAnswers(told, failing);
	}

	private static void add(AddressKey address, Set<String> domains) {
		if (domains.size() < MOST) {
			domains.add(address.domain());
		}
	}

	/** @return what is known now; nothing of a domain that nobody answered for */
	static List<DomainAnswer> ask(Collection<String> domains, DomainCheck check, Progress progress) {
		List<DomainAnswer> answers = new ArrayList<>();
		try (ExecutorService work = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			List<Future<DomainAnswer>> asked = domains.stream().map(domain -> work.submit(() -> check.check(domain)))
					.toList();
			for (Future<DomainAnswer> answer : asked) {
				if (progress.cancelled()) {
					work.shutdownNow();
					throw new CancellationException();
				}
				answers.add(answer.get());
				progress.done((double) answers.size() / asked.size(), answers.size());
			}
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		} catch (ExecutionException broken) {
			throw new IllegalStateException(broken.getCause());
		}
		return answers.stream().filter(answer -> answer.state() != DomainAnswer.State.UNCHECKED).toList();
	}
}
