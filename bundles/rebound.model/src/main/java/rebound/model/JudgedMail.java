package rebound.model;

import java.util.List;

/**
 * One mail, read and judged.
 *
 * @param kind     of the message as a whole: a bounce if any recipient's is one, else the first recipient's kind
 * @param report   what was read
 * @param verdicts one for each of the report's recipients, in their order
 * @param problems the report's and those met while judging
 */
public record JudgedMail(Kind kind, DeliveryReport report, List<Verdict> verdicts, List<Problem> problems) {

	public JudgedMail {
		verdicts = List.copyOf(verdicts);
		problems = List.copyOf(problems);
	}
}
