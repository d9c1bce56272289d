package rebound.headless.internal;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.report.CrmProfile;
import rebound.report.ReportProfile;
import rebound.report.ReportProfiles;

/** The profiles of reports: what is written again and again in the same way. */
@Component(property = Command.NAME + "=profiles")
@picocli.CommandLine.Command(name = "profiles")
public final class ProfilesCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Lists the profiles of the programs known and those that were saved. */
	@picocli.CommandLine.Command(name = "list")
	int list(@Mixin ProfilesOption profiles, @Mixin Listing.Option format, @Mixin Console console)
			throws IOException {
		ReportProfiles saved = profiles.open();
		Listing listing = format.begin(console,
				List.of(Listing.text("profile", 24), Listing.text("kind", 8), Listing.text("content", 0)));
		for (CrmProfile program : CrmProfile.values()) {
			listing.row(program.id(), "built-in", console.messages()
					.text(program.isVerified() ? "profiles.contacts" : "profiles.contacts.unverified"));
		}
		for (String name : saved.names()) {
			listing.row(name, "saved", content(saved.load(name), console));
		}
		listing.end("profiles.none");
		return ExitCode.OK;
	}

	/** Removes a saved profile. */
	@picocli.CommandLine.Command(name = "remove")
	int remove(@Parameters(paramLabel = "NAME") String name, @Mixin ProfilesOption profiles, @Mixin Console console)
			throws IOException {
		profiles.open().remove(name);
		console.say("profiles.removed", name);
		return ExitCode.OK;
	}

	private static String content(ReportProfile profile, Console console) {
		String all = console.messages().text("profiles.all");
		String filter = profile.filter().toString();
		return console.messages().text("profiles.content", profile.format() == null ? "-" : profile.format(),
				filter.isEmpty() ? all : filter,
				profile.columns().isEmpty() ? all : String.join(",", profile.columns()));
	}
}
