package rebound.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

import rebound.model.BounceType;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Problem;
import rebound.model.Reason;
import rebound.model.Verdict;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.ReadMail;
import rebound.pipeline.Skipped;
import rebound.pipeline.Unreadable;
import rebound.store.AddResult;
import rebound.store.NewMail;

/**
 * Stores judged mails batch by batch and counts what they say. While one batch is being stored the next one is read and
 * judged; they are stored in order, each only when the one before it is.
 */
public final class MailImport implements AutoCloseable {

	private static final int BATCH = 300;
	private static final long BATCH_BYTES = 1 << 21;

	private final Function<List<NewMail>, Supplier<AddResult>> store;
	private final Instant received;

	private List<Item> batch = new ArrayList<>();
	private long batchBytes;
	private Storing underWay;

	private final Map<String, Long> formats = new TreeMap<>();
	private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
	private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
	private final List<Skipped> skipped = new ArrayList<>();
	private long messages;
	private long hard;
	private long soft;
	private long stored;
	private long known;
	private long newEvents;
	private long newCampaigns;
	private long skippedCount;
	private long unreadable;

	/**
	 * @param store    makes of a batch of mails what stores it, all or none, on a thread of its own; an empty batch is the
	 *                 last
	 * @param received when the mails are read
	 */
	public MailImport(Function<List<NewMail>, Supplier<AddResult>> store, Instant received) {
		this.store = store;
		this.received = received;
	}

	/** A mail on its way to the store, or the reason why it is none. */
	public record Item(String name, NewMail mail, Exception failure) {
	}

	/** A batch that is being stored. */
	private record Storing(List<Item> items, CompletableFuture<AddResult> result) {
	}

	/** Makes of a mail what is stored; may be called from several threads. */
	public Item item(ReadMail mail) {
		boolean torn = mail.judged().problems().stream().anyMatch(p -> p.code() == Problem.Code.UNREADABLE);
		if (torn) {
			return new Item(mail.raw().name(), null, new IOException(mail.judged().problems().getFirst().detail()));
		}
		try (InputStream in = mail.raw().content().open()) {
			return new Item(mail.raw().name(), newMail(in, mail), null);
		} catch (IOException failed) {
			return new Item(mail.raw().name(), null, failed);
		}
	}

	/** Makes the same of something that can't be read. */
	public Item item(Unreadable failure) {
		return new Item(failure.name(), null, failure.cause());
	}

	/** Takes the next mail in order. */
	public void add(Item item) {
		messages++;
		if (item.mail() == null) {
			unreadable++;
			skip(new Skipped(item.name(), Problem.Code.UNREADABLE, item.failure()));
			return;
		}
		if (ReadMail.LOG.equals(item.mail().source())) {
			formats.merge(String.valueOf(item.mail().judged().report().layout()), 1L, Long::sum);
		}
		count(item.mail().judged());
		batch.add(item);
		batchBytes += item.mail().raw().length;
		if (batch.size() >= BATCH || batchBytes >= BATCH_BYTES) {
			begin();
		}
	}

	/** Stores what is waiting; returns when all is stored. */
	public void flush() {
		begin();
		finish();
	}

	/** Waits for what is being stored, so that the store can be closed; what came of it no longer matters. */
	@Override
	public void close() {
		if (underWay != null) {
			underWay.result().exceptionally(failed -> null).join();
			underWay = null;
		}
	}

	private void begin() {
		finish();
		Supplier<AddResult> storing = store.apply(batch.stream().map(Item::mail).toList());
		// No pool: there are some ten batches a second, and none of them may be interrupted.
		underWay = new Storing(batch, CompletableFuture.supplyAsync(storing,
				task -> Thread.ofPlatform().name("rebound-store").daemon().start(task)));
		batch = new ArrayList<>();
		batchBytes = 0;
	}

	private void finish() {
		if (underWay == null) {
			return;
		}
		List<Item> items = underWay.items();
		AddResult result = stored(underWay.result());
		underWay = null;
		for (int i = 0; i < items.size(); i++) {
			switch (result.outcomes().get(i)) {
				case STORED -> stored++;
				case KNOWN_EVENTS, KNOWN_MAIL -> known++;
				case NO_EVENT -> {
					List<Problem> problems = items.get(i).mail().judged().problems();
					skip(new Skipped(items.get(i).name(), problems.isEmpty() ? null : problems.getFirst().code(),
							null));
				}
			}
		}
		newEvents += result.newEvents();
		newCampaigns += result.newCampaigns();
	}

	private static AddResult stored(CompletableFuture<AddResult> result) {
		try {
			return result.join();
		} catch (CompletionException failed) {
			switch (failed.getCause()) {
				case RuntimeException exception -> throw exception;
				case Error error -> throw error;
				default -> throw failed;
			}
		}
	}

	/** @param judged number of addresses that the blocking policy judged */
	public ImportSummary summary(int judged) {
		return new ImportSummary(messages, formats, kinds, hard, soft, reasons, stored, known, newEvents, newCampaigns,
				skipped,
				skippedCount, unreadable, judged);
	}

	private void count(JudgedMail mail) {
		kinds.merge(mail.kind(), 1L, Long::sum);
		for (Verdict verdict : mail.verdicts()) {
			hard += verdict.type() == BounceType.HARD ? 1 : 0;
			soft += verdict.type() == BounceType.SOFT ? 1 : 0;
			if (verdict.kind() == Kind.BOUNCE && verdict.reason() != null) {
				reasons.merge(verdict.reason(), 1L, Long::sum);
			}
		}
	}

	private void skip(Skipped what) {
		skippedCount++;
		if (skipped.size() < ImportSummary.MOST_SKIPPED) {
			skipped.add(what);
		}
	}

	/** Of a big mail only the beginning is held; the hash is of all of it. */
	private NewMail newMail(InputStream in, ReadMail mail) throws IOException {
		MessageDigest digest = sha256();
		byte[] raw = in.readNBytes(NewMail.RAW_LIMIT);
		digest.update(raw);
		long size = raw.length;
		byte[] block = new byte[raw.length < NewMail.RAW_LIMIT ? 0 : 1 << 16];
		for (int n = 0; block.length > 0 && n >= 0; n = in.read(block)) {
			digest.update(block, 0, n);
			size += n;
		}
		String hash = HexFormat.of().formatHex(digest.digest());
		return new NewMail(hash, raw, size, mail.source(), received, mail.judged());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}
}
