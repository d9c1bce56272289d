package rebound.headless.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import rebound.headless.Command;
import rebound.headless.ExitCode;
import rebound.headless.Messages;
import rebound.pipeline.PresetException;
import rebound.pipeline.Presets;

/** What Equinox starts: finds the commands among the OSGi services and runs the one that is wanted. */
public final class CommandLineApplication implements IApplication {

	private static final long LONGEST_STOP_SECONDS = 20;

	private final CountDownLatch ended = new CountDownLatch(1);
	private volatile boolean stopped;

	@Override
	public Object start(IApplicationContext context) throws Exception {
		context.applicationRunning();
		// Ctrl-C and a service's stop arrive as the end of the virtual machine, which waits for this to tidy up.
		Thread tidyEnd = new Thread(this::stop, "rebound-stop");
		Runtime.getRuntime().addShutdownHook(tidyEnd);
		Messages messages = new Messages(Locale.getDefault());
		try (AutoCloseable log = LogFile.begin(Presets.here())) {
			String[] args = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
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

	@Override
	public void stop() {
		stopped = true;
		try {
			ended.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Only the command that runs is made: a service costs nothing until it is asked for. */
	private static Map<String, Supplier<Command>> commands() throws Exception {
		BundleContext bundles = FrameworkUtil.getBundle(CommandLineApplication.class).getBundleContext();
		Map<String, Supplier<Command>> commands = new TreeMap<>();
		for (ServiceReference<Command> service : bundles.getServiceReferences(Command.class, null)) {
			if (service.getProperty(Command.NAME) instanceof String name) {
				commands.putIfAbsent(name, () -> bundles.getService(service));
			}
		}
		return commands;
	}
}
