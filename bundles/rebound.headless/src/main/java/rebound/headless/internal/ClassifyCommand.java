package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.pipeline.MailReading;

/** Reads mails and prints a verdict for each, without a database. */
@Component(property = Command.NAME + "=classify")
@picocli.CommandLine.Command(name = "classify")
public final class ClassifyCommand implements Command {

	/** The forms a verdict is printed in. */
	enum Format {
		table, jsonl, csv
	}

	@Parameters(arity = "1..*", paramLabel = "PATH")
	private List<String> paths;

	@Option(names = "--format", defaultValue = "table", paramLabel = "table|jsonl|csv")
	private Format format;

	@Option(names = "--explain")
	private boolean explain;

	@Option(names = "--out", paramLabel = "FILE")
	private Path out;

	@Mixin
	private Console console;

	private final MailReading reading;

	@Activate
	public ClassifyCommand(@Reference MailReading reading) {
		this.reading = reading;
	}

	@Override
	public Integer call() throws IOException {
		MailFormat form = form();
		int[] unreadable = { 0 };
		try (OutputFile file = new OutputFile(out, console); Console.ShownProgress progress = console.progress()) {
			file.write(form.head());
			reading.read(paths, mail -> new Printed(form.mail(mail), null), failure -> new Printed(
					form.unreadable(failure),
					failure.name() + ": " + Failures.sentence(failure.cause(), console.messages())), printed -> {
						file.write(printed.bytes());
						if (printed.unreadable() != null) {
							unreadable[0]++;
							console.say("classify.unreadable", printed.unreadable());
						}
					}, progress);
			file.commit();
		}
		return Summaries.exitCode(unreadable[0]);
	}

	private MailFormat form() {
		if (explain) {
			return new ExplainedVerdicts(reading, console.messages());
		}
		return switch (format) {
			case jsonl -> new JsonLines();
			case csv -> new CsvVerdicts();
			case table -> new TableVerdicts(console.messages(), out == null ? Terminal.columns() : 200);
		};
	}

	/** @param unreadable what to tell of something that can't be read, or {@code null} */
	private record Printed(byte[] bytes, String unreadable) {
	}
}
