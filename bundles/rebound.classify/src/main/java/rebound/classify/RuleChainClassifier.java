package rebound.classify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import rebound.classify.Explanation.Outcome;
import rebound.classify.Explanation.Step;
import rebound.classify.internal.Case;
import rebound.classify.internal.RuleTexts;
import rebound.classify.internal.RuleWatch;
import rebound.classify.internal.StockRule;
import rebound.classify.internal.StockRules;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Problem;
import rebound.model.RecipientStatus;
import rebound.model.Track;
import rebound.model.Verdict;

/**
 * Asks the stock rules and those registered by others, in ascending order; the first verdict wins. A rule of somebody
 * else that fails, or does not answer within some seconds, is left out and named as a {@link Problem}.
 */
@Component
public final class RuleChainClassifier implements Classifier {

	/** How long somebody else's rule may take for one recipient; ours take microseconds. */
	private static final Duration LONGEST = Duration.ofSeconds(5);

	private final StockRules stock = new StockRules();
	private final RuleWatch watch = new RuleWatch(LONGEST);
	private final UserRules own;
	private final RuleTexts texts;
	private final List<ClassificationRule> chain;

	/**
	 * @param rules the rules to ask besides the stock rules
	 * @param own   the user's
	 */
	@Activate
	public RuleChainClassifier(
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ClassificationRule> rules,
			@Reference UserRules own) {
		this.own = own;
		this.texts = new RuleTexts(rules, watch);
		List<ClassificationRule> all = new ArrayList<>(stock.chain());
		all.addAll(rules);
		all.add(own);
		// The id makes the order of equals the same on every start.
		all.sort(Comparator.comparingInt(ClassificationRule::order).thenComparing(ClassificationRule::id));
		chain = List.copyOf(all);
	}

	/** @param rules the rules to ask besides the stock rules */
	public RuleChainClassifier(List<ClassificationRule> rules) {
		this(rules, new UserRules());
	}

	/** @return a classifier with the stock rules only, for use without OSGi */
	public static RuleChainClassifier stock() {
		return new RuleChainClassifier(List.of());
	}

	@Override
	public JudgedMail classify(DeliveryReport report) {
		List<Problem> problems = new ArrayList<>(report.problems());
		List<Verdict> verdicts = new ArrayList<>(report.recipients().size());
		for (RecipientStatus status : report.recipients()) {
			verdicts.add(judge(status, report, problems));
		}
		return new JudgedMail(kind(report.form(), verdicts), report, verdicts, problems);
	}

	@Override
	public List<Explanation> explain(DeliveryReport report) {
		return report.recipients().stream().map(status -> explain(status, report)).toList();
	}

	@Override
	public Optional<String> reasonText(Verdict verdict, Locale locale) {
		return texts.of(verdict.rule(), locale);
	}

	private Verdict judge(RecipientStatus status, DeliveryReport report, List<Problem> problems) {
		Case open = stock.open(status, report);
		for (ClassificationRule rule : chain) {
			Verdict verdict;
			if (rule instanceof StockRule ours) {
				verdict = ours.judge(open);
			} else {
				verdict = ask(rule, status, report, problems);
			}
			if (verdict != null) {
				return status.isForwarded() ? againstNobody(verdict) : verdict;
			}
		}
		throw new IllegalStateException("The last stock rule is never silent");
	}

	/** The address that failed is not the one that was written to, so nothing counts. */
	private static Verdict againstNobody(Verdict verdict) {
		return new Verdict(verdict.kind(), verdict.type(), verdict.reason(), verdict.fault(), Track.NONE,
				verdict.rule(), verdict.evidence(), verdict.strength(), verdict.confidence());
	}

	private Explanation explain(RecipientStatus status, DeliveryReport report) {
		Case open = stock.open(status, report);
		List<Step> steps = new ArrayList<>();
		boolean decided = false;
		for (ClassificationRule rule : chain) {
			List<Problem> problems = new ArrayList<>();
			List<Verdict> candidates;
			if (rule instanceof StockRule ours) {
				candidates = ours.candidates(open);
			} else {
				Verdict verdict = ask(rule, status, report, problems);
				candidates = verdict == null ? List.of() : List.of(verdict);
			}
			if (candidates.isEmpty()) {
				steps.add(new Step(rule.id(), rule.order(), null,
						problems.isEmpty() ? Outcome.SILENT : Outcome.FAILED));
			}
			for (int i = 0; i < candidates.size(); i++) {
				Outcome outcome = decided ? Outcome.LATER : i == 0 ? Outcome.WON : Outcome.LESS_SPECIFIC;
				steps.add(new Step(rule.id(), rule.order(), candidates.get(i), outcome));
			}
			decided |= !candidates.isEmpty();
		}
		return new Explanation(status, steps);
	}

	private Verdict ask(ClassificationRule rule, RecipientStatus status, DeliveryReport report,
			List<Problem> problems) {
		return rule == own
				? own.judge(status, report).orElse(null)
				: watch.ask(rule, status, report,
						() -> problems.add(new Problem(Problem.Code.RULE_FAILED, rule.id())));
	}

	private static Kind kind(Form form, List<Verdict> verdicts) {
		Kind whole = switch (form) {
			case FEEDBACK_REPORT -> Kind.COMPLAINT;
			case AUTO_REPLY -> Kind.AUTO_REPLY;
			case OTHER -> Kind.OTHER;
			// A report of failure that names nobody is still one.
			case DELIVERY_STATUS, PLAIN_BOUNCE -> verdicts.isEmpty() ? Kind.BOUNCE : verdicts.getFirst().kind();
		};
		for (Kind stronger : List.of(Kind.BOUNCE, Kind.DELAY)) {
			for (Verdict verdict : verdicts) {
				if (verdict.kind() == stronger) {
					return stronger;
				}
			}
		}
		return whole;
	}
}
