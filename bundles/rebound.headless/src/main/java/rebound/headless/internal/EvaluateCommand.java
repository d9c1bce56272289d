package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.pipeline.MailReading;
import rebound.pipeline.ReadMail;

/** Measures verdicts on labelled mails. */
@Component(property = Command.NAME + "=evaluate")
@picocli.CommandLine.Command(name = "evaluate")
public final class EvaluateCommand implements Command {

	@Parameters(paramLabel = "PATH")
	private String path;

	@Option(names = "--labels", required = true, paramLabel = "FILE")
	private Path labels;

	@Option(names = "--errors", paramLabel = "N")
	private int errors;

	@Mixin
	private Console console;

	private final MailReading reading;

	@Activate
	public EvaluateCommand(@Reference MailReading reading) {
		this.reading = reading;
	}

	@Override
	public Integer call() throws IOException {
		List<Label> wanted = Label.read(labels);
		Map<String, Score.Said> said = new HashMap<>();
		try (Console.ShownProgress progress = console.progress()) {
			reading.read(List.of(path), mail -> Map.entry(mail.raw().name(), said(mail)),
					failure -> Map.entry(failure.name(), Score.Said.NOTHING),
					entry -> said.put(entry.getKey(), entry.getValue()), progress);
		}
		Score score = new Score();
		wanted.forEach(label -> score.add(label, said.get(label.file())));
		if (console.json()) {
			json(score);
		} else {
			print(score);
		}
		return ExitCode.OK;
	}

	private static Score.Said said(ReadMail mail) {
		Map<String, Map<String, String>> failures = new LinkedHashMap<>();
		List<RecipientStatus> recipients = mail.judged().report().recipients();
		for (int i = 0; i < recipients.size(); i++) {
			RecipientStatus status = recipients.get(i);
			Verdict verdict = mail.judged().verdicts().get(i);
			if (Label.isFailure(verdict.kind().id()) && status.recipient() != null) {
				Map<String, String> fields = new HashMap<>();
				fields.put("kind", verdict.kind().id());
				fields.put("type", verdict.type().id());
				fields.put("reason", verdict.reason() == null ? null : verdict.reason().id());
				fields.put("status", String.valueOf(status.status()));
				fields.put("replyCode", String.valueOf(status.replyCode()));
				failures.put(status.recipient().toLowerCase(Locale.ROOT), fields);
			}
		}
		return new Score.Said(mail.judged().kind().id(), failures);
	}

	private void print(Score score) {
		percent("evaluate.read", score.read, score.mails);
		percent("evaluate.found", score.found, score.bounces);
		percent("evaluate.recall", score.recipientsFound, score.recipients);
		percent("evaluate.precision", score.recipientsFound, score.reported);
		percent("evaluate.exact", score.exact, score.bounces);
		score.right.forEach((field, counts) -> percent("evaluate." + field, counts[0], counts[0] + counts[1]));
		percent("evaluate.others", score.otherKindsRight, score.otherKinds);
		console.print(console.messages().text("evaluate.falseBounces", score.falseBounces, score.negatives));
		score.confusion.forEach((field, wanted) -> {
			console.print("");
			console.print(console.messages().text("evaluate.confusion." + field));
			wanted.forEach((want, got) -> got.forEach(
					(said, count) -> console.print(console.messages().text("evaluate.cell", want, said, count))));
		});
		score.errors.stream().limit(errors).forEach(console::print);
	}

	private void percent(String key, long part, long whole) {
		console.print(console.messages().text("evaluate.percent", console.messages().text(key),
				whole == 0 ? 100.0 : 100.0 * part / whole, part, whole));
	}

	private void json(Score score) throws IOException {
		JsonWriter json = new JsonWriter();
		json.beginObject().field("mails", score.mails).field("read", score.read).field("bounces", score.bounces)
				.field("found", score.found).field("recipients", score.recipients)
				.field("recipientsFound", score.recipientsFound).field("recipientsReported", score.reported)
				.field("exact", score.exact).field("otherKinds", score.otherKinds)
				.field("otherKindsRight", score.otherKindsRight).field("negatives", score.negatives)
				.field("falseBounces", score.falseBounces);
		score.right.forEach((field, counts) -> json.beginObject(field).field("right", counts[0])
				.field("wrong", counts[1]).endObject());
		json.beginObject("confusion");
		score.confusion.forEach((field, wanted) -> {
			json.beginObject(field);
			wanted.forEach((want, got) -> {
				json.beginObject(want);
				got.forEach(json::field);
				json.endObject();
			});
			json.endObject();
		});
		json.endObject();
		console.out().write(json.endObject().endLine().take());
	}
}
