package rebound.headless.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.MailboxImport;
import rebound.pipeline.MailboxRound;
import rebound.pipeline.Pipeline;
import rebound.pipeline.PlaceKinds;
import rebound.source.MailboxException;
import rebound.source.MailboxSettings;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** Keeps the database current until it is stopped. */
@Component(property = Command.NAME + "=watch")
@picocli.CommandLine.Command(name = "watch")
public final class WatchCommand implements Command {

	private static final long CHECK_MILLIS = 200;
	private static final int MOST_WAITING = 5;
	/** Less than the program is given to end. */
	private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

	@Parameters(arity = "0..*", paramLabel = "NAME")
	private List<String> names;

	@Option(names = "--every", paramLabel = "SECONDS", defaultValue = "300")
	private int seconds;

	@Mixin
	private SourceFolder folder;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final MailboxImport mailboxes;
	private final Pipeline pipeline;
	private final PlaceKinds kinds;
	private final BounceStores stores;
	private final AtomicReference<RuntimeException> mistake = new AtomicReference<>();

	@Activate
	public WatchCommand(@Reference MailboxImport mailboxes, @Reference Pipeline pipeline,
			@Reference PlaceKinds kinds, @Reference BounceStores stores) {
		this.kinds = kinds;
		this.pipeline = pipeline;
		this.mailboxes = mailboxes;
		this.stores = stores;
	}

	@Override
	public Integer call() throws IOException {
		if (seconds < 1) {
			throw Summaries.usage(console, "watch.tooOften");
		}
		SourceFolder.Chosen chosen = folder.choose(names, console);
		try (BounceStore store = database.open(stores)) {
			MailboxWatch.Setting setting = new MailboxWatch.Setting(mailboxes, store, folder.credentials(),
					Duration.ofSeconds(seconds), new ReentrantLock(), this::isOver, new Lines());
			List<Thread> threads = new ArrayList<>();
			for (MailboxSettings source : chosen.mailboxes()) {
				watches(source, setting).forEach(watch -> threads.add(start(source.name(), watch)));
			}
			chosen.places().forEach((name, place) -> threads.add(
					start(name, new PlaceWatch(name, place, kinds, pipeline, setting))));
			console.say("watch.began", chosen.mailboxes().size() + chosen.places().size());
			await(threads);
		}
		if (mistake.get() != null) {
			throw mistake.get();
		}
		console.say("watch.ended");
		return ExitCode.OK;
	}

	/** Waiting for new mail takes a connection for each folder, and servers allow ten or so for a user. */
	private static List<MailboxWatch> watches(MailboxSettings source, MailboxWatch.Setting setting) {
		List<String> folders = source.folders();
		List<MailboxWatch> watches = new ArrayList<>();
		for (int i = 0; i < folders.size() && i < MOST_WAITING; i++) {
			String name = folders.size() == 1 ? source.name() : source.name() + " " + folders.get(i);
			watches.add(new MailboxWatch(name, source.withFolders(folders.subList(i, i + 1)), setting));
		}
		if (folders.size() > MOST_WAITING) {
			List<String> rest = folders.subList(MOST_WAITING, folders.size());
			watches.add(new MailboxWatch(source.name() + " " + String.join(", ", rest), source.withFolders(rest),
					setting));
		}
		return watches;
	}

	private Thread start(String name, Runnable watch) {
		return Thread.ofPlatform().daemon().name("rebound-watch-" + name).start(() -> watch(watch));
	}

	private void watch(Runnable watch) {
		try {
			watch.run();
		} catch (CancellationException stopped) {
			// What was stored stays; the rest is read next time.
		} catch (RuntimeException failure) {
			mistake.compareAndSet(null, failure);
		}
	}

	private boolean isOver() {
		try {
			console.checkCancelled();
			return mistake.get() != null;
		} catch (CancellationException stop) {
			return true;
		}
	}

	private void await(List<Thread> threads) {
		try {
			while (!isOver()) {
				TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
			}
			long end = System.nanoTime() + LONGEST_STOP.toNanos();
			for (Thread thread : threads) {
				thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
			}
		} catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
		}
	}

	/** One line a round. */
	private final class Lines implements MailboxWatch.Listener {

		@Override
		public synchronized void read(String name, MailboxRound round) {
			ImportSummary mails = round.mails();
			console.print(console.messages().text("watch.round", now(), name, mails.messages(),
					mails.bounces(), mails.hard(), mails.soft(), mails.newEvents(), round.acted()));
		}

		@Override
		public synchronized void failed(String name, Exception why, Duration pause) {
			String sentence = why instanceof MailboxException mailbox
					? MailboxFailures.sentence(mailbox, console.messages())
					: Failures.tell(why, console.messages()).message();
			console.warn("watch.failed", now(), name, sentence, pause.toSeconds());
		}

		private Instant now() {
			return Instant.now().truncatedTo(ChronoUnit.SECONDS);
		}
	}
}
