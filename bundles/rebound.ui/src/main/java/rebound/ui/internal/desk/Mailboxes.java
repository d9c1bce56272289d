package rebound.ui.internal.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.MailboxImport;
import rebound.pipeline.MailboxImport.Preview;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Place;
import rebound.pipeline.PlaceKind;
import rebound.pipeline.PlaceKinds;
import rebound.pipeline.Progress;
import rebound.source.AccessTokens;
import rebound.source.CredentialStore;
import rebound.source.FileCredentials;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxFiles;
import rebound.source.MailboxSettings;
import rebound.source.SourceFiles;
import rebound.source.SourceLocation;
import rebound.store.BounceStore;

/**
 * The mailboxes, and the places of kinds that extensions add, that bounces are read from, the same as the command
 * line's. For use in the background.
 */
@Component(service = Mailboxes.class)
public final class Mailboxes {

	private static final int LOOKED_AT = 50;

	private final MailboxFiles files;
	private final SourceFiles places;
	private final CredentialStore credentials;
	private final MailboxImport reading;
	private final Pipeline pipeline;
	private final AccessTokens tokens;
	private final PlaceKinds kinds;
	private final Map<String, Result> results = new ConcurrentHashMap<>();
	private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

	/**
	 * What the last reading came to.
	 *
	 * @param failure {@code null} if it went well
	 * @param summary {@code null} if it did not
	 */
	public record Result(Instant at, ImportSummary summary, Exception failure) {
	}

	/**
	 * A mailbox, or a place of a kind that an extension adds.
	 *
	 * @param settings {@code null} if it is none, or its file can't be understood
	 * @param place    {@code null} likewise
	 * @param last     {@code null} if it was not read since the program was started
	 */
	public record Row(String name, MailboxSettings settings, SourceLocation place, Result last) {

		/** @return whether its file can be understood */
		public boolean isKnown() {
			return settings != null || place != null;
		}
	}

	/** Mailboxes whose settings are where they are by custom, or where the administrator wants them. */
	@Activate
	public Mailboxes(@Reference MailboxImport reading, @Reference Pipeline pipeline,
			@Reference AccessTokens tokens, @Reference PlaceKinds kinds) {
		this.kinds = kinds;
		Path folder = DefaultDatabase.sources();
		this.files = new MailboxFiles(folder);
		this.places = new SourceFiles(folder);
		this.credentials = new SecureCredentials(new FileCredentials(folder, System.getenv()));
		this.reading = reading;
		this.pipeline = pipeline;
		this.tokens = tokens;
	}

	/** Calls a listener, on any thread, when a mailbox was added, read or removed. */
	public void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** Ends the calls. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** @return all mailboxes, then all places, by name */
	public List<Row> rows() throws CoreException {
		try {
			List<Row> rows = new ArrayList<>();
			for (String name : files.names()) {
				rows.add(new Row(name, settings(name), null, results.get(name)));
			}
			for (String name : places.names()) {
				rows.add(new Row(name, null, place(name), results.get(name)));
			}
			return rows;
		} catch (IOException unreadable) {
			throw new CoreException(Status.error(unreadable.toString(), unreadable));
		}
	}

	private MailboxSettings settings(String name) throws IOException {
		try {
			return files.read(name);
		} catch (IllegalArgumentException wrong) {
			return null;
		}
	}

	private SourceLocation place(String name) throws IOException {
		try {
			return places.read(name);
		} catch (IllegalArgumentException wrong) {
			return null;
		}
	}

	/** Passwords and tokens of a mailbox that is not kept yet, by the names of {@link CredentialStore}. */
	public static final class Held implements CredentialStore {
		private final Map<String, String> secrets = new ConcurrentHashMap<>();

		@Override
		public Optional<String> find(String source) {
			return Optional.ofNullable(secrets.get(source));
		}

		@Override
		public void keep(String source, String secret) {
			secrets.put(source, secret);
		}

		@Override
		public void forget(String source) {
			secrets.remove(source);
		}
	}

	/**
	 * Lets the user allow access where no passwords are taken.
	 *
	 * @param told      hears what the user has to do
	 * @param cancelled asked now and then whether to give up
	 */
	public void authorise(MailboxSettings settings, Held secrets, Consumer<AccessTokens.DeviceCode> told,
			BooleanSupplier cancelled) throws MailboxException {
		tokens.authoriseOnDevice(settings, secrets, told, cancelled);
	}

	/**
	 * What there is in a mailbox: the proof that the settings and the secret work.
	 *
	 * @param folders the names of all
	 * @param preview of the folder that is to be read, or {@code null} if there is no such folder
	 */
	public record Found(List<String> folders, Preview preview) {
	}

	/** Looks into a mailbox; nothing is stored or changed. */
	public Found test(MailboxSettings settings, Held secrets) throws MailboxException {
		try (Mailbox mailbox = reading.open(settings, secrets)) {
			List<String> folders = mailbox.folders();
			boolean isThere = folders.stream().anyMatch(settings.folders().getFirst()::equalsIgnoreCase);
			return new Found(folders, isThere ? reading.preview(settings, mailbox, LOOKED_AT) : null);
		}
	}

	/** Keeps a mailbox, in place of the one of its name. */
	public void add(MailboxSettings settings, Held secrets) throws IOException, MailboxException {
		for (String each : List.of(settings.name(), CredentialStore.ofClient(settings.name()))) {
			String secret = secrets.secrets.get(each);
			if (secret != null) {
				credentials.keep(each, secret);
			}
		}
		files.write(settings);
		changed();
	}

	/** @return the kinds of places that can be added, in a language */
	public List<PlaceKind> kinds(Locale language) {
		return kinds.all(language);
	}

	/**
	 * Looks at the first mails of a place that is not kept yet; nothing is stored or changed.
	 *
	 * @param password may be {@code null}
	 */
	public PlaceKinds.Preview test(SourceLocation location, String password, Progress progress) throws IOException {
		return kinds.test(new Place(location, password), LOOKED_AT, progress);
	}

	/**
	 * Keeps a place.
	 *
	 * @param password may be {@code null}
	 * @throws FileAlreadyExistsException if a mailbox or place has this name
	 */
	public void add(String name, SourceLocation location, String password) throws IOException, MailboxException {
		if (files.names().contains(name) || places.names().contains(name)) {
			throw new FileAlreadyExistsException(name);
		}
		if (password != null) {
			credentials.keep(name, password);
		}
		places.write(name, location);
		changed();
	}

	/** Forgets a mailbox and its password, or a place; what was read from it stays. */
	public void remove(String name) throws IOException, MailboxException {
		if (!files.remove(name)) {
			places.remove(name);
		}
		credentials.forget(name);
		credentials.forget(CredentialStore.ofClient(name));
		results.remove(name);
		changed();
	}

	/** Reads what is new in a mailbox, or in a place. */
	public ImportSummary run(String name, BounceStore store, Progress progress) throws IOException, MailboxException {
		try {
			ImportSummary mails = places.names().contains(name)
					? pipeline.importMail(kinds.place(name, places.read(name), credentials), store, progress)
					: read(files.read(name), store, progress);
			results.put(name, new Result(Instant.now(), mails, null));
			return mails;
		} catch (IOException | MailboxException failed) {
			results.put(name, new Result(Instant.now(), null, failed));
			throw failed;
		} finally {
			changed();
		}
	}

	private ImportSummary read(MailboxSettings settings, BounceStore store, Progress progress)
			throws MailboxException {
		try (Mailbox mailbox = reading.open(settings, credentials)) {
			return reading.read(settings, mailbox, store, false, progress).mails();
		}
	}

	private void changed() {
		listeners.forEach(Runnable::run);
	}
}
