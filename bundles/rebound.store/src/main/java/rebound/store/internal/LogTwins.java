package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import rebound.model.AddressHistory;
import rebound.model.Kind;
import rebound.model.Occurrence;

/**
 * Joins what a mail and the record of a log tell of the same bounce where one of them does not know the Message-ID, so
 * that their ids differ. Joined is only what fits in everything: the address, the code, the server's answer and the time,
 * with nothing else that could be meant. The mail's event stays, and remembers that it has its record.
 */
final class LogTwins {
	private static final long WINDOW = Duration.ofMinutes(10).toMillis();
	private static final String LOG = "log";
	private static final String BOTH = "+log";
	/** A shorter answer is given to everybody. */
	private static final int SHORTEST_ANSWER = 16;

	/** What is looked at of an event. */
	private record Event(byte[] id, long occurred, String status, int replyCode, String answer, String messageId,
			String source, String campaign, String attribution) {

		static Event read(ResultSet row) throws SQLException {
			return new Event(row.getBytes(2), row.getLong(3), row.getString(4), row.getInt(5),
					answer(row.getString(6)), row.getString(7), row.getString(8), row.getString(9), row.getString(10));
		}

		/** What servers and logs put around an answer, and how they wrap it, tells nothing. */
		private static String answer(String diagnostic) {
			StringBuilder answer = new StringBuilder();
			for (int i = 0; diagnostic != null && i < diagnostic.length(); i++) {
				char c = diagnostic.charAt(i);
				if (Character.isLetterOrDigit(c)) {
					answer.append(Character.toLowerCase(c));
				}
			}
			return answer.toString();
		}

		boolean isLog() {
			return LOG.equals(source);
		}

		boolean isFree() {
			return !source.endsWith(BOTH);
		}

		boolean fits(Event other) {
			return isLog() != other.isLog() && (messageId == null || other.messageId == null)
					&& Math.abs(occurred - other.occurred) <= WINDOW && hasCodeOf(other) && hasAnswerOf(other);
		}

		private boolean hasCodeOf(Event other) {
			return status != null && other.status != null
					? status.equals(other.status)
					: replyCode > 0 && replyCode == other.replyCode;
		}

		private boolean hasAnswerOf(Event other) {
			return Math.min(answer.length(), other.answer.length()) >= SHORTEST_ANSWER
					&& (answer.contains(other.answer) || other.answer.contains(answer));
		}
	}

	private LogTwins() {
	}

	/** @return the addresses whose bounces have to be looked at more closely, mostly none */
	static Set<String> suspects(List<AddressHistory> histories) {
		Set<String> suspects = new TreeSet<>();
		for (AddressHistory history : histories) {
			Occurrence last = null;
			for (Occurrence next : history.occurrences()) {
				if (next.kind() == Kind.BOUNCE) {
					if (last != null && (last.messageId() == null || next.messageId() == null)
							&& next.at().toEpochMilli() - last.at().toEpochMilli() <= WINDOW) {
						suspects.add(history.address().value());
					}
					last = next;
				}
			}
		}
		return suspects;
	}

	/** @return how many events were joined to others */
	static int join(Connection connection, Set<String> addresses) throws SQLException {
		Map<String, Map<String, Event>> events = new TreeMap<>();
		Rows.eachOf(connection, "SELECT address, id, occurred, status, reply_code, diagnostic, message_id, source, "
				+ "campaign, attribution FROM " + Rows.using("event", "event_address")
				+ " WHERE kind = 'bounce' AND address IN ", addresses, row -> {
					Event event = Event.read(row);
					events.computeIfAbsent(row.getString(1), address -> new HashMap<>()).put(Text.hex(event.id()),
							event);
				});
		Set<String> campaigns = new TreeSet<>();
		int joined = 0;
		for (Map<String, Event> ofAddress : events.values()) {
			List<Event> all = List.copyOf(ofAddress.values());
			for (Event record : all) {
				List<Event> mails = record.isLog() ? fitting(record, all) : List.of();
				// taken mails count, too: of what fits twice nobody knows which is meant
				if (mails.size() == 1 && mails.getFirst().isFree() && fitting(mails.getFirst(), all).size() == 1) {
					join(connection, mails.getFirst(), record, campaigns);
					joined++;
				}
			}
		}
		CampaignRow.markDue(connection, campaigns);
		return joined;
	}

	private static List<Event> fitting(Event event, List<Event> all) {
		List<Event> fitting = new ArrayList<>();
		for (Event other : all) {
			if (event.fits(other)) {
				fitting.add(other);
			}
		}
		return fitting;
	}

	private static void join(Connection connection, Event mail, Event record, Set<String> campaigns)
			throws SQLException {
		boolean isTold = mail.campaign() != null || mail.attribution() != null;
		try (PreparedStatement update = connection
				.prepareStatement("UPDATE event SET source = ?, campaign = ?, attribution = ? WHERE id = ?")) {
			update.setString(1, mail.source() + BOTH);
			update.setString(2, isTold ? mail.campaign() : record.campaign());
			update.setString(3, isTold ? mail.attribution() : record.attribution());
			update.setBytes(4, mail.id());
			update.executeUpdate();
		}
		Rows.update(connection, "DELETE FROM event WHERE id = ?", record.id());
		if (record.campaign() != null) {
			campaigns.add(record.campaign());
		}
	}
}
