package rebound.classify.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import rebound.model.DeliveryReport;
import rebound.model.EnhancedStatus;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;

/**
 * What must hold beside a text for a rule to speak. Empty parts ask nothing.
 *
 * @param codes    reply codes, {@code x} for any digit, for example {@code "55x"}
 * @param statuses enhanced status codes, {@code x} for any class and {@code *} for any detail: {@code "x.7.*"}
 * @param commands SMTP commands that were answered
 * @param hosts    words in the name of the answering or reporting server, or the layout's id
 */
record Condition(List<String> codes, List<String> statuses, Set<SmtpCommand> commands, List<String> hosts) {

	static final Condition NONE = new Condition(List.of(), List.of(), Set.of(), List.of());

	/** Adds one setting of a rule's head, for example {@code code=550,55x}. */
	Condition with(String name, List<String> values) {
		return switch (name) {
			case "code" -> new Condition(values, statuses, commands, hosts);
			case "status" -> new Condition(codes, values, commands, hosts);
			case "command" -> {
				Set<SmtpCommand> wanted = EnumSet.noneOf(SmtpCommand.class);
				values.forEach(v -> wanted.add(SmtpCommand.valueOf(v.toUpperCase(Locale.ROOT))));
				yield new Condition(codes, statuses, wanted, hosts);
			}
			case "host" -> new Condition(codes, statuses, commands, values);
			default -> throw new IllegalArgumentException(name);
		};
	}

	boolean holds(RecipientStatus status, DeliveryReport report) {
		return (codes.isEmpty() || codes.stream().anyMatch(c -> matches(c, status.replyCode())))
				&& (statuses.isEmpty() || statuses.stream().anyMatch(s -> matches(s, status.status())))
				&& (commands.isEmpty() || status.command() != null && commands.contains(status.command()))
				&& (hosts.isEmpty() || hosts.stream().anyMatch(h -> names(h, status, report)));
	}

	/** @return whether any code is asked for, so that text and code agree where the rule speaks */
	boolean asksCode() {
		return !codes.isEmpty() || !statuses.isEmpty();
	}

	private static boolean matches(String pattern, int code) {
		String digits = Integer.toString(code);
		boolean same = digits.length() == pattern.length();
		for (int i = 0; same && i < digits.length(); i++) {
			same = pattern.charAt(i) == 'x' || pattern.charAt(i) == digits.charAt(i);
		}
		return same;
	}

	private static boolean matches(String pattern, EnhancedStatus status) {
		if (status == null) {
			return false;
		}
		List<String> parts = RuleFile.split(pattern, ".");
		return (parts.get(0).equals("x") || Integer.parseInt(parts.get(0)) == status.severity())
				&& Integer.parseInt(parts.get(1)) == status.subject()
				&& (parts.get(2).equals("*") || Integer.parseInt(parts.get(2)) == status.detail());
	}

	private static boolean names(String word, RecipientStatus status, DeliveryReport report) {
		return contains(status.remoteMta(), word) || contains(report.reportingMta(), word)
				|| word.equalsIgnoreCase(report.layout());
	}

	private static boolean contains(String host, String word) {
		return host != null && host.toLowerCase(Locale.ROOT).contains(word);
	}
}
