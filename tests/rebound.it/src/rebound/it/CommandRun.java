package rebound.it;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.ServiceReference;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import rebound.headless.Command;
import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.Messages;

/** A command of the command line, with what it prints; until it ends, one can wait for its lines. */
final class CommandRun {

	private static final long CHECK_MILLIS = 50;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private final PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
	private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
	private volatile boolean stopped;

	private CommandRun() {
	}

	/** Runs a command to its end, which has to come within a minute. */
	static CommandRun of(String... args) throws Exception {
		CommandRun run = begun(args);
		run.exitCode(60);
		return run;
	}

	/** Begins a command. */
	static CommandRun begun(String... args) {
		CommandRun run = new CommandRun();
		Thread.ofPlatform().daemon().start(() -> {
			try {
				run.exitCode.complete(run.run(args));
			} catch (RuntimeException | Error failed) {
				run.errors.println(failed);
				run.exitCode.completeExceptionally(failed);
			}
		});
		return run;
	}

	private int run(String... args) {
		Messages messages = new Messages(Locale.ENGLISH);
		CommandSpec root = CommandSpec.create().name("rebound");
		root.resourceBundle(messages.bundle());
		CommandLine line = new CommandLine(root, new CommandLine.IFactory() {
			@Override
			public <T> T create(Class<T> type) throws Exception {
				return make(type, messages);
			}
		});
		line.addSubcommand(args[0], new CommandLine(command(args[0]), line.getFactory()));
		line.setResourceBundle(messages.bundle());
		line.setErr(new PrintWriter(errors, true));
		line.setExecutionExceptionHandler((failure, where, parsed) -> {
			errors.println(failure.getMessage());
			return failure instanceof CommandFailure told ? told.exitCode() : 70;
		});
		return line.execute(args);
	}

	/** The program runs each command once; here, each run has one of its own. */
	private static Object command(String name) {
		Constructor<?> constructor = Services.one(Command.class, "(" + Command.NAME + "=" + name + ")").getClass()
				.getConstructors()[0];
		try {
			return constructor.newInstance(
					Arrays.stream(constructor.getGenericParameterTypes()).map(CommandRun::reference).toArray());
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	/** What the component has got, or could: what it must have is there, for it is registered. */
	private static Object reference(Type type) {
		if (type instanceof ParameterizedType list) {
			return Services.all((Class<?>) list.getActualTypeArguments()[0]);
		}
		ServiceReference<?> optional = Services.context().getServiceReference((Class<?>) type);
		return optional == null ? null : Services.context().getService(optional);
	}

	private <T> T make(Class<T> type, Messages messages) throws Exception {
		return type == Console.class
				? type.cast(new Console(out, errors, messages, () -> stopped))
				: CommandLine.defaultFactory().create(type);
	}

	/** Stops it as SIGTERM does. */
	void stop() {
		stopped = true;
	}

	int exitCode(int seconds) throws Exception {
		return exitCode.get(seconds, TimeUnit.SECONDS);
	}

	String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	/** @return all that was printed, results first */
	String all() {
		return out() + err.toString(StandardCharsets.UTF_8);
	}

	/** @return whether so many lines with this in them come within some seconds */
	boolean says(String text, int times, int seconds) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		while (System.nanoTime() < end && !exitCode.isDone()) {
			if (all().lines().filter(line -> line.contains(text)).count() >= times) {
				return true;
			}
			TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
		}
		return all().lines().filter(line -> line.contains(text)).count() >= times;
	}
}
