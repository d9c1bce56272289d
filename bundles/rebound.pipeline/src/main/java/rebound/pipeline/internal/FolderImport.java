package rebound.pipeline.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.pipeline.MailReading;
import rebound.pipeline.MailboxRound;
import rebound.pipeline.MailboxRound.Unrecognised;
import rebound.pipeline.Progress;
import rebound.source.AfterReading;
import rebound.source.AfterReading.Action;
import rebound.source.MailFolder;
import rebound.source.MailHandler;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxSettings;
import rebound.source.RawMail;
import rebound.store.AddResult;
import rebound.store.AddResult.Outcome;
import rebound.store.BounceStore;
import rebound.store.FolderState;
import rebound.store.NewMail;
import rebound.store.ReadMark;

/** Reads one folder after the other: what is new, with where to go on in the same transaction, and what follows. */
public final class FolderImport {

	private final MailboxSettings settings;
	private final BounceStore store;
	private final boolean isDryRun;
	private final Instant now;

	private MailFolder folder;
	private FolderState state;
	/** Ids of the mails that are being judged, in order. */
	private final Queue<String> underWay = new ArrayDeque<>();
	/** Mails of the batch that is stored next. */
	private final List<ReadMark.Noted> batch = new ArrayList<>();
	private long lastUid;
	private long recognised;
	private long waiting;

	/** @param now when the mails are read */
	public FolderImport(MailboxSettings settings, BounceStore store, Instant now, boolean isDryRun) {
		this.settings = settings;
		this.store = store;
		this.now = now;
		this.isDryRun = isDryRun;
	}

	/** Opens the next folder. */
	public void open(Mailbox mailbox, String name) throws MailboxException {
		folder = mailbox.open(name, settings.after().action() != Action.LEAVE && !isDryRun);
		FolderState before = store.mailboxes().state(settings.name(), name);
		long validity = validity(settings, folder.validity());
		// With another validity the ids mean other mails: all are read again, and those that are known change nothing.
		state = before.validity() == validity ? before : new FolderState(settings.name(), name, validity, 0);
		lastUid = state.lastUid();
		recognised = 0;
		underWay.clear();
		batch.clear();
	}

	/** Another account under the same name has other mails, though servers give the same numbers (1 is popular). */
	private static long validity(MailboxSettings settings, long ofFolder) {
		String account = settings.protocol() + ' ' + settings.user() + ' ' + settings.host().toLowerCase(Locale.ROOT);
		return (long) account.hashCode() << 32 | ofFolder & 0xffff_ffffL;
	}

	/**
	 * Reads what is new.
	 *
	 * @param unrecognised takes what is no bounce
	 */
	public void read(MailReading reading, MailImport mails, List<Unrecognised> unrecognised, Progress progress)
			throws MailboxException {
		Set<String> noted = folder.isAscending()
				? Set.of()
				: store.mailboxes().noted(settings.name(), state.folder(), state.validity());
		Set<String> present = new HashSet<>();
		MailboxException[] failure = new MailboxException[1];
		reading.read(settings.protocol(), handler -> {
			try {
				folder.read(state.lastUid(), uid -> {
					present.add(uid);
					return noted.contains(uid);
				}, new Handing(handler));
			} catch (MailboxException broken) {
				// What was handed over before is stored all the same.
				failure[0] = broken;
			}
		}, mails::item, mails::item, item -> add(item, mails, unrecognised), progress);
		mails.flush();
		if (failure[0] != null) {
			throw failure[0];
		}
		if (!isDryRun && !noted.isEmpty()) {
			noted.removeAll(present);
			store.mailboxes().forget(settings.name(), state.folder(), state.validity(), noted);
		}
	}

	/** Hands mails on and keeps their ids, which come back in the same order. */
	private final class Handing implements MailFolder.Receiver {
		private final MailHandler handler;

		Handing(MailHandler handler) {
			this.handler = handler;
		}

		@Override
		public void mail(String uid, RawMail mail) {
			underWay.add(uid);
			handler.mail(mail);
		}

		@Override
		public void progress(double fraction) {
			handler.progress(fraction);
		}
	}

	private void add(MailImport.Item item, MailImport mails, List<Unrecognised> unrecognised) {
		String uid = underWay.remove();
		NewMail mail = item.mail();
		boolean isBounce = mail != null && isBounce(mail.judged());
		boolean isActedOn = isBounce && settings.after().action() != Action.LEAVE;
		if (mail != null && mail.judged().kind() == Kind.OTHER
				&& unrecognised.size() < MailboxRound.MOST_UNRECOGNISED) {
			unrecognised.add(
					new Unrecognised(item.name(), mail.judged().report().from(), mail.judged().report().subject()));
		}
		recognised += isActedOn ? 1 : 0;
		if (folder.isAscending()) {
			lastUid = Math.max(lastUid, Long.parseLong(uid));
		}
		if (isActedOn || !folder.isAscending()) {
			batch.add(new ReadMark.Noted(uid, now, isActedOn));
		}
		mails.add(item);
	}

	/** @return whether a mail reports that somebody could not be reached, now or for good */
	static boolean isBounce(JudgedMail mail) {
		return mail.verdicts().stream()
				.anyMatch(verdict -> verdict.kind() == Kind.BOUNCE || verdict.kind() == Kind.DELAY);
	}

	/** Stores a batch and, in the same transaction, where reading goes on: which is known now, before it is stored. */
	public Supplier<AddResult> store(List<NewMail> mails) {
		if (isDryRun) {
			return () -> new AddResult(mails.stream().map(mail -> mail.judged().verdicts().stream()
					.allMatch(verdict -> verdict.kind() == Kind.OTHER) ? Outcome.NO_EVENT : Outcome.STORED).toList(), 0,
					0, 0);
		}
		FolderState reached = new FolderState(state.source(), state.folder(), state.validity(), lastUid);
		boolean isUnchanged = mails.isEmpty() && batch.isEmpty() && reached.equals(state);
		ReadMark mark = new ReadMark(reached, List.copyOf(batch));
		state = reached;
		batch.clear();
		return () -> isUnchanged ? new AddResult(List.of(), 0, 0, 0) : store.events().add(mails, mark);
	}

	/**
	 * Marks, moves or deletes the mails whose time has come.
	 *
	 * @return how many; of a dry run, how many there would be
	 */
	public long finish() throws MailboxException {
		AfterReading after = settings.after();
		waiting = 0;
		if (after.action() == Action.LEAVE) {
			return 0;
		}
		Instant due = now.minus(Duration.ofDays(after.days())).plusMillis(1);
		List<String> uids = waiting(due);
		long all = waiting(now.plusMillis(1)).size();
		if (isDryRun) {
			boolean isAtOnce = after.days() == 0;
			waiting = all - uids.size() + (isAtOnce ? 0 : recognised);
			return uids.size() + (isAtOnce ? recognised : 0);
		}
		waiting = all - uids.size();
		long[] done = new long[1];
		folder.apply(after, uids, part -> {
			done[0] += part.size();
			if (folder.isAscending()) {
				store.mailboxes().forget(settings.name(), state.folder(), state.validity(), part);
			}
		});
		return done[0];
	}

	/** @return how many mails are left whose time has not come */
	public long waiting() {
		return waiting;
	}

	private List<String> waiting(Instant before) {
		return store.mailboxes().waiting(settings.name(), state.folder(), state.validity(), before);
	}
}
