package rebound.source.logs.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.RecipientStatus;
import rebound.source.BrokenRecord;
import rebound.source.EventHandler;
import rebound.source.EventSource;

/** What sources make of files. */
final class Samples implements EventHandler {

	static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T07:00:00Z"), ZoneOffset.ofHours(1));

	static final List<EventSource> ALL = List.of(new AmazonSes(), new SendGrid(), new Mailgun(), new Postmark(),
			new SparkPost(), new Brevo(), new Mailchimp(), new PowerMta(), new Exchange(), new PostfixLog(CLOCK),
			new EximLog(CLOCK));

	final List<DeliveryReport> reports = new ArrayList<>();
	final List<String> records = new ArrayList<>();
	/** A line for each recipient: line, action, address, status or code, and what is said. */
	final List<String> told = new ArrayList<>();
	final List<String> broken = new ArrayList<>();

	static byte[] bytes(String sample) throws IOException {
		try (InputStream in = Samples.class.getResourceAsStream(sample)) {
			return Objects.requireNonNull(in, sample).readAllBytes();
		}
	}

	/** @return the ids of the sources that take the file for theirs */
	static List<String> takers(byte[] file) {
		return ALL.stream().filter(source -> source.recognises(file)).map(EventSource::id).toList();
	}

	/** Reads a sample through the one source that recognises it. */
	static Samples read(String sample) throws IOException {
		return read(bytes(sample));
	}

	static Samples read(byte[] file) throws IOException {
		EventSource source = ALL.stream().filter(one -> one.recognises(file)).findFirst().orElseThrow();
		Samples samples = new Samples();
		source.read(new ByteArrayInputStream(file), samples);
		return samples;
	}

	@Override
	public void event(long line, byte[] record, DeliveryReport report) {
		reports.add(report);
		records.add(new String(record, StandardCharsets.UTF_8));
		for (RecipientStatus one : report.recipients()) {
			String action = report.form() == Form.FEEDBACK_REPORT ? "complaint" : one.action().id();
			String code = one.status() != null ? one.status().toString() : Integer.toString(one.replyCode());
			told.add(line + " " + action + " " + one.recipient() + " " + code + " " + one.diagnostic());
		}
	}

	@Override
	public void broken(long line, BrokenRecord.Code code) {
		broken.add(line + " " + code);
	}
}
