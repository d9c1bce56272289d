package rebound.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the blocking policy says of an address. Absent values are {@code null}.
 *
 * @param since         when the state began
 * @param holdUntil     until when mailings skip the address
 * @param reviewAt      when the state may change although nothing happens; for a block, when one retry is offered
 * @param grounds       what the state rests on; {@code null} while active
 * @param decision      id of the decision that blocked it
 * @param score         0 to 100, for display and sorting only
 * @param isProtected   only ever suggested, never held or blocked automatically
 * @param policyVersion the policy that said so
 */
public record Standing(AddressKey address, State state, Instant since, Instant holdUntil, Instant reviewAt,
		Recommendation recommendation, Grounds grounds, String decision, Counters counters, int score,
		boolean isProtected, String policyVersion) {

	/** The steps from a working address to a blocked one. */
	public enum State {
		/** Nothing counts against it. */
		ACTIVE,
		/** Something counts, too little to act. */
		WATCH,
		/** Mailings skip it for a while. */
		HOLD,
		/** The user is asked to block it. */
		SUGGESTED,
		/** Mailings leave it out. */
		BLOCKED;

		/** @return the stable id that files and databases keep, for example {@code "suggested"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** @return the state with this id, or empty */
		public static Optional<State> of(String id) {
			return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
		}
	}

	/** The next step for the user. */
	public enum Recommendation {
		/** Nothing to do. */
		NONE,
		/** Send as before and see. */
		WATCH,
		/** Leave it out until the hold ends. */
		SKIP,
		/** Block it. */
		BLOCK,
		/** Ask the customer for another address: this one is blocked. */
		FIND_ADDRESS,
		/** Try once more: the block is old and may be over. */
		RETRY,
		/** The address is fine, the sending is not: authentication, reputation, content. */
		FIX_SENDING,
		/** Say what the bounce means: it does not say enough itself. */
		CLASSIFY;

		/** @return the stable id that files and databases keep, for example {@code "fix_sending"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * What was counted. The track counters hold what still counts; the others all that ever happened.
	 *
	 * @param strong                on the address track, strong evidence
	 * @param weak                  on the address track, weak evidence
	 * @param domain                on the domain track
	 * @param quota                 on the quota track
	 * @param transients            on the transient track
	 * @param complaint             on the complaint track
	 * @param hard                  hard bounces ever
	 * @param soft                  soft bounces ever
	 * @param quotaEver             full mailboxes ever
	 * @param policyEver            sender's and content's faults ever
	 * @param total                 bounces ever
	 * @param campaignsBounced      campaigns it ever bounced in
	 * @param campaignsSinceSuccess campaigns it bounced in since it last worked
	 * @param firstBounce           when it first bounced
	 * @param lastBounce            when it last bounced
	 * @param lastSuccess           when it last proved to work
	 * @param lastSuccessKind       what proved it
	 * @param lastCampaignId        the campaign it last bounced in
	 */
	public record Counters(int strong, int weak, int domain, int quota, int transients, int complaint, int hard,
			int soft, int quotaEver, int policyEver, int total, int campaignsBounced, int campaignsSinceSuccess,
			Instant firstBounce, Instant lastBounce, Instant lastSuccess, LifeSign.Kind lastSuccessKind,
			String lastCampaignId) {
	}
}
