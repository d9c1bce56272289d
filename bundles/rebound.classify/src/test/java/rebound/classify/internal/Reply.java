package rebound.classify.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import rebound.model.Action;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.EnhancedStatus;
import rebound.model.Original;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;

/** A line of replies.tsv: what a server answers and what it means. */
record Reply(String reason, String type, RecipientStatus status) {

	static Stream<Reply> all() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(Reply.class.getResourceAsStream("replies.tsv")), StandardCharsets.UTF_8))) {
			return reader.lines().filter(line -> !line.startsWith("#")).map(Reply::parse).toList().stream();
		}
	}

	private static Reply parse(String line) {
		String[] f = line.split("\t");
		EnhancedStatus status = f[3].equals("-") ? null : EnhancedStatus.of(f[3]).orElseThrow();
		int code = f[2].equals("-") ? 0 : Integer.parseInt(f[2]);
		SmtpCommand command = f[4].equals("-") ? null : SmtpCommand.valueOf(f[4].toUpperCase(Locale.ROOT));
		return new Reply(f[0], f[1], new RecipientStatus("anna@example.com", null, Action.FAILED, status, code, f[5],
				command, null));
	}

	static RecipientStatus status(String text) {
		return new RecipientStatus("anna@example.com", null, Action.FAILED, null, 0, text, null, null);
	}

	static DeliveryReport report(RecipientStatus... recipients) {
		return report(Form.DELIVERY_STATUS, null, recipients);
	}

	static DeliveryReport report(Form form, String notice, RecipientStatus... recipients) {
		return new DeliveryReport(form, "rfc3464", null, null, null, null, null, null, notice, List.of(recipients),
				Original.NONE, null, List.of());
	}

	@Override
	public String toString() {
		return status.diagnostic();
	}
}
