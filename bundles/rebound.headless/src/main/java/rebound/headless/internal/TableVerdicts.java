package rebound.headless.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

import rebound.headless.Messages;
import rebound.model.BounceType;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.pipeline.ReadMail;
import rebound.pipeline.Unreadable;
import rebound.report.Labels;

/** Verdicts as a table for people: a line for each recipient, one for a message without. */
final class TableVerdicts implements MailFormat {

	private static final int KIND = 10;
	private static final int REASON = 30;
	private static final int CODE = 6;

	private final Messages messages;
	private final Labels labels;
	private final int file;
	private final int recipient;
	private final int text;

	/** @param columns width of the terminal */
	TableVerdicts(Messages messages, int columns) {
		this.messages = messages;
		this.labels = Labels.of(messages.locale());
		int free = Math.max(40, columns - KIND - REASON - CODE - 10);
		this.file = free * 3 / 10;
		this.recipient = free * 4 / 10;
		this.text = free - file - recipient;
	}

	@Override
	public byte[] head() {
		return bytes(new TableLine().left(messages.text("table.file"), file)
				.left(messages.text("table.recipient"), recipient).left(messages.text("table.type"), KIND)
				.left(messages.text("table.reason"), REASON).left(messages.text("table.code"), CODE)
				.rest(messages.text("table.text"), text));
	}

	@Override
	public byte[] mail(ReadMail mail) {
		List<RecipientStatus> recipients = mail.judged().report().recipients();
		if (recipients.isEmpty()) {
			String why = mail.judged().problems().isEmpty()
					? mail.judged().report().subject()
					: messages.text("problem." + mail.judged().problems().getFirst().code());
			return bytes(new TableLine().left(mail.raw().name(), file).left(null, recipient)
					.left(messages.text("kind." + mail.judged().kind()), KIND).left("", REASON).left("", CODE)
					.rest(why == null ? "" : why, text));
		}
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < recipients.size(); i++) {
			lines.append(i == 0 ? "" : System.lineSeparator());
			lines.append(line(mail.raw().name(), recipients.get(i), mail.judged().verdicts().get(i)));
		}
		return bytes(lines);
	}

	@Override
	public byte[] unreadable(Unreadable failure) {
		return bytes(new TableLine().left(failure.name(), file).left(null, recipient)
				.left(messages.text("table.unreadable"), KIND).left("", REASON).left("", CODE)
				.rest(Failures.sentence(failure.cause(), messages), text));
	}

	private TableLine line(String name, RecipientStatus status, Verdict verdict) {
		String code = status.status() != null
				? status.status().toString()
				: status.replyCode() == 0 ? null : Integer.toString(status.replyCode());
		String kind = verdict.type() == BounceType.NONE
				? messages.text("kind." + verdict.kind())
				: messages.text("type." + verdict.type());
		return new TableLine().left(name, file).left(status.recipient(), recipient).left(kind, KIND)
				.left(verdict.reason() == null ? "" : labels.reason(verdict.reason()), REASON).left(code, CODE)
				.rest(status.diagnostic() == null ? "" : status.diagnostic(), text);
	}

	private static byte[] bytes(CharSequence line) {
		return bytes(line.toString());
	}

	private static byte[] bytes(TableLine line) {
		return bytes(line.toString());
	}

	private static byte[] bytes(String line) {
		return (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
	}
}
