package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Presets;
import rebound.source.CredentialStore;
import rebound.source.MailboxException;
import rebound.source.MailboxSettings;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.StoreException;

/** Reports on the installation, for people who look for what is wrong with it. Says no secrets. */
@Component(property = Command.NAME + "=doctor")
@picocli.CommandLine.Command(name = "doctor")
public final class DoctorCommand implements Command {

	@Mixin
	private Listing.Option format;

	@Mixin
	private SourceFolder sources;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final BounceStores stores;

	/** What is reported: about what, what is so, and the sentence when that is not well. */
	private record Finding(String subject, String state, String wrong) {
	}

	private final List<Finding> findings = new ArrayList<>();

	@Activate
	public DoctorCommand(@Reference BounceStores stores) {
		this.stores = stores;
	}

	@Override
	public Integer call() {
		program();
		settings();
		database();
		mailboxes();
		Listing listing = format.begin(console, List.of(Listing.text("subject", 22), Listing.text("state", 60),
				Listing.text("wrong", 0)));
		findings.forEach(finding -> listing.row(finding.subject(), finding.state(), finding.wrong()));
		listing.end("doctor.nothing");
		long wrong = findings.stream().filter(finding -> finding.wrong() != null).count();
		console.count("problems", wrong);
		return wrong == 0 ? ExitCode.OK : ExitCode.INCOMPLETE;
	}

	private void program() {
		well("version", Version.text());
		well("java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
		well("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
				+ System.getProperty("os.arch"));
		well("memory", Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB");
		Bundle ours = FrameworkUtil.getBundle(DoctorCommand.class);
		if (ours != null) {
			BundleContext bundles = ours.getBundleContext();
			well("installation", bundles.getProperty("osgi.install.area"));
			// Those that no command has needed yet have not been tried.
			bundles.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(null);
			for (Bundle bundle : bundles.getBundles()) {
				if ((bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) != 0) {
					wrong("bundle", bundle.getSymbolicName() + " " + bundle.getVersion(), "doctor.unresolved");
				} else if (StartList.isExtension(bundle.getHeaders(""))
						&& !bundle.getSymbolicName().startsWith("rebound.")) {
					well("extension", bundle.getSymbolicName() + " " + bundle.getVersion());
				}
			}
		}
	}

	private void settings() {
		Presets presets = Presets.here();
		well("presets", presets.file().map(Path::toString).orElse("-"));
		presets.value("locked").ifPresent(locked -> well("locked", locked + " (" + presets.setBy() + ")"));
		folder("data", DefaultDatabase.folder().getParent());
	}

	private void folder(String subject, Path folder) {
		Path there = folder;
		while (there != null && !Files.exists(there)) {
			there = there.getParent();
		}
		if (there == null || !Files.isWritable(there)) {
			wrong(subject, folder.toString(), "doctor.notWritable");
		} else {
			well(subject, folder.toString());
		}
	}

	private void database() {
		String location = withoutSecrets(database.location());
		try (BounceStore store = database.openExisting(stores)) {
			long campaigns = store.campaigns().list().size();
			well("database", location);
			well("campaigns", Long.toString(campaigns));
		} catch (StoreException failed) {
			if (failed.code() == StoreException.Code.NOT_FOUND) {
				well("database", location + " (" + console.messages().text("doctor.noneYet") + ")");
			} else {
				wrong("database", location, "failure.store." + failed.code(), location);
			}
		}
	}

	/** A URL may hold a password. */
	static String withoutSecrets(String location) {
		if (!location.startsWith("jdbc:")) {
			return location;
		}
		int parameters = location.indexOf('?') < 0 ? location.indexOf(';') : location.indexOf('?');
		String place = parameters < 0 ? location : location.substring(0, parameters);
		int at = place.indexOf('@');
		int slashes = place.indexOf("//");
		return at < 0 || slashes < 0 || at < slashes
				? place
				: place.substring(0, slashes + 2) + place.substring(at + 1);
	}

	private void mailboxes() {
		try {
			CredentialStore credentials = sources.credentials();
			for (String name : sources.files().names()) {
				MailboxSettings mailbox = sources.read(name, console);
				String state = name + ": " + mailbox.protocol() + ", " + mailbox.host() + ":" + mailbox.port() + ", "
						+ mailbox.security();
				if (credentials.find(name).isPresent()) {
					well("mailbox", state);
				} else {
					wrong("mailbox", state, "doctor.noPassword");
				}
			}
		} catch (MailboxException refused) {
			findings.add(new Finding("mailboxes", "-", MailboxFailures.sentence(refused, console.messages())));
		} catch (IOException | RuntimeException failed) {
			findings.add(new Finding("mailboxes", "-", Failures.tell(failed, console.messages()).message()));
		}
	}

	private void well(String subject, String state) {
		findings.add(new Finding(subject, state, null));
	}

	private void wrong(String subject, String state, String sentence, Object... values) {
		findings.add(new Finding(subject, state, console.messages().text(sentence, values)));
	}
}
