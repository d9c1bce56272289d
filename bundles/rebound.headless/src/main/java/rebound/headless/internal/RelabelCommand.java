package rebound.headless.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rebound.classify.UserRule;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.pipeline.Relabelling;
import rebound.pipeline.Relabelling.Effect;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Verdicts that are wrong: the user says what such a reply means, and may take it back. */
@Component(property = Command.NAME + "=relabel")
@picocli.CommandLine.Command(name = "relabel")
public final class RelabelCommand implements Command {

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final Relabelling relabelling;
	private final BounceStores stores;

	@Activate
	public RelabelCommand(@Reference Relabelling relabelling, @Reference BounceStores stores) {
		this.relabelling = relabelling;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Makes a rule of what one bounce says, for all like it. */
	@picocli.CommandLine.Command(name = "apply")
	int apply(@Parameters(paramLabel = "ADDRESS|EVENT") String which,
			@Option(names = "--reason", required = true, paramLabel = "REASON") String reason,
			@Option(names = "--type", paramLabel = "hard|soft") BounceType type,
			@Option(names = "--words", paramLabel = "TEXT") String words,
			@Option(names = "--server", paramLabel = "NAME") String server,
			@Option(names = "--any-code") boolean anyCode, @Option(names = "--dry-run") boolean dryRun,
			@Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		Reason wanted = Reason.of(reason).filter(each -> each.type() != BounceType.NONE)
				.orElseThrow(() -> Summaries.usage(console, "log.unknownReason", reason));
		UserRule rule;
		Effect effect;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			BounceEvent event = event(store, which)
					.orElseThrow(() -> Summaries.usage(console, "relabel.noBounce", which));
			BounceType kind = type == null ? wanted.type() : type;
			rule = UserRule.like(event.status(), wanted, kind).flatMap(like -> changed(like, words, server, anyCode))
					.orElseThrow(() -> Summaries.usage(console, "relabel.noRule"));
			effect = dryRun
					? relabelling.preview(store, rule, progress)
					: relabelling.apply(store, rule, progress);
		}
		tell(console, rule, effect, dryRun);
		return ExitCode.OK;
	}

	private static Optional<UserRule> changed(UserRule like, String words, String server, boolean anyCode) {
		try {
			return Optional.of(new UserRule(like.reason(), like.type(), words == null ? like.words() : words,
					anyCode ? 0 : like.code(), anyCode ? null : like.status(), server));
		} catch (IllegalArgumentException asksForNothing) {
			return Optional.empty();
		}
	}

	/** An event by its id, or the latest failure of an address. */
	private static Optional<BounceEvent> event(BounceStore store, String which) {
		return which.indexOf('@') < 0
				? store.events().find(which)
				: store.events().ofAddress(AddressKey.of(which)).stream()
						.filter(event -> event.verdict().kind() == Kind.BOUNCE || event.verdict().kind() == Kind.DELAY)
						.findFirst();
	}

	private static void tell(Console console, UserRule rule, Effect effect, boolean dryRun) throws IOException {
		Summaries summaries = new Summaries(console);
		summaries.text("rule", rule.id());
		summaries.text("words", rule.words());
		summaries.count("matched", effect.matched());
		summaries.count("changed", effect.changed());
		summaries.count("toHard", effect.toHard());
		summaries.count("toSoft", effect.toSoft());
		summaries.end();
		if (!console.json()) {
			console.say("relabel.rule", rule.words(), rule.code() == 0 ? rule.status() : rule.code(),
					rule.reason().id(), rule.type().id());
			console.say(dryRun ? "relabel.would" : "relabel.done", effect.matched(), effect.changed(), effect.toHard(),
					effect.toSoft());
			if (!dryRun) {
				console.say("relabel.undo", rule.id());
			}
		}
	}

	/** Lists the rules, the one that is asked first first. */
	@picocli.CommandLine.Command(name = "list")
	int list(@Mixin Listing.Option format, @Mixin Console console) {
		Listing listing = format.begin(console,
				List.of(Listing.text("rule_id", 14), Listing.text("reason_code", 16), Listing.text("bounce_type", 5),
						Listing.text("enhanced_status", 7), Listing.text("mail_host", 20), Listing.text("words", 0)));
		relabelling.rules().forEach(rule -> listing.row(rule.id(), rule.reason().id(), rule.type().id(),
				rule.code() == 0 ? rule.status() : Integer.toString(rule.code()), rule.server(), rule.words()));
		listing.end("relabel.none");
		return ExitCode.OK;
	}

	/** Takes a rule back and judges anew what it decided. */
	@picocli.CommandLine.Command(name = "undo")
	int undo(@Parameters(paramLabel = "RULE") String id, @Mixin DatabaseOption database, @Mixin Console console)
			throws IOException {
		int changed;
		try (BounceStore store = database.openExisting(stores); Console.ShownProgress progress = console.progress()) {
			changed = relabelling.undo(store, id, progress)
					.orElseThrow(() -> Summaries.usage(console, "relabel.unknown", id));
		}
		Summaries summaries = new Summaries(console);
		summaries.count("changed", changed);
		summaries.end();
		if (!console.json()) {
			console.say("relabel.undone", id, changed);
		}
		return ExitCode.OK;
	}
}
