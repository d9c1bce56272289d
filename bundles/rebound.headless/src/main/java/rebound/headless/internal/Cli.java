package rebound.headless.internal;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import rebound.headless.Command;
import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.headless.Messages;

/** Understands a command line, runs the command and tells how it ended. Works without OSGi. */
public final class Cli {

	/** Name of the log that tells how commands ended. */
	static final String LOG = "rebound.run";

	private static final System.Logger LOGGER = System.getLogger(LOG);

	private final Map<String, Supplier<Command>> commands;
	private final OutputStream out;
	private final PrintStream err;
	private final Messages messages;
	private final BooleanSupplier cancelled;
	private final List<Console> consoles = new ArrayList<>();

	/**
	 * @param commands  by name; only those that are needed are made
	 * @param out       takes results, unbuffered
	 * @param cancelled whether the user wants the command to stop
	 */
	public Cli(Map<String, Supplier<Command>> commands, OutputStream out, PrintStream err, Messages messages,
			BooleanSupplier cancelled) {
		this.commands = commands;
		this.out = out;
		this.err = err;
		this.messages = messages;
		this.cancelled = cancelled;
	}

	/** @return the {@link ExitCode} */
	public int run(String... args) {
		List<String> words = List.of(args);
		String name = words.stream().filter(word -> !word.startsWith("-")).findFirst().orElse(null);
		boolean known = name != null && commands.containsKey(name);
		boolean none = words.equals(List.of("--version")) || words.equals(List.of("-V"));
		// To complete command lines, all commands must be known.
		known = known && !CompletionCommand.NAMED.equals(name);
		Instant begin = Instant.now();
		CommandLine line = commandLine(known ? List.of(name) : none ? List.of() : commands.keySet());
		try (PrintWriter results = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
			line.setOut(results);
			line.setErr(new PrintWriter(err, true));
			return measured(line.execute(args), name, begin);
		}
	}

	/** Tells the administrator's log, and writes the counts of the run where the user wants them. */
	private int measured(int exitCode, String name, Instant begin) {
		if (name != null) {
			LOGGER.log(exitCode == ExitCode.OK ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
					"{0} ended with {1} after {2} ms: {3}", name, exitCode,
					Duration.between(begin, Instant.now()).toMillis(),
					consoles.isEmpty() ? "" : new TreeMap<>(consoles.getLast().counts()));
		}
		for (Console console : consoles) {
			if (console.metrics().isPresent()) {
				try {
					Metrics.write(console.metrics().get(), name, begin, Instant.now(), exitCode, console);
				} catch (CommandFailure failed) {
					err.println(failed.getMessage());
					return exitCode == ExitCode.OK ? failed.exitCode() : exitCode;
				}
			}
		}
		return exitCode;
	}

	private Console console() {
		Console console = new Console(out, err, messages, cancelled);
		consoles.add(console);
		return console;
	}

	private CommandLine commandLine(Iterable<String> names) {
		CommandSpec root = CommandSpec.create().name("rebound");
		root.resourceBundle(messages.bundle());
		root.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
		root.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).build());
		root.versionProvider(() -> new String[]{ messages.text("version", Version.text()) });
		CommandLine line = new CommandLine(root, this::make);
		for (String name : names) {
			line.addSubcommand(name, new CommandLine(commands.get(name).get(), this::make));
		}
		line.setResourceBundle(messages.bundle());
		line.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.getCommandSpec().usageMessage().synopsisSubcommandLabel("COMMAND");
		line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
		line.setParameterExceptionHandler(this::explainUsage);
		line.setExecutionExceptionHandler((failure, where, parsed) -> tell(failure));
		return line;
	}

	private <T> T make(Class<T> type) throws Exception {
		return type == Console.class
				? type.cast(console())
				: CommandLine.defaultFactory().create(type);
	}

	private int explainUsage(ParameterException wrong, String[] args) {
		err.println(messages.text("failure.usage", wrong.getMessage(), wrong.getCommandLine().getCommandSpec()
				.qualifiedName()));
		return ExitCode.USAGE;
	}

	private int tell(Exception failure) {
		Failures.Told told = Failures.tell(failure, messages);
		if (told.message() != null) {
			LOGGER.log(System.Logger.Level.WARNING, told::message);
			err.println(told.message());
		}
		return told.exitCode();
	}
}
