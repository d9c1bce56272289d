package rebound.headless.internal;

import java.io.IOException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Presets;
import rebound.pipeline.Retention;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.Privacy.Removed;

/** How long personal data are kept. */
@Component(property = Command.NAME + "=retention")
@picocli.CommandLine.Command(name = "retention")
public final class RetentionCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final Pipeline pipeline;
	private final Retention retention;
	private final BounceStores stores;

	@Activate
	public RetentionCommand(@Reference Pipeline pipeline, @Reference Retention retention,
			@Reference BounceStores stores) {
		this.pipeline = pipeline;
		this.retention = retention;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Removes what is older than need be. */
	@picocli.CommandLine.Command(name = "apply")
	int apply(@Option(names = "--mail-days", paramLabel = "N") Integer days,
			@Option(names = "--event-months", paramLabel = "N") Integer months,
			@Option(names = "--dry-run") boolean dryRun, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		Presets presets = Presets.here();
		presets.choose(Presets.MAIL_DAYS, days == null ? null : days.toString());
		presets.choose(Presets.EVENT_MONTHS, months == null ? null : months.toString());
		int mailDays = days == null ? retention.mailDays() : days;
		int eventMonths = months == null ? retention.eventMonths() : months;
		if (mailDays < 1 || eventMonths < 1) {
			throw Summaries.usage(console, "retention.badSpan");
		}
		Removed removed;
		try (BounceStore store = database.openExisting(stores)) {
			// What the events mean must be known before they go.
			pipeline.judge(store);
			removed = retention.apply(store, mailDays, eventMonths, dryRun);
		}
		Summaries summaries = new Summaries(console);
		summaries.count("mails", removed.mails());
		summaries.count("events", removed.events());
		summaries.end();
		if (!console.json()) {
			console.say(dryRun ? "retention.would" : "retention.done", removed.mails(), mailDays, removed.events(),
					eventMonths);
		}
		return ExitCode.OK;
	}
}
