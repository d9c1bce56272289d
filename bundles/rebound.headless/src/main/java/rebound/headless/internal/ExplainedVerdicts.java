package rebound.headless.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

import rebound.classify.Explanation;
import rebound.classify.Explanation.Outcome;
import rebound.classify.Explanation.Step;
import rebound.headless.Messages;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.pipeline.MailReading;
import rebound.pipeline.ReadMail;
import rebound.pipeline.Unreadable;

/** The way to each verdict for people: what was read, what each rule said, and why the runner-up lost. */
final class ExplainedVerdicts implements MailFormat {

	private final MailReading reading;
	private final Messages messages;
	private final TableVerdicts table;

	ExplainedVerdicts(MailReading reading, Messages messages) {
		this.reading = reading;
		this.messages = messages;
		this.table = new TableVerdicts(messages, 200);
	}

	@Override
	public byte[] mail(ReadMail mail) {
		StringBuilder text = new StringBuilder();
		line(text, "explain.mail", mail.raw().name(), messages.text("kind." + mail.judged().kind()),
				mail.judged().report().layout());
		List<Explanation> explanations = reading.explain(mail);
		if (explanations.isEmpty()) {
			mail.judged().problems().forEach(problem -> line(text, "explain.problem",
					messages.text("problem." + problem.code())));
		}
		explanations.forEach(explanation -> explain(text, explanation));
		return text.append(System.lineSeparator()).toString().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public byte[] unreadable(Unreadable failure) {
		return table.unreadable(failure);
	}

	private void explain(StringBuilder text, Explanation explanation) {
		RecipientStatus status = explanation.status();
		line(text, "explain.recipient", status.recipient());
		line(text, "explain.read", status.action() == null ? "-" : status.action().id(), status.status(),
				status.replyCode() == 0 ? "-" : Integer.toString(status.replyCode()), status.command(),
				status.diagnostic());
		for (Step step : explanation.steps()) {
			if (step.outcome() != Outcome.SILENT) {
				step(text, step);
			}
		}
	}

	private void step(StringBuilder text, Step step) {
		Verdict verdict = step.verdict();
		String outcome = messages.text("outcome." + step.outcome());
		if (verdict == null) {
			line(text, "explain.failed", step.ruleId(), outcome);
			return;
		}
		line(text, "explain.step", step.outcome() == Outcome.WON ? "*" : " ", verdict.rule(),
				messages.text("type." + verdict.type()), verdict.reason() == null ? "-" : verdict.reason().id(),
				verdict.strength() == null ? "-" : verdict.strength().id(), verdict.confidence(),
				verdict.evidence() == null ? "-" : verdict.evidence().text(), outcome);
		reading.reasonText(verdict, messages.locale()).ifPresent(said -> line(text, "explain.text", said));
	}

	private void line(StringBuilder text, String key, Object... values) {
		for (int i = 0; i < values.length; i++) {
			values[i] = values[i] instanceof String string ? TableLine.shortened(string, 400) : values[i];
		}
		text.append(messages.text(key, values)).append(System.lineSeparator());
	}
}
