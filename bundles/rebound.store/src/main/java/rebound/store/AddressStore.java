package rebound.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.DomainAnswer;
import rebound.model.Judgement;
import rebound.model.LifeSign;
import rebound.model.Standing;

/** The addresses that something is known of, and how they stand. */
@ProviderType
public interface AddressStore {

	/** @return what is known of an address; of an unknown one a history without events */
	AddressHistory history(AddressKey address);

	/** @return how an address stands, or empty when nothing was ever stored of it */
	Optional<Standing> standing(AddressKey address);

	/** @return how addresses stand; those that nothing was ever stored of are left out */
	Map<AddressKey, Standing> standings(Collection<AddressKey> addresses);

	/** @return how many addresses stand how */
	Map<Standing.State, Long> counts();

	/** @return addresses that match, sorted, from the filter's place on */
	List<Standing> page(StandingFilter filter);

	/** Hands over all addresses that match, in the filter's order, with little memory however many. */
	void forEach(StandingFilter filter, Consumer<Standing> consumer);

	/**
	 * Judges the addresses that something happened to since they were last judged, and those whose time has come.
	 * Nothing is lost by a crash: what was not judged is judged the next time.
	 *
	 * @param now   what time has come means
	 * @param judge the blocking policy
	 * @return number of addresses judged
	 */
	int judgeDue(Instant now, Function<AddressHistory, Judgement> judge);

	/** Marks all addresses to be judged, because the policy has changed. */
	void judgeAllAgain();

	/** Hands over the history of all addresses, by address, with little memory however many: for replaying a policy. */
	void forEachHistory(Consumer<AddressHistory> consumer);

	/** Keeps proofs that addresses work; the same one again is not kept twice. */
	void addLifeSigns(Collection<LifeSign> signs);

	/**
	 * Keeps what the DNS said of domains.
	 *
	 * @param concerned known addresses of these domains, which are due to be judged again
	 */
	void addDomainAnswers(Collection<DomainAnswer> answers, Collection<AddressKey> concerned);

	/** @return what the DNS said of a domain, in the order of time; without its mail servers */
	List<DomainAnswer> domainAnswers(String domain);

	/** @return what the DNS said last of each domain that it was asked for; without their mail servers */
	Map<String, DomainAnswer> lastDomainAnswers();

	/** Hands over all rows of the bounce report, by address, with little memory however many. */
	void forEachRow(RowFilter filter, Consumer<AddressRow> consumer);

	/**
	 * Hands over all rows of the bounce report, by address, and after those of an address its events, however many are
	 * handed over with a row. With little memory, and quicker than to ask for rows and events one after the other.
	 *
	 * @param events gets all events, whatever rows are left out, of an address latest first, at the same time by id; none
	 *               if the filter wants no events with a row
	 */
	void forEachRow(RowFilter filter, Consumer<AddressRow> consumer, Consumer<BounceEvent> events);

	/**
	 * Which rows of the bounce report are wanted.
	 *
	 * @param customersOnly leave out addresses of no customer
	 * @param bouncedOnly   leave out addresses that nothing happened to
	 * @param maxEvents     number of events handed over with each row, latest first
	 */
	record RowFilter(boolean customersOnly, boolean bouncedOnly, int maxEvents) {
	}

	/** Which addresses are wanted; {@code null} and empty let everything through. */
	record StandingFilter(String text, List<Standing.State> states, Order order, boolean ascending, long offset,
			int limit) {

		/** All addresses, by address, 100 a page. */
		public static final StandingFilter ALL = new StandingFilter(null, List.of(), Order.ADDRESS, true, 0, 100);

		/** What addresses are sorted by. */
		public enum Order {
			ADDRESS, STATE, SCORE, SINCE, LAST_BOUNCE
		}

		public StandingFilter {
			states = List.copyOf(states);
		}

		public StandingFilter withStates(Standing.State... wanted) {
			return new StandingFilter(text, List.of(wanted), order, ascending, offset, limit);
		}

		public StandingFilter withText(String wanted) {
			return new StandingFilter(wanted, states, order, ascending, offset, limit);
		}

		public StandingFilter sortedBy(Order wanted, boolean upwards) {
			return new StandingFilter(text, states, wanted, upwards, offset, limit);
		}

		public StandingFilter limit(long skipped, int wanted) {
			return new StandingFilter(text, states, order, ascending, skipped, wanted);
		}
	}
}
