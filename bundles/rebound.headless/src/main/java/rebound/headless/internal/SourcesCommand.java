package rebound.headless.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.ServiceRecords;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.MailboxImport;
import rebound.pipeline.MailboxRound;
import rebound.pipeline.Pipeline;
import rebound.pipeline.PlaceKind;
import rebound.pipeline.PlaceKinds;
import rebound.source.AccessTokens;
import rebound.source.CredentialStore;
import rebound.source.FileCredentials;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxFiles;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.source.SourceLocation;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** The configured mailboxes. */
@Component(property = Command.NAME + "=sources")
@picocli.CommandLine.Command(name = "sources")
public final class SourcesCommand implements Command {

	private static final int LOOKED_AT = 50;

	@Spec
	private CommandSpec spec;

	@Mixin
	private Console ownConsole;

	private final MailboxImport mailboxes;
	private final AccessTokens tokens;
	private final BounceStores stores;
	private final ServiceRecords dns;
	private final Pipeline pipeline;
	private final PlaceKinds kinds;

	/** @param dns may be {@code null} */
	@Activate
	public SourcesCommand(@Reference MailboxImport mailboxes, @Reference AccessTokens tokens,
			@Reference BounceStores stores,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) ServiceRecords dns,
			@Reference Pipeline pipeline, @Reference PlaceKinds kinds) {
		this.dns = dns;
		this.pipeline = pipeline;
		this.kinds = kinds;
		this.tokens = tokens;
		this.mailboxes = mailboxes;
		this.stores = stores;
	}

	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), ownConsole.messages().text("usage.noCommand"));
	}

	/** Keeps how a mailbox, or a place of a third party's kind, is reached. */
	@picocli.CommandLine.Command(name = "add")
	int add(@Parameters(index = "0", paramLabel = "NAME") String name,
			@Parameters(index = "1..*", paramLabel = "KEY=VALUE") List<String> words,
			@Option(names = "--kind", paramLabel = "KIND") String kind, @Mixin SourceOptions options,
			@Option(names = "--password-stdin") boolean isPasswordGiven,
			@Option(names = "--client-secret-stdin") boolean isClientSecretGiven, @Mixin SourceFolder folder,
			@Mixin Console console) throws IOException {
		if (!MailboxFiles.isName(name)) {
			throw Summaries.usage(console, "sources.badName", name);
		}
		boolean isPlace = folder.places().names().contains(name);
		if ((kind == null ? isPlace : folder.files().names().contains(name)) || kind == null && words != null) {
			throw Summaries.usage(console, words == null || kind != null ? "sources.otherKind" : "places.kindWanted",
					name);
		}
		if (kind != null) {
			PlaceKind known = new Places(kinds).kind(kind, console);
			folder.places().write(name, Places.place(known, words == null ? List.of() : words, console));
			if (isPasswordGiven) {
				new Secrets(console).keep(name, "sources.password", name, folder.credentials());
			}
			console.say(isPlace ? "places.changed" : "places.added", name);
			if (known.password().isPresent() && !isPasswordGiven) {
				console.say("sources.addedPassword", name, FileCredentials.variable(name));
			}
			return ExitCode.OK;
		}
		MailboxSettings settings;
		try {
			settings = MailboxFiles.settings(name, options.properties(dns, console));
		} catch (IllegalArgumentException wrong) {
			throw Summaries.usage(console, "sources.wrongSetting", name, wrong.getMessage());
		}
		boolean isKnown = folder.files().names().contains(name);
		folder.files().write(settings);
		Secrets secrets = new Secrets(console);
		if (isPasswordGiven) {
			secrets.keep(name, "sources.password", name, folder.credentials());
		}
		if (isClientSecretGiven) {
			secrets.keep(CredentialStore.ofClient(name), "sources.clientSecret", name, folder.credentials());
		}
		console.say(isKnown ? "sources.changed" : "sources.added", name);
		if (settings.login() != Login.PASSWORD) {
			console.say("sources.addedToken", name);
		} else if (!isPasswordGiven) {
			console.say("sources.addedPassword", name, FileCredentials.variable(name));
		}
		String hint = options.hint(settings);
		if (hint != null) {
			console.say("preset." + hint);
		}
		return ExitCode.OK;
	}

	/** Lists the mailboxes. */
	@picocli.CommandLine.Command(name = "list")
	int list(@Mixin Listing.Option format, @Mixin SourceFolder folder, @Mixin Console console) throws IOException {
		Listing listing = format.begin(console, List.of(Listing.text("name", 20), Listing.text("protocol", 8),
				Listing.text("server", 30), Listing.text("user", 30), Listing.text("folders", 20),
				Listing.text("after", 0)));
		for (String name : folder.files().names()) {
			MailboxSettings settings = folder.read(name, console);
			listing.row(name, settings.protocol(), settings.host(), settings.user(),
					String.join(", ", settings.folders()), settings.after().action().name().toLowerCase(Locale.ROOT));
		}
		for (String name : folder.places().names()) {
			SourceLocation place = folder.places().read(name);
			listing.row(name, place.kind(), null, null, place.toString(), null);
		}
		listing.end("sources.none");
		return ExitCode.OK;
	}

	/** Lists the kinds of places that extensions add, with their settings. */
	@picocli.CommandLine.Command(name = "kinds")
	int kinds(@Mixin Listing.Option format, @Mixin Console console) {
		Listing listing = format.begin(console, List.of(Listing.text("kind", 20), Listing.text("setting", 16),
				Listing.text("required", 8), Listing.text("default", 12), Listing.text("meaning", 0)));
		new Places(kinds).list(listing, console);
		listing.end("places.noKinds");
		return ExitCode.OK;
	}

	/** Connects to a mailbox, or opens a place, and tells what is in it. */
	@picocli.CommandLine.Command(name = "test")
	int test(@Parameters(paramLabel = "NAME") String name, @Mixin SourceFolder folder, @Mixin Console console)
			throws IOException {
		SourceLocation place = folder.choose(List.of(name), console).places().get(name);
		if (place != null) {
			return testPlace(name, place, folder, console);
		}
		MailboxSettings settings = folder.read(name, console);
		try (Mailbox mailbox = mailboxes.open(settings, folder.credentials())) {
			for (String one : settings.folders()) {
				console.print(console.messages().text("sources.tested", one, mailbox.open(one, false).count()));
			}
			return ExitCode.OK;
		} catch (MailboxException failure) {
			throw MailboxFailures.failure(failure, console.messages());
		}
	}

	private int testPlace(String name, SourceLocation place, SourceFolder folder, Console console) throws IOException {
		try (Console.ShownProgress progress = console.progress()) {
			PlaceKinds.Preview found = kinds.test(kinds.place(name, place, folder.credentials()), LOOKED_AT, progress);
			found.unreadable().forEach(each -> console.warn("sources.failed", each.name(),
					Failures.sentence(each.cause(), console.messages())));
			console.print(console.messages().text("places.tested", name, found.looked(), found.bounces(),
					found.unreadable().size()));
			return Summaries.exitCode(found.unreadable().size());
		} catch (MailboxException failure) {
			throw MailboxFailures.failure(failure, console.messages());
		}
	}

	/** Lets the user allow access to a mailbox that takes no passwords. */
	@picocli.CommandLine.Command(name = "authorise")
	int authorise(@Parameters(paramLabel = "NAME") String name, @Option(names = "--device") boolean isOnDevice,
			@Mixin SourceFolder folder, @Mixin Console console) throws IOException {
		MailboxSettings settings = folder.read(name, console);
		if (settings.oauth() == null) {
			throw Summaries.usage(console, "sources.noTokens", name);
		}
		try (Console.ShownProgress progress = console.progress()) {
			if (isOnDevice) {
				tokens.authoriseOnDevice(settings, folder.credentials(),
						code -> console.print(console.messages().text("sources.deviceCode", code.page(), code.code())),
						progress::cancelled);
			} else {
				tokens.authoriseInBrowser(settings, folder.credentials(),
						page -> console.print(console.messages().text("sources.openPage", page)), progress::cancelled);
			}
		} catch (MailboxException refused) {
			throw MailboxFailures.failure(refused, console.messages());
		}
		console.say("sources.authorised", name);
		return ExitCode.OK;
	}

	/** Forgets a mailbox; what was read from it stays. */
	@picocli.CommandLine.Command(name = "remove")
	int remove(@Parameters(paramLabel = "NAME") String name, @Mixin SourceFolder folder, @Mixin Console console)
			throws IOException {
		try {
			if (!folder.files().remove(name) && !folder.places().remove(name)) {
				throw Summaries.usage(console, "sources.unknown", name);
			}
			folder.credentials().forget(name);
			folder.credentials().forget(CredentialStore.ofClient(name));
		} catch (MailboxException kept) {
			throw MailboxFailures.failure(kept, console.messages());
		}
		console.say("sources.removed", name);
		return ExitCode.OK;
	}

	/** Reads what is new in mailboxes into the database. */
	@picocli.CommandLine.Command(name = "run")
	int run(@Parameters(arity = "0..*", paramLabel = "NAME") List<String> names, @Option(names = "--all") boolean isAll,
			@Option(names = "--dry-run") boolean isDryRun, @Option(names = "--unrecognised") boolean isListing,
			@Mixin SourceFolder folder, @Mixin DatabaseOption database, @Mixin Console console) throws IOException {
		if (!isAll && (names == null || names.isEmpty())) {
			throw Summaries.usage(console, "sources.nameWanted");
		}
		SourceFolder.Chosen chosen = folder.choose(isAll ? List.of() : names, console);
		List<MailboxSettings> sources = chosen.mailboxes();
		if (isDryRun && !chosen.places().isEmpty()) {
			throw Summaries.usage(console, "places.noDryRun", chosen.places().values().iterator().next());
		}
		Summaries summaries = new Summaries(console);
		int failed = 0;
		long unreadable = 0;
		try (BounceStore store = database.open(stores)) {
			for (MailboxSettings settings : sources) {
				try (Mailbox mailbox = mailboxes.open(settings, folder.credentials());
						Console.ShownProgress progress = console.progress()) {
					MailboxRound round = mailboxes.read(settings, mailbox, store, isDryRun, progress);
					unreadable += round.mails().unreadable();
					summaries.mailbox(settings, round, isDryRun);
					if (isListing) {
						round.unrecognised().forEach(mail -> console.print(console.messages().text(
								"sources.unrecognised", settings.name(), mail.name(), line(mail.from()),
								line(mail.subject()))));
					}
				} catch (MailboxException failure) {
					failed++;
					console.warn("sources.failed", settings.name(),
							MailboxFailures.sentence(failure, console.messages()));
				}
			}
			for (Map.Entry<String, SourceLocation> place : chosen.places().entrySet()) {
				try (Console.ShownProgress progress = console.progress()) {
					ImportSummary mails = pipeline.importMail(
							kinds.place(place.getKey(), place.getValue(), folder.credentials()), store, progress);
					unreadable += mails.unreadable();
					summaries.place(place.getKey(), mails);
				} catch (MailboxException failure) {
					failed++;
					console.warn("sources.failed", place.getKey(),
							MailboxFailures.sentence(failure, console.messages()));
				} catch (IOException failure) {
					failed++;
					console.warn("sources.failed", place.getKey(),
							Failures.tell(failure, console.messages()).message());
				}
			}
		}
		summaries.count("failed", failed);
		summaries.end();
		return failed == sources.size() + chosen.places().size()
				? ExitCode.NO_INPUT
				: Summaries.exitCode(failed + unreadable);
	}

	/** Strangers wrote it: nothing in it may steer the terminal. */
	private static String line(String text) {
		return text == null
				? "-"
				: text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).limit(200)
						.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}
}
