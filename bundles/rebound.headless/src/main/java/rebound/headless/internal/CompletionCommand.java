package rebound.headless.internal;

import org.osgi.service.component.annotations.Component;
import picocli.AutoComplete;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.ExitCode;

/** Prints the script by which bash and zsh complete command lines, for all commands that are installed. */
@Component(property = Command.NAME + "=" + CompletionCommand.NAMED)
@picocli.CommandLine.Command(name = CompletionCommand.NAMED)
public final class CompletionCommand implements Command {

	/** The command's name: the one that has to know all others. */
	static final String NAMED = "completion";

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console console;

	@Override
	public Integer call() {
		console.print(AutoComplete.bash("rebound", spec.root().commandLine()));
		return ExitCode.OK;
	}
}
