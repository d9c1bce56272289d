package rebound.headless.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import rebound.headless.Console;
import rebound.pipeline.Progress;
import rebound.policy.PolicySettings;
import rebound.policy.Replay;
import rebound.policy.Replay.Hit;
import rebound.store.BounceStore;

/** Prints whom one or two policies would have blocked, over the whole history. */
final class ReplaySheet {

	private final Console console;
	private final List<Replay> replays = new ArrayList<>();
	private final Listing listing;
	private final Sentences sentences;

	ReplaySheet(Console console, List<PolicySettings> policies, Listing.Option format) {
		this.console = console;
		this.sentences = new Sentences(console.messages());
		Instant now = Instant.now();
		policies.forEach(settings -> replays.add(new Replay(settings, now)));
		List<Listing.Column> columns = new ArrayList<>(List.of(Listing.text("email", 36)));
		columns.addAll(List.of(Listing.text("blocked_utc", 16), Listing.text("alive_utc", 16),
				Listing.number("saved", 7)));
		if (policies.size() > 1) {
			columns.addAll(List.of(Listing.text("other_blocked_utc", 16), Listing.text("other_alive_utc", 16),
					Listing.number("other_saved", 7)));
		}
		columns.add(Listing.text("why", 0));
		listing = format.begin(console, columns);
	}

	void print(BounceStore store, Progress progress) {
		long[] done = { 0 };
		store.addresses().forEachHistory(history -> {
			if (progress.cancelled()) {
				throw new CancellationException();
			}
			progress.done(0, ++done[0]);
			List<Optional<Hit>> hits = replays.stream().map(replay -> replay.add(history)).toList();
			if (hits.stream().anyMatch(Optional::isPresent)) {
				row(history.address().value(), hits);
			}
		});
		listing.end("replay.nobody");
		for (Replay replay : replays) {
			Replay.Result result = replay.result();
			console.say("replay.sum", result.policyVersion(), result.addresses(), result.blocked(), result.wrong(),
					result.saved());
		}
	}

	private void row(String address, List<Optional<Hit>> hits) {
		List<Object> cells = new ArrayList<>();
		cells.add(address);
		String why = null;
		for (Optional<Hit> hit : hits) {
			cells.add(hit.map(Hit::at).orElse(null));
			cells.add(hit.map(Hit::alive).orElse(null));
			cells.add(hit.map(Hit::saved).orElse(null));
			why = why == null ? hit.map(Hit::grounds).map(sentences::why).orElse(null) : why;
		}
		cells.add(why);
		listing.row(cells.toArray());
	}
}
