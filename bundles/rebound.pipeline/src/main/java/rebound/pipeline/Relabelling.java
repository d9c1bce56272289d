package rebound.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import rebound.classify.Classifier;
import rebound.classify.UserRule;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.source.RawMail;
import rebound.store.BounceStore;
import rebound.store.EventFilter;

/**
 * "This is wrong": a rule of the user's own says what replies of a kind mean, in the bounces that are stored and in
 * those to come. It can be looked at before, and taken back.
 */
@Component(service = Relabelling.class)
public final class Relabelling {

	private static final EventFilter FAILURES = EventFilter.ALL.withKinds(Set.of(Kind.BOUNCE, Kind.DELAY));
	/** Events that are changed in one transaction. */
	private static final int TOGETHER = 2_000;

	private final UserRuleFile rules;
	private final MailReading reading;
	private final Classifier classifier;
	private final Pipeline pipeline;

	@Activate
	public Relabelling(@Reference UserRuleFile rules, @Reference MailReading reading,
			@Reference Classifier classifier, @Reference Pipeline pipeline) {
		this.rules = rules;
		this.reading = reading;
		this.classifier = classifier;
		this.pipeline = pipeline;
	}

	/**
	 * What a rule does to the stored bounces.
	 *
	 * @param all     number of failures and delays that are stored
	 * @param matched number of those that the rule speaks of
	 * @param changed number of those whose verdict it changes
	 * @param toHard  number of those that become hard
	 * @param toSoft  number of those that become soft
	 * @param before  what the changed ones were taken for
	 */
	public record Effect(long all, long matched, long changed, long toHard, long toSoft, Map<Reason, Long> before) {
	}

	/** @return the user's rules in force, the latest first */
	public List<UserRule> rules() {
		return rules.read();
	}

	/** @return what a rule would do; nothing is changed */
	public Effect preview(BounceStore store, UserRule rule, Progress progress) {
		return walk(store, progress, new Count(rule), event -> {
		});
	}

	/**
	 * Puts a rule in force, gives the stored bounces their new verdicts, and judges the addresses by them. When it is
	 * cancelled some are left as they were; doing it again goes on.
	 */
	public Effect apply(BounceStore store, UserRule rule, Progress progress) throws IOException {
		rules.add(rule);
		Map<String, Verdict> verdicts = new HashMap<>();
		Count count = new Count(rule);
		Effect effect = walk(store, progress, count, event -> verdicts.put(event.id(), count.verdict));
		write(store, verdicts, progress);
		return effect;
	}

	/**
	 * Takes a rule back: what it decided is judged anew, by the mail where it is kept, else by what is stored of it.
	 *
	 * @return number of bounces it had decided; empty if there is no such rule
	 */
	public Optional<Integer> undo(BounceStore store, String ruleId, Progress progress) throws IOException {
		boolean isKnown = rules.remove(ruleId);
		List<String> decided = new ArrayList<>();
		store.events().forEach(FAILURES, event -> {
			stopIfWanted(progress);
			if (ruleId.equals(event.verdict().rule())) {
				decided.add(event.id());
			}
		});
		Map<String, Verdict> verdicts = new HashMap<>();
		for (String id : decided) {
			stopIfWanted(progress);
			store.events().find(id).ifPresent(event -> verdicts.put(id, anew(store, event)));
		}
		write(store, verdicts, progress);
		return isKnown || !decided.isEmpty() ? Optional.of(decided.size()) : Optional.empty();
	}

	private Effect walk(BounceStore store, Progress progress, Count count,
			java.util.function.Consumer<BounceEvent> hit) {
		long total = Math.max(1, store.events().count(FAILURES));
		store.events().forEach(FAILURES, event -> {
			stopIfWanted(progress);
			if (count.add(event)) {
				hit.accept(event);
			}
			progress.done((double) count.all / total, count.all);
		});
		return count.effect();
	}

	private void write(BounceStore store, Map<String, Verdict> verdicts, Progress progress) {
		Map<String, Verdict> some = new HashMap<>();
		for (Map.Entry<String, Verdict> each : verdicts.entrySet()) {
			some.put(each.getKey(), each.getValue());
			if (some.size() == TOGETHER) {
				stopIfWanted(progress);
				store.events().relabel(some);
				some.clear();
			}
		}
		store.events().relabel(some);
		pipeline.judge(store);
	}

	private static void stopIfWanted(Progress progress) {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
	}

	private Verdict anew(BounceStore store, BounceEvent event) {
		boolean isMail = event.mailHash() != null && !ReadMail.LOG.equals(event.source());
		Function<byte[], JudgedMail> judge = raw -> reading.judge(RawMail.of(event.id(), raw));
		return (isMail ? store.events().mail(event.mailHash()) : Optional.<rebound.store.StoredMail>empty())
				.map(mail -> judge.apply(mail.raw())).flatMap(judged -> verdict(judged, event.status()))
				.orElseGet(() -> classifier.classify(stored(event)).verdicts().getFirst());
	}

	private static Optional<Verdict> verdict(JudgedMail judged, RecipientStatus wanted) {
		List<RecipientStatus> recipients = judged.report().recipients();
		for (int i = 0; i < recipients.size(); i++) {
			RecipientStatus each = recipients.get(i);
			if (Objects.equals(each.recipient(), wanted.recipient())
					&& Objects.equals(each.originalRecipient(), wanted.originalRecipient())
					&& each.replyCode() == wanted.replyCode() && Objects.equals(each.status(), wanted.status())) {
				return Optional.of(judged.verdicts().get(i));
			}
		}
		return Optional.empty();
	}

	private static DeliveryReport stored(BounceEvent event) {
		return new DeliveryReport(Form.DELIVERY_STATUS, event.layout(), null, null, null, event.occurred(),
				event.reportingMta(), null, null, List.of(event.status()), Original.NONE, null, List.of());
	}

	/** Counts what a rule does. */
	private static final class Count {
		private final UserRule rule;
		private final Map<Reason, Long> before = new EnumMap<>(Reason.class);
		private Verdict verdict;
		private long all;
		private long matched;
		private long changed;
		private long toHard;
		private long toSoft;

		Count(UserRule rule) {
			this.rule = rule;
		}

		/** @return whether the rule changes the event's verdict, which then is {@link #verdict} */
		boolean add(BounceEvent event) {
			all++;
			Verdict known = event.verdict();
			Optional<Verdict> said = rule.judge(event.status(), known.kind());
			matched += said.isPresent() ? 1 : 0;
			if (said.isEmpty() || said.get().reason() == known.reason() && said.get().type() == known.type()
					&& said.get().rule().equals(known.rule())) {
				return false;
			}
			verdict = said.get();
			if (verdict.reason() == known.reason() && verdict.type() == known.type()) {
				// Decided by the rule from now on, so that it is taken back with it; but nobody sees a change.
				return true;
			}
			changed++;
			before.merge(known.reason(), 1L, Long::sum);
			toHard += verdict.type() == BounceType.HARD && known.type() != BounceType.HARD ? 1 : 0;
			toSoft += verdict.type() == BounceType.SOFT && known.type() != BounceType.SOFT ? 1 : 0;
			return true;
		}

		Effect effect() {
			return new Effect(all, matched, changed, toHard, toSoft, before);
		}
	}
}
