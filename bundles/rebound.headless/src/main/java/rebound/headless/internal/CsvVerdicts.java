package rebound.headless.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.pipeline.ReadMail;
import rebound.pipeline.Unreadable;

/** Verdicts as CSV: a row for each recipient, one for a message without. The columns are fixed. */
final class CsvVerdicts implements MailFormat {

	private static final List<String> COLUMNS = List.of("file", "message_kind", "recipient", "original_recipient",
			"kind", "bounce_type", "reason_code", "fault", "track", "enhanced_status", "smtp_code", "diagnostic_text",
			"remote_mta", "rule_id", "strength", "confidence", "message_id", "subject", "problems");

	@Override
	public byte[] head() {
		CsvLine line = new CsvLine();
		COLUMNS.forEach(line::add);
		return bytes(line.toString());
	}

	@Override
	public byte[] mail(ReadMail mail) {
		List<RecipientStatus> recipients = mail.judged().report().recipients();
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < recipients.size(); i++) {
			lines.append(line(mail, recipients.get(i), mail.judged().verdicts().get(i)));
		}
		return bytes(lines.isEmpty() ? line(mail, null, null) : lines.toString());
	}

	@Override
	public byte[] unreadable(Unreadable failure) {
		CsvLine line = new CsvLine().add(failure.name()).add(Kind.OTHER.id());
		for (int i = 2; i < COLUMNS.size() - 1; i++) {
			line.add(null);
		}
		return bytes(line.add(JsonLines.id(Problem.Code.UNREADABLE)).toString());
	}

	private static String line(ReadMail mail, RecipientStatus status, Verdict verdict) {
		CsvLine line = new CsvLine().add(mail.raw().name()).add(mail.judged().kind().id());
		if (status == null) {
			for (int i = 0; i < 14; i++) {
				line.add(null);
			}
		} else {
			line.add(status.recipient()).add(status.originalRecipient()).add(verdict.kind().id())
					.add(verdict.type().id()).add(verdict.reason() == null ? null : verdict.reason().id())
					.add(verdict.fault() == null ? null : verdict.fault().id()).add(verdict.track().id())
					.add(status.status()).add(status.replyCode() == 0 ? null : status.replyCode())
					.add(status.diagnostic()).add(status.remoteMta()).add(verdict.rule())
					.add(verdict.strength() == null ? null : verdict.strength().id()).add(verdict.confidence());
		}
		Original original = mail.judged().report().original();
		return line.add(original == null ? null : original.messageId())
				.add(original == null ? null : original.subject())
				.add(mail.judged().problems().stream().map(problem -> JsonLines.id(problem.code()))
						.collect(Collectors.joining(" ")))
				.toString();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
