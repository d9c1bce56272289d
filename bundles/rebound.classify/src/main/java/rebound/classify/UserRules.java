package rebound.classify;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Kind;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;

/** The user's own rules, asked before all others, the latest first. May be used and changed by several threads. */
@Component(service = UserRules.class)
public final class UserRules implements ClassificationRule {

	private static final int ORDER = 50;

	private volatile List<UserRule> rules = List.of();

	/** @return the rules, the latest first */
	public List<UserRule> rules() {
		return rules;
	}

	/** @param wanted all rules from now on, the latest first */
	public void replace(List<UserRule> wanted) {
		rules = List.copyOf(wanted);
	}

	@Override
	public String id() {
		return "own";
	}

	@Override
	public int order() {
		return ORDER;
	}

	@Override
	public Optional<Verdict> judge(RecipientStatus status, DeliveryReport report) {
		List<UserRule> asked = rules;
		return asked.isEmpty() ? Optional.empty() : judge(asked, status, kind(status, report.form()));
	}

	private static Optional<Verdict> judge(List<UserRule> asked, RecipientStatus status, Kind kind) {
		for (UserRule rule : asked) {
			Optional<Verdict> verdict = rule.judge(status, kind);
			if (verdict.isPresent()) {
				return verdict;
			}
		}
		return Optional.empty();
	}

	private static Kind kind(RecipientStatus status, Form form) {
		if (form != Form.DELIVERY_STATUS && form != Form.PLAIN_BOUNCE) {
			return Kind.OTHER;
		}
		if (status.action() == null) {
			EnhancedStatus code = status.status();
			return code != null && code.severity() == 2 ? Kind.DELIVERED : Kind.BOUNCE;
		}
		return switch (status.action()) {
			case FAILED -> Kind.BOUNCE;
			case DELAYED -> Kind.DELAY;
			case DELIVERED, RELAYED, EXPANDED -> Kind.DELIVERED;
		};
	}
}
