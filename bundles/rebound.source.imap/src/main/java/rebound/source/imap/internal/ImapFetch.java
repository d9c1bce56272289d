package rebound.source.imap.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import rebound.source.MailFolder.Receiver;
import rebound.source.RawMail;

/**
 * Fetches mails many at a time, the next ones while the last ones are worked on. Of each only the beginning at first;
 * of a longer one as much again as may matter: what a server says of a bounce stands before the mail it returns.
 */
final class ImapFetch {

	private static final int FIRST_PART = 1 << 16;
	private static final int MOST_READ = 1 << 18;
	private static final int MOST_IN_BATCH = 128;
	/** The first batches are small, so that a connection that breaks again and again gets on all the same. */
	private static final int FIRST_BATCH = 4;

	private final IMAPFolder folder;
	private final Receiver receiver;

	/** @param receiver may be {@code null} if nothing is read */
	ImapFetch(IMAPFolder folder, Receiver receiver) {
		this.folder = folder;
		this.receiver = receiver;
	}

	/** A mail's beginning. */
	private record Fetched(long uid, long size, byte[] first, byte[] more) {
		RawMail mail(String folder) {
			return new RawMail(folder + "/" + uid, first.length + more.length, this::open);
		}

		private InputStream open() {
			InputStream begin = new ByteArrayInputStream(first);
			return more.length == 0 ? begin : new SequenceInputStream(begin, new ByteArrayInputStream(more));
		}
	}

	/** What came of a batch before the connection broke, if it did. */
	private record Batch(List<Fetched> mails, ProtocolException failure) {
	}

	/** @return whether there are mails with a higher id */
	boolean hasNew(long lastUid) throws MessagingException {
		return newUids(lastUid).length > 0;
	}

	void read(long lastUid) throws MessagingException {
		long[] uids = newUids(lastUid);
		if (uids.length == 0) {
			return;
		}
		try (ExecutorService ahead = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
			int batchSize = FIRST_BATCH;
			int from = 0;
			int to = Math.min(batchSize, uids.length);
			Future<Batch> next = fetch(ahead, uids, from, to);
			while (next != null) {
				Batch batch = get(next);
				from = to;
				batchSize = Math.min(2 * batchSize, MOST_IN_BATCH);
				to = Math.min(from + batchSize, uids.length);
				next = batch.failure() != null || from == uids.length ? null : fetch(ahead, uids, from, to);
				for (Fetched mail : batch.mails()) {
					receiver.mail(Long.toString(mail.uid()), mail.mail(folder.getFullName()));
				}
				receiver.progress((double) from / uids.length);
				if (batch.failure() != null) {
					throw new MessagingException(batch.failure().getMessage(), batch.failure());
				}
			}
		}
	}

	private Future<Batch> fetch(ExecutorService ahead, long[] uids, int from, int to) {
		long[] wanted = Arrays.copyOfRange(uids, from, to);
		return ahead.submit(() -> (Batch) folder.doCommand(protocol -> fetch(protocol, wanted)));
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
		for (Response response : responses) {
			if (response instanceof FetchResponse fetch) {
				UID uid = fetch.getItem(UID.class);
				RFC822SIZE size = fetch.getItem(RFC822SIZE.class);
				byte[] body = body(fetch);
				if (uid != null && body != null && Arrays.binarySearch(uids, uid.uid) >= 0) {
					mails.add(new Fetched(uid.uid, size == null ? body.length : size.size, body, new byte[0]));
				}
			}
		}
		// Servers need not keep to the order that was asked for, and where reading goes on next time relies on it.
		mails.sort((one, other) -> Long.compare(one.uid(), other.uid()));
		protocol.notifyResponseHandlers(responses);
		try {
			protocol.handleResult(responses[responses.length - 1]);
			for (int i = 0; i < mails.size(); i++) {
				mails.set(i, withMore(protocol, mails.get(i)));
			}
			return new Batch(mails, null);
		} catch (ProtocolException failure) {
			return new Batch(wholeFrom(mails), failure);
		}
	}

	/** After a failure: the mails up to the first whose rest is missing. */
	private static List<Fetched> wholeFrom(List<Fetched> mails) {
		List<Fetched> whole = new ArrayList<>();
		for (Fetched mail : mails) {
			if (isCut(mail)) {
				break;
			}
			whole.add(mail);
		}
		return whole;
	}

	private static boolean isCut(Fetched mail) {
		return mail.first().length == FIRST_PART && mail.size() > FIRST_PART && mail.more().length == 0;
	}

	private static Fetched withMore(IMAPProtocol protocol, Fetched mail) throws ProtocolException {
		if (!isCut(mail)) {
			return mail;
		}
		Response[] responses = command(protocol, "UID FETCH " + mail.uid() + " (UID BODY.PEEK[]<" + FIRST_PART + "."
				+ (MOST_READ - FIRST_PART) + ">)");
		byte[] more = new byte[0];
		for (Response response : responses) {
			if (response instanceof FetchResponse fetch && body(fetch) != null) {
				more = body(fetch);
			}
		}
		return new Fetched(mail.uid(), mail.size(), mail.first(), more);
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
