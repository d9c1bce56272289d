package rebound.source.imap.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import rebound.source.MailFolder.Receiver;
import rebound.source.RawMail;

/**
 * Fetches mails many at a time, the next ones while the last ones are worked on. Of each only the beginning at first;
 * of a longer one the rest, and of a big one the parts that matter, wherever they stand.
 */
final class ImapFetch {

	private static final int FIRST_PART = 1 << 16;
	private static final int MOST_READ = 1 << 18;
	private static final int MOST_IN_BATCH = 128;
	/** The first batches are small, so that a connection that breaks again and again gets on all the same. */
	private static final int FIRST_BATCH = 4;
	/** Storing a batch of its own takes as long as fetching some of these. */
	private static final int BATCHES_AHEAD = 3;
	/** How much is completed at a time. */
	private static final long MOST_BYTES = 1 << 22;

	private final IMAPFolder folder;
	private final Receiver receiver;

	/** @param receiver may be {@code null} if nothing is read */
	ImapFetch(IMAPFolder folder, Receiver receiver) {
		this.folder = folder;
		this.receiver = receiver;
	}

	/** A mail as far as it was fetched; one that is not complete has more that may matter. */
	private record Fetched(long uid, byte[] content, boolean isComplete) {
	}

	/**
	 * What came of a batch before the connection broke, if it did.
	 *
	 * @param next index of the id that the next batch begins with
	 */
	private record Batch(List<Fetched> mails, int next, ProtocolException failure) {
	}

	/** @return whether there are mails with a higher id */
	boolean hasNew(long lastUid) throws MessagingException {
		return newUids(lastUid).length > 0;
	}

	void read(long lastUid) throws MessagingException {
		Fetching fetching = new Fetching(newUids(lastUid));
		try (ExecutorService ahead = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
			Deque<Future<Batch>> underWay = new ArrayDeque<>();
			try {
				do {
					while (underWay.size() < BATCHES_AHEAD) {
						underWay.add(ahead.submit(fetching));
					}
				} while (handOver(get(underWay.remove()), fetching.uids.length));
			} finally {
				fetching.isOver = true;
			}
		}
	}

	/** @return whether there may be more */
	private boolean handOver(Batch batch, int all) throws MessagingException {
		if (batch == null) {
			return false;
		}
		for (Fetched mail : batch.mails()) {
			receiver.mail(Long.toString(mail.uid()),
					RawMail.of(folder.getFullName() + "/" + mail.uid(), mail.content()));
		}
		receiver.progress((double) batch.next() / all);
		if (batch.failure() != null) {
			throw new MessagingException(batch.failure().getMessage(), batch.failure());
		}
		return true;
	}

	/** Fetches the next batch each time it is called, by one thread. */
	private final class Fetching implements Callable<Batch> {
		private final long[] uids;
		private volatile boolean isOver;
		private int next;
		private int batchSize = FIRST_BATCH;

		Fetching(long[] uids) {
			this.uids = uids;
		}

		/** @return {@code null} if there is no more, or nobody wants more */
		@Override
		public Batch call() throws MessagingException {
			if (isOver || next == uids.length) {
				return null;
			}
			int from = next;
			long[] wanted = Arrays.copyOfRange(uids, from, Math.min(from + batchSize, uids.length));
			Batch batch = (Batch) folder.doCommand(protocol -> fetch(protocol, wanted));
			next = from + batch.next();
			batchSize = Math.min(2 * batchSize, MOST_IN_BATCH);
			isOver |= batch.failure() != null;
			return new Batch(batch.mails(), next, batch.failure());
		}
	}

	private static Batch get(Future<Batch> batch) throws MessagingException {
		try {
			return batch.get();
		} catch (ExecutionException failed) {
			switch (failed.getCause()) {
				case MessagingException told -> throw told;
				case RuntimeException mistake -> throw mistake;
				default -> throw new MessagingException("fetch", failed);
			}
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	private long[] newUids(long lastUid) throws MessagingException {
		return (long[]) folder.doCommand(protocol -> {
			Response[] responses = command(protocol, "UID SEARCH UID " + (lastUid + 1) + ":*");
			List<Long> uids = new ArrayList<>();
			for (Response response : responses) {
				if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
					for (long uid = found.readLong(); uid >= 0; uid = found.readLong()) {
						uids.add(uid);
					}
				}
			}
			// "*" is the last mail even when its id is lower.
			return uids.stream().mapToLong(Long::longValue).filter(uid -> uid > lastUid).sorted().distinct().toArray();
		});
	}

	private static Response[] command(IMAPProtocol protocol, String command) throws ProtocolException {
		Response[] responses = protocol.command(command, null);
		protocol.notifyResponseHandlers(responses);
		protocol.handleResult(responses[responses.length - 1]);
		return responses;
	}

	private static Batch fetch(IMAPProtocol protocol, long[] uids) {
		Response[] responses = protocol
				.command("UID FETCH " + set(uids) + " (UID RFC822.SIZE BODY.PEEK[]<0." + FIRST_PART + ">)", null);
		List<Fetched> mails = new ArrayList<>();
		List<Long> big = new ArrayList<>();
		for (Response response : responses) {
			if (response instanceof FetchResponse fetch) {
				UID uid = fetch.getItem(UID.class);
				RFC822SIZE size = fetch.getItem(RFC822SIZE.class);
				byte[] body = body(fetch);
				if (uid != null && body != null && Arrays.binarySearch(uids, uid.uid) >= 0) {
					boolean isCut = body.length == FIRST_PART && size != null && size.size > FIRST_PART;
					mails.add(new Fetched(uid.uid, body, !isCut));
					if (isCut && size.size > MOST_READ) {
						big.add(uid.uid);
					}
				}
			}
		}
		// Servers need not keep to the order that was asked for, and where reading goes on next time relies on it.
		mails.sort((one, other) -> Long.compare(one.uid(), other.uid()));
		protocol.notifyResponseHandlers(responses);
		try {
			protocol.handleResult(responses[responses.length - 1]);
			return completed(protocol, mails, uids, parts(protocol, big));
		} catch (ProtocolException failure) {
			return new Batch(wholeFrom(mails), 0, failure);
		}
	}

	/** Fetches what is missing, until that is more than should be held. */
	private static Batch completed(IMAPProtocol protocol, List<Fetched> mails, long[] uids, Map<Long, ImapParts> parts)
			throws ProtocolException {
		long bytes = 0;
		for (int i = 0; i < mails.size(); i++) {
			Fetched mail = mails.get(i);
			if (!mail.isComplete()) {
				if (bytes > MOST_BYTES) {
					return new Batch(List.copyOf(mails.subList(0, i)), Arrays.binarySearch(uids, mail.uid()), null);
				}
				mails.set(i, completed(protocol, mail, parts.get(mail.uid())));
				bytes += mails.get(i).content().length;
			}
		}
		return new Batch(mails, uids.length, null);
	}

	/** After a failure: the mails up to the first whose rest is missing. */
	private static List<Fetched> wholeFrom(List<Fetched> mails) {
		List<Fetched> whole = new ArrayList<>();
		for (Fetched mail : mails) {
			if (!mail.isComplete()) {
				break;
			}
			whole.add(mail);
		}
		return whole;
	}

	/** Asks what big mails are made of. */
	private static Map<Long, ImapParts> parts(IMAPProtocol protocol, List<Long> big) throws ProtocolException {
		Map<Long, ImapParts> wanted = new HashMap<>();
		if (big.isEmpty()) {
			return wanted;
		}
		long[] uids = big.stream().mapToLong(Long::longValue).sorted().toArray();
		for (Response response : command(protocol, "UID FETCH " + set(uids) + " (UID BODYSTRUCTURE)")) {
			if (response instanceof FetchResponse fetch && fetch.getItem(UID.class) != null) {
				wanted.put(fetch.getItem(UID.class).uid, ImapParts.of(fetch.getItem(BODYSTRUCTURE.class)));
			}
		}
		return wanted;
	}

	private static Fetched completed(IMAPProtocol protocol, Fetched mail, ImapParts parts) throws ProtocolException {
		if (parts != null) {
			try {
				for (Response response : command(protocol,
						"UID FETCH " + mail.uid() + " (UID " + parts.items() + ")")) {
					if (response instanceof FetchResponse fetch && body(fetch) != null) {
						return new Fetched(mail.uid(), parts.join(fetch), true);
					}
				}
			} catch (CommandFailedException | BadCommandException notUnderstood) {
				// Then the beginning has to do.
				return more(protocol, mail);
			}
		}
		return more(protocol, mail);
	}

	/** The beginning of a mail that is not made of parts. */
	private static Fetched more(IMAPProtocol protocol, Fetched mail) throws ProtocolException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes(mail.content());
		for (Response response : command(protocol, "UID FETCH " + mail.uid() + " (UID BODY.PEEK[]<" + FIRST_PART + "."
				+ (MOST_READ - FIRST_PART) + ">)")) {
			if (response instanceof FetchResponse fetch && body(fetch) != null) {
				content.writeBytes(body(fetch));
			}
		}
		return new Fetched(mail.uid(), content.toByteArray(), true);
	}

	private static byte[] body(FetchResponse fetch) {
		BODY body = fetch.getItem(BODY.class);
		ByteArray bytes = body == null ? null : body.getByteArray();
		return bytes == null ? null : bytes.getNewBytes();
	}

	/** @return the ids as a sequence set (RFC 3501), neighbours as ranges */
	static String set(long[] uids) {
		StringBuilder set = new StringBuilder();
		for (int i = 0; i < uids.length; i++) {
			int last = i;
			while (last + 1 < uids.length && uids[last + 1] == uids[last] + 1) {
				last++;
			}
			set.append(set.isEmpty() ? "" : ",").append(uids[i]);
			if (last > i) {
				set.append(':').append(uids[last]);
			}
			i = last;
		}
		return set.toString();
	}
}
