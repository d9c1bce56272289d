package rebound.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import rebound.model.AddressHistory;
import rebound.model.AddressKey;
import rebound.model.AutoReply;
import rebound.model.Decision;
import rebound.model.Fault;
import rebound.model.Grounds;
import rebound.model.Judgement;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.Occurrence;
import rebound.model.Standing.State;

/**
 * What a policy would have done, had it been in force all the time and automatic. Give it the histories one after the
 * other; what was really decided plays no part.
 */
public final class Replay {

	private final BlockingPolicy policy;
	private final Instant now;
	private long addresses;
	private long blocked;
	private long wrong;
	private long saved;

	/** @param now until when histories are looked at */
	public Replay(PolicySettings settings, Instant now) {
		this.policy = new BlockingPolicy(settings.withAutomatic(true));
		this.now = now;
	}

	/**
	 * An address that would have been blocked.
	 *
	 * @param at      when
	 * @param grounds why
	 * @param alive   when it first proved to work after that, or {@code null}: it would have been blocked wrongly
	 * @param saved   number of bounces after that, mails that would not have been sent
	 */
	public record Hit(AddressKey address, Instant at, Grounds grounds, Instant alive, int saved) {
	}

	/**
	 * All of a replay.
	 *
	 * @param policyVersion name of the settings
	 * @param addresses     number of addresses looked at
	 * @param blocked       number of those that would have been blocked
	 * @param wrong         number of those that proved to work later
	 * @param saved         number of mails that would not have been sent in vain
	 */
	public record Result(String policyVersion, long addresses, long blocked, long wrong, long saved) {
	}

	/** @return what would have become of the address, or empty if it would not have been blocked */
	public Optional<Hit> add(AddressHistory history) {
		addresses++;
		AddressHistory undecided = new AddressHistory(history.address(), history.occurrences(), history.mailings(),
				history.lifeSigns(), List.of(), history.isProtected(), history.domainAnswers(),
				history.customerValue());
		Judgement judgement = policy.judge(undecided, now);
		if (judgement.standing().state() != State.BLOCKED) {
			return Optional.empty();
		}
		Instant at = judgement.standing().since();
		Instant alive = proofs(history).filter(proof -> proof.isAfter(at) && !proof.isAfter(now))
				.min(Comparator.naturalOrder()).orElse(null);
		int later = (int) history.occurrences().stream().filter(Replay::isFailure)
				.filter(failure -> failure.at().isAfter(at) && !failure.at().isAfter(now)).count();
		blocked++;
		wrong += alive != null ? 1 : 0;
		saved += later;
		return Optional.of(new Hit(history.address(), at, judgement.standing().grounds(), alive, later));
	}

	/** @return the numbers so far */
	public Result result() {
		return new Result(policy.version(), addresses, blocked, wrong, saved);
	}

	private static boolean isFailure(Occurrence occurrence) {
		return occurrence.kind() == Kind.BOUNCE && occurrence.fault() != Fault.SENDER
				&& occurrence.fault() != Fault.CONTENT;
	}

	/** Times at which the address worked; what the user said later is what the replay is to be free of. */
	private static Stream<Instant> proofs(AddressHistory history) {
		Stream<Instant> signs = history.lifeSigns().stream().filter(sign -> sign.kind() != LifeSign.Kind.USER)
				.map(LifeSign::at);
		Stream<Instant> answers = history.occurrences().stream()
				.filter(occurrence -> occurrence.kind() == Kind.DELIVERED || occurrence.kind() == Kind.AUTO_REPLY
						&& occurrence.autoReply() != AutoReply.SubKind.LEFT
						&& occurrence.autoReply() != AutoReply.SubKind.MOVED)
				.map(Occurrence::at);
		Stream<Instant> words = history.decisions().stream()
				.filter(decision -> decision.action() == Decision.Action.UNBLOCK).map(Decision::at);
		return Stream.of(signs, answers, words).flatMap(times -> times);
	}
}
