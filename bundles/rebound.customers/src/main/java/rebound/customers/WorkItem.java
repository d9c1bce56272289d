package rebound.customers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import rebound.customers.Suggestion.Kind;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;

/**
 * A line of the list of lost customers: whom to look for next, and how.
 *
 * @param lost     who
 * @param step     the next best step
 * @param best     what the step rests on, {@code null} where nothing was found
 * @param found    all that was found, best first
 * @param chance   how likely the step is to succeed, 0 to 100
 * @param rank     customer value times chance: the higher, the earlier
 * @param followUp what the user noted, {@code null} if nothing
 * @param accepted the change of the failing address that the user accepted last, {@code null} if none stands
 */
public record WorkItem(LostCustomer lost, Step step, Suggestion best, List<Suggestion> found, int chance,
		double rank, FollowUp followUp, CustomerChange accepted) {

	/** The best first, then those with nothing to do; equal ones by the customer's id. */
	public static final Comparator<WorkItem> BEST_FIRST = Comparator
			.<WorkItem, Boolean>comparing(item -> item.step().isWork()).thenComparingDouble(WorkItem::rank).reversed()
			.thenComparing(item -> item.lost().customer().id());

	private static final int PHONE_CHANCE = 50;
	private static final int SEARCH_CHANCE = 10;
	/** What a customer without a known value is worth: enough to be looked for at all. */
	private static final double UNKNOWN_VALUE = 1;

	/** What to do next. */
	public enum Step {
		/** Nothing: the address works after all. */
		CLEAR,
		/** Nothing yet: the person is away and comes back. */
		WAIT,
		/** Tell the customer that the forward is broken. */
		TELL_FORWARD,
		/** Take the new address over and write to it. */
		USE_ADDRESS,
		/** Check the address that was guessed, by telephone or a personal mail. */
		CHECK_ADDRESS,
		/** Write to the person who answers instead. */
		ASK_SUCCESSOR,
		/** Call the customer. */
		CALL,
		/** Ask the colleague. */
		ASK_COLLEAGUE,
		/** Search in public places. */
		SEARCH;

		/** @return the stable id, for example {@code "ask_colleague"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** @return whether somebody has to do something now */
		public boolean isWork() {
			return this != CLEAR && this != WAIT;
		}
	}

	/**
	 * @param found what was found, best first, as {@link CustomerSearch} gives it
	 * @return the line of the list
	 */
	public static WorkItem of(LostCustomer lost, List<Suggestion> found) {
		Suggestion best = found.stream().filter(suggestion -> suggestion.kind() != Kind.COLLEAGUE).findFirst()
				.orElse(null);
		boolean callable = lost.customer().phone() != null || lost.customer().mobile() != null;
		if (best != null && (step(best) != Step.CHECK_ADDRESS || !callable || best.confidence() > PHONE_CHANCE)) {
			return item(lost, step(best), best, found, best.confidence());
		}
		if (callable) {
			return item(lost, Step.CALL, best, found, PHONE_CHANCE);
		}
		return found.stream().filter(suggestion -> suggestion.kind() == Kind.COLLEAGUE).findFirst()
				.map(colleague -> item(lost, Step.ASK_COLLEAGUE, colleague, found, colleague.confidence() / 2))
				.orElseGet(() -> item(lost, Step.SEARCH, null, found, SEARCH_CHANCE));
	}

	private static WorkItem item(LostCustomer lost, Step step, Suggestion best, List<Suggestion> found, int chance) {
		Double value = lost.customer().value();
		return new WorkItem(lost, step, best, List.copyOf(found), chance,
				(value == null ? UNKNOWN_VALUE : Math.max(0, value)) * chance, null, null);
	}

	/** @return the same with what the user noted and accepted */
	public WorkItem with(FollowUp note, CustomerChange change) {
		return new WorkItem(lost, step, best, found, chance, rank, note, change);
	}

	/** @return whether there is something left to do: no outcome is noted, and no new address is on its way */
	public boolean isOpen() {
		return (followUp == null || followUp.isOpen())
				&& (accepted == null || accepted.state() == CustomerChange.State.CONFLICT);
	}

	private static Step step(Suggestion best) {
		return switch (best.kind()) {
			case ALIVE -> Step.CLEAR;
			case AWAY -> Step.WAIT;
			case BROKEN_FORWARD -> Step.TELL_FORWARD;
			case REPLY_551, AUTO_REPLY, SECOND_ADDRESS -> Step.USE_ADDRESS;
			case TYPO, PATTERN, DOMAIN_RENAME -> Step.CHECK_ADDRESS;
			case SUCCESSOR -> Step.ASK_SUCCESSOR;
			case COLLEAGUE -> Step.ASK_COLLEAGUE;
		};
	}
}
