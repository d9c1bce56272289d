package rebound.source.logs.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import rebound.model.DeliveryReport;
import rebound.source.BrokenRecord;
import rebound.source.EventHandler;
import rebound.source.EventSource;

/**
 * A service that publishes objects in JSON and exports tables in CSV with the same fields. A service says which records
 * are its own, and what one tells.
 */
abstract class ServiceEvents implements EventSource {

	private static final int RECORDS_TRIED = 3;
	private static final int LONGEST_HEAD = 1 << 16;
	private static final int FIRST_BYTES = 1 << 10;

	private final String id;

	ServiceEvents(String id) {
		this.id = id;
	}

	@Override
	public final String id() {
		return id;
	}

	/** @return whether these are the fields of this service's records; of a table only the names are given */
	abstract boolean isOurs(Fields fields);

	/**
	 * Collects what a record tells.
	 *
	 * @return whether it is about a delivery at all
	 */
	abstract boolean tell(Fields fields, Told told);

	/** @return the head for a table that has none, told by its first row; {@code null} if the row is a head */
	String headless(List<String> firstRow) {
		return null;
	}

	@Override
	public final boolean recognises(byte[] head) {
		if (JsonRecords.beginsLikeJson(head)) {
			Trial trial = new Trial();
			try {
				JsonRecords.read(new ByteArrayInputStream(head), trial);
			} catch (IOException | Enough decided) {
				return trial.ours;
			}
			return trial.ours;
		}
		return beginsLikeTable(head) && isTable(head);
	}

	@Override
	public final void read(InputStream file, EventHandler handler) throws IOException {
		Records records = new Records() {
			@Override
			public void record(long line, String raw, Fields fields) {
				hand(line, raw, unwrapped(fields), handler);
			}

			@Override
			public void broken(long line, BrokenRecord.Code code) {
				handler.broken(line, code);
			}
		};
		Peeked peeked = Peeked.of(file);
		if (JsonRecords.beginsLikeJson(peeked.head())) {
			JsonRecords.read(peeked.whole(), records);
		} else {
			CsvRecords.read(peeked.whole(), row -> row == null ? null : headless(row), records);
		}
	}

	/** @return a time of this service's, which writes UTC where it names no zone */
	static Instant time(String text) {
		return Times.of(text, ZoneOffset.UTC);
	}

	private void hand(long line, String raw, Fields fields, EventHandler handler) {
		if (!isOurs(fields)) {
			return;
		}
		Told told = new Told(id);
		if (tell(fields, told)) {
			DeliveryReport report = told.report();
			if (report == null) {
				handler.broken(line, BrokenRecord.Code.INCOMPLETE);
			} else {
				handler.event(line, raw.getBytes(StandardCharsets.UTF_8), report);
			}
		}
	}

	/** What carries a record: Amazon's topics and event bus, and the envelopes of Mailgun and SparkPost. */
	private static Fields unwrapped(Fields fields) {
		String message = fields.text("message");
		if (message != null && message.startsWith("{") && fields.has("topicarn")) {
			return JsonRecords.object(message);
		}
		if (fields.has("detailtype", "detail")) {
			return fields.child("detail");
		}
		if (fields.has("eventdata")) {
			return fields.child("eventdata");
		}
		if (fields.has("msys")) {
			return fields.child("msys").values().values().stream().filter(Fields.class::isInstance)
					.map(Fields.class::cast).findFirst().orElse(Fields.NONE);
		}
		return fields;
	}

	/** A mail begins with a header field, which has a colon where a table's head has columns. */
	private static boolean beginsLikeTable(byte[] head) {
		for (int i = 0; i < head.length && i < LONGEST_HEAD; i++) {
			switch (head[i]) {
				case ',', ';', '\t' -> {
					return true;
				}
				case ':', '\n' -> {
					return head[0] == '#';
				}
				default -> {
					// Goes on.
				}
			}
		}
		return false;
	}

	private boolean isTable(byte[] head) {
		Trial trial = new Trial();
		try {
			CsvRecords.read(new ByteArrayInputStream(head, 0, Math.min(head.length, LONGEST_HEAD)),
					row -> row == null ? null : headless(row), trial);
		} catch (IOException | Enough decided) {
			return trial.ours;
		}
		return trial.ours;
	}

	/** The first bytes of a file, and the file with them. */
	private record Peeked(byte[] head, InputStream whole) {
		static Peeked of(InputStream file) throws IOException {
			PushbackInputStream in = new PushbackInputStream(file, FIRST_BYTES);
			byte[] head = in.readNBytes(FIRST_BYTES);
			in.unread(head);
			return new Peeked(head, in);
		}
	}

	/** Looks at a few records. */
	private final class Trial implements Records {
		private boolean ours;
		private int tried;

		@Override
		public void record(long line, String raw, Fields fields) {
			ours = isOurs(unwrapped(fields));
			if (ours || ++tried == RECORDS_TRIED) {
				throw new Enough();
			}
		}

		@Override
		public void broken(long line, BrokenRecord.Code code) {
			if (++tried == RECORDS_TRIED) {
				throw new Enough();
			}
		}
	}

	private static final class Enough extends RuntimeException {
		private static final long serialVersionUID = 1;

		Enough() {
			super(null, null, false, false);
		}
	}
}
