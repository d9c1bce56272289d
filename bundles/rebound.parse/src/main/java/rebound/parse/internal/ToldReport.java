package rebound.parse.internal;

import java.util.List;

import rebound.model.DeliveryReport;
import rebound.model.RecipientStatus;
import rebound.parse.internal.layout.DiagnosticScanner;
import rebound.parse.internal.layout.Reply;

/** Reads out of the texts that a log or a sending service tells what a mail's report would say in fields. */
public final class ToldReport {

	private static final int LONGEST = 8192;

	private ToldReport() {
	}

	/** @return the report with each recipient completed as if a mail had reported it */
	public static DeliveryReport complete(DeliveryReport told, int maxRecipients) {
		List<RecipientStatus> recipients = told.recipients().stream().limit(maxRecipients).map(ToldReport::complete)
				.toList();
		return new DeliveryReport(told.form(), told.layout(), told.messageId(), told.from(), told.subject(),
				told.date(), told.reportingMta(), told.returnPath(), told.notice(), recipients, told.original(),
				told.autoReply(), told.problems());
	}

	private static RecipientStatus complete(RecipientStatus told) {
		String text = text(told.diagnostic());
		Reply reply = DiagnosticScanner.scan(text);
		String host = DeliveryStatusReader.host(told.remoteMta());
		return new RecipientStatus(address(told.recipient()), address(told.originalRecipient()), told.action(),
				reply.status() == null ? told.status() : reply.status(),
				told.replyCode() == 0 ? reply.code() : told.replyCode(), text,
				told.command() == null ? reply.command() : told.command(), host == null ? reply.remoteMta() : host);
	}

	private static String text(String value) {
		if (value == null) {
			return null;
		}
		String text = DeliveryStatusReader.text(Text.squeeze(value.substring(0, Math.min(value.length(), LONGEST))));
		return text.isEmpty() ? null : text;
	}

	private static String address(String value) {
		return value == null ? null : Addresses.bare(value);
	}
}
