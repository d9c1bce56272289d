package rebound.headless;

import java.util.concurrent.Callable;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command of the command line: {@code rebound NAME ...}. Register an implementation as an OSGi service with its name
 * as the property {@link #NAME}; its class carries picocli's {@code @Command}, {@code @Option} and {@code @Parameters}.
 * <p>
 * One that takes {@link Console} as a {@code @Mixin} has the options and the manners of all others: {@code --quiet},
 * {@code --json}, progress, a clean stop. {@link DatabaseOption} is the same for commands that need the database. It
 * ends with an {@link ExitCode}; what goes wrong is thrown, best as a {@link CommandFailure}, and told in one sentence.
 */
@ConsumerType
public interface Command extends Callable<Integer> {

	/** Name of the service property that holds the command's name. */
	String NAME = "rebound.command";
}
