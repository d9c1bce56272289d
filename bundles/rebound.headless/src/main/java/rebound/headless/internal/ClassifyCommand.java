package rebound.headless.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.ExitCode;
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
		try (OutputFile file = OutputFile.open(out, console); Console.ShownProgress progress = console.progress()) {
			try {
				OutputStream stream = new BufferedOutputStream(file.stream(), 1 << 18);
				stream.write(form.head());
				reading.read(paths, mail -> new Printed(form.mail(mail), null), failure -> {
					return new Printed(form.unreadable(failure), failure.name() + ": "
							+ Failures.sentence(failure.cause(), console.messages()));
				}, printed -> {
					write(stream, printed.bytes());
					if (printed.unreadable() != null) {
						unreadable[0]++;
						console.say("classify.unreadable", printed.unreadable());
					}
				}, progress);
				stream.flush();
				file.commit();
			} catch (UncheckedIOException unwritten) {
				throw new CommandFailure(ExitCode.NO_OUTPUT, out == null
						? null
						: console.messages().text("failure.output", out,
								Failures.sentence(unwritten.getCause(), console.messages())),
						unwritten);
			}
		}
		return unreadable[0] == 0 ? ExitCode.OK : ExitCode.INCOMPLETE;
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

	private static void write(OutputStream stream, byte[] bytes) {
		try {
			stream.write(bytes);
		} catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** @param unreadable what to tell of something that can't be read, or {@code null} */
	private record Printed(byte[] bytes, String unreadable) {
	}
}
