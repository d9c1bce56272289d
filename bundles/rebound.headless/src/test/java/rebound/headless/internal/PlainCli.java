package rebound.headless.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import rebound.classify.RuleChainClassifier;
import rebound.headless.Command;
import rebound.headless.Messages;
import rebound.parse.ReportParser;
import rebound.pipeline.MailReading;
import rebound.source.MailSource;

/** The command line put together without OSGi. */
final class PlainCli {

	private PlainCli() {
	}

	/** For development: the same as the product, only the JVM's class path instead of Equinox. */
	public static void main(String... args) {
		Cli cli = make(new FileOutputStream(FileDescriptor.out), System.err, () -> false);
		System.exit(cli.run(args));
	}

	static Cli make(OutputStream out, PrintStream err, BooleanSupplier cancelled) {
		Supplier<MailReading> reading = () -> new MailReading(List.of(source()), new ReportParser(),
				RuleChainClassifier.stock());
		Map<String, Supplier<Command>> commands = new TreeMap<>();
		commands.put("classify", () -> new ClassifyCommand(reading.get()));
		return new Cli(commands, out, err, new Messages(Locale.ENGLISH), cancelled);
	}

	/** The stock source is not exported; in a test all stands on one class path. */
	private static MailSource source() {
		return new rebound.source.internal.FileMailSource();
	}
}
