package rebound.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import rebound.model.AddressKey;
import rebound.model.Standing;
import rebound.model.Standing.State;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.policy.Replay;
import rebound.store.BounceStore;

/**
 * Tries a blocking policy before it is put in force: what it would change at once, and what it and the one in force
 * would have done had they been in force, and automatic, all the time. Nothing is changed.
 *
 * @param addresses number of addresses looked at
 * @param blocked   number of those that would be blocked at once, and are not
 * @param held      number of those that would be held at once, and are not
 * @param released  number of those that are blocked or held, and no longer would be
 * @param changes   the first of all these
 * @param now       the past under the policy in force
 * @param other     the past under the policy that is tried
 */
public record PolicyTrial(long addresses, long blocked, long held, long released, List<Change> changes,
		Replay.Result now, Replay.Result other) {

	/** Most changes that are named. */
	public static final int NAMED = 500;

	/** What would become of an address. */
	public record Change(AddressKey address, State from, Standing to) {
	}

	/** @throws CancellationException if the progress says so */
	public static PolicyTrial of(BounceStore store, PolicySettings inForce, PolicySettings tried, Instant at,
			Progress progress) {
		BlockingPolicy present = new BlockingPolicy(inForce);
		BlockingPolicy policy = new BlockingPolicy(tried);
		Replay before = new Replay(inForce, at);
		Replay after = new Replay(tried, at);
		List<Change> changes = new ArrayList<>();
		long[] counts = new long[4];
		store.addresses().forEachHistory(history -> {
			if (progress.cancelled()) {
				throw new CancellationException();
			}
			progress.done(0, ++counts[0]);
			before.add(history);
			after.add(history);
			State from = present.judge(history, at).standing().state();
			Standing to = policy.judge(history, at).standing();
			if (isOut(from) == isOut(to.state()) && (from == State.BLOCKED) == (to.state() == State.BLOCKED)) {
				return;
			}
			counts[to.state() == State.BLOCKED ? 1 : to.state() == State.HOLD ? 2 : 3]++;
			if (changes.size() < NAMED) {
				changes.add(new Change(history.address(), from, to));
			}
		});
		return new PolicyTrial(counts[0], counts[1], counts[2], counts[3], List.copyOf(changes), before.result(),
				after.result());
	}

	/** Mailings leave such an address out. */
	private static boolean isOut(State state) {
		return state == State.BLOCKED || state == State.HOLD;
	}
}
