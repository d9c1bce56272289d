package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import rebound.model.AddressKey;
import rebound.model.DomainAnswer;
import rebound.model.DomainCheck;
import rebound.model.Standing;
import rebound.pipeline.DeadDomain;
import rebound.pipeline.Progress;
import rebound.policy.PolicySettings.TrackRule;
import rebound.store.AddressStore;
import rebound.store.AddressStore.StandingFilter;

/** Asks for the domains that bounces call dead. */
public final class DomainSurvey {

	private final AddressStore store;
	private final Progress progress;
	private final Map<String, List<AddressKey>> addresses = new TreeMap<>();

	public DomainSurvey(AddressStore store, Progress progress) {
		this.store = store;
		this.progress = progress;
	}

	/** Asks, and keeps the answers. */
	public void ask(DomainCheck check) {
		store.forEach(StandingFilter.ALL, standing -> {
			boolean known = addresses.containsKey(standing.address().domain());
			if (standing.counters().domain() > 0 && standing.state() != Standing.State.BLOCKED
					&& (known || addresses.size() < DomainQuestions.MOST)) {
				addresses.computeIfAbsent(standing.address().domain(), domain -> new ArrayList<>())
						.add(standing.address());
			}
		});
		List<DomainAnswer> told = DomainQuestions.ask(addresses.keySet(), check, progress);
		store.addDomainAnswers(told,
				told.stream().flatMap(answer -> addresses.get(answer.domain()).stream()).toList());
	}

	/**
	 * @param rule says how many checks, how far apart, are enough for the whole domain
	 * @return the domains that were asked for and last were dead, by name
	 */
	public List<DeadDomain> dead(TrackRule rule) {
		List<DeadDomain> dead = new ArrayList<>();
		addresses.forEach((domain, concerned) -> {
			List<DomainAnswer> answers = store.domainAnswers(domain);
			int first = answers.size();
			while (first > 0 && answers.get(first - 1).isDead()) {
				first--;
			}
			List<DomainAnswer> since = answers.subList(first, answers.size());
			if (!since.isEmpty()) {
				boolean sure = rule.blockEvents() > 0 && since.size() >= rule.blockEvents()
						&& !since.getFirst().checked()
								.plus(rule.blockSpan()).isAfter(since.getLast().checked());
				dead.add(new DeadDomain(domain, since.getLast().state(), since.getFirst().checked(), since.size(),
						concerned.size(), sure));
			}
		});
		return dead;
	}
}
