package rebound.headless.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

import rebound.pipeline.MailboxImport;
import rebound.pipeline.MailboxRound;
import rebound.pipeline.Progress;
import rebound.source.CredentialStore;
import rebound.source.MailFolder;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxSettings;
import rebound.store.BounceStore;
import rebound.store.StoreException;

/**
 * Reads folders of one mailbox round after round until it is told to stop, whatever happens to the network. A folder
 * that is watched alone is waited for; several have to be asked now and then.
 */
final class MailboxWatch implements Runnable {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
	/** A wrong password tried again and again gets an account locked. */
	private static final Duration PAUSE_FOR_PEOPLE = Duration.ofMinutes(30);
	/** Servers end connections that are silent for half an hour (RFC 2177). */
	private static final Duration LONGEST_IDLE = Duration.ofMinutes(25);
	private static final long CHECK_MILLIS = 200;

	/** What all mailboxes that are watched have in common. */
	record Setting(MailboxImport mailboxes, BounceStore store, CredentialStore credentials, Duration every,
			Lock importing, BooleanSupplier cancelled, Listener listener) {
	}

	/** Hears how each round ended; from several threads. */
	interface Listener {
		/** @param name what is watched, for people */
		void read(String name, MailboxRound round);

		/** @param pause how long nothing is tried */
		void failed(String name, Exception why, Duration pause);
	}

	private final String name;
	private final MailboxSettings source;
	private final Setting setting;

	/** @param name of what is watched, for people */
	MailboxWatch(String name, MailboxSettings source, Setting setting) {
		this.name = name;
		this.source = source;
		this.setting = setting;
	}

	@Override
	public void run() {
		int failures = 0;
		while (!setting.cancelled().getAsBoolean()) {
			Duration pause = setting.every();
			try (Mailbox mailbox = setting.mailboxes().open(source, setting.credentials())) {
				do {
					read(mailbox);
					failures = 0;
				} while (!setting.cancelled().getAsBoolean() && isToldOfNew(mailbox));
			} catch (MailboxException | StoreException failure) {
				pause = pause(failure, failures++);
				setting.listener().failed(name, failure, pause);
			}
			sleep(pause, setting.cancelled());
		}
	}

	/** The database is written by one at a time. */
	private void read(Mailbox mailbox) throws MailboxException {
		setting.importing().lock();
		try {
			setting.listener().read(name,
					setting.mailboxes().read(source, mailbox, setting.store(), false, progress(setting.cancelled())));
		} finally {
			setting.importing().unlock();
		}
	}

	/** @return {@code false} if nobody tells of new mails, so that the server has to be asked now and then */
	private boolean isToldOfNew(Mailbox mailbox) throws MailboxException {
		if (source.folders().size() > 1) {
			return false;
		}
		String only = source.folders().getFirst();
		MailFolder folder = mailbox.open(only, false);
		long lastUid = setting.store().mailboxes().state(source.name(), only).lastUid();
		Duration longest = setting.every().compareTo(LONGEST_IDLE) < 0 ? setting.every() : LONGEST_IDLE;
		return folder.await(lastUid, longest, setting.cancelled());
	}

	/** @return how long to wait after this many failures before */
	static Duration pause(Exception failure, int failures) {
		if (failure instanceof MailboxException mailbox && !mailbox.isPassing()) {
			return PAUSE_FOR_PEOPLE;
		}
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
		return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
	}

	/** A round is told as a whole; it only has to know when to stop. */
	static Progress progress(BooleanSupplier cancelled) {
		return new Progress() {
			@Override
			public void done(double fraction, long items) {
				// Nobody looks.
			}

			@Override
			public boolean cancelled() {
				return cancelled.getAsBoolean();
			}
		};
	}

	static void sleep(Duration pause, BooleanSupplier cancelled) {
		long end = System.nanoTime() + pause.toNanos();
		while (System.nanoTime() < end && !cancelled.getAsBoolean()) {
			try {
				TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
			} catch (InterruptedException stop) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}
}
