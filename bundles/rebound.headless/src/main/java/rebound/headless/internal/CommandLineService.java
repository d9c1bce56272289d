package rebound.headless.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.headless.Command;
import rebound.headless.ExitCode;
import rebound.headless.Messages;
import rebound.pipeline.PresetException;
import rebound.pipeline.Presets;

/**
 * What {@link Start} calls in the framework: finds the commands among the OSGi services and runs the one that is wanted.
 * A type of the JDK, as the caller is loaded by another class loader.
 */
@Component(service = ToIntFunction.class, property = Start.COMMAND_LINE)
public final class CommandLineService implements ToIntFunction<String[]> {

	private static final long LONGEST_STOP_SECONDS = 20;

	private final BundleContext bundles;
	private final CountDownLatch ended = new CountDownLatch(1);
	private volatile boolean stopped;

	@Activate
	public CommandLineService(BundleContext bundles) {
		this.bundles = bundles;
	}

	/** @return the exit code */
	@Override
	public int applyAsInt(String[] args) {
		// Ctrl-C and a service's stop arrive as the end of the virtual machine, which waits for this to tidy up.
		Thread tidyEnd = new Thread(this::stop, "rebound-stop");
		Runtime.getRuntime().addShutdownHook(tidyEnd);
		Messages messages = new Messages(Locale.getDefault());
		try (LogFile.Opened log = LogFile.begin(Presets.here())) {
			Cli cli = new Cli(commands(), new FileOutputStream(FileDescriptor.out), System.err, messages,
					() -> stopped);
			return cli.run(args);
		} catch (PresetException wrong) {
			System.err.println(Failures.tell(wrong, messages).message());
			return ExitCode.USAGE;
		} finally {
			ended.countDown();
			if (!stopped) {
				Runtime.getRuntime().removeShutdownHook(tidyEnd);
			}
		}
	}

	private void stop() {
		stopped = true;
		try {
			ended.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Only the command that runs is made: a service costs nothing until it is asked for. */
	private Map<String, Supplier<Command>> commands() {
		Collection<ServiceReference<Command>> services;
		try {
			services = bundles.getServiceReferences(Command.class, null);
		} catch (InvalidSyntaxException noFilterGiven) {
			throw new IllegalStateException(noFilterGiven);
		}
		Map<String, Supplier<Command>> commands = new TreeMap<>();
		for (ServiceReference<Command> service : services) {
			if (service.getProperty(Command.NAME) instanceof String name) {
				commands.putIfAbsent(name, () -> bundles.getService(service));
			}
		}
		return commands;
	}
}
