package rebound.source.logs.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a log has told so far of one mail in the server's queue. */
final class QueuedMail {

	/** More mails than this are not remembered at once; the oldest are forgotten, which costs what joins their lines. */
	private static final int MOST = 100_000;
	private static final int MOST_DEFERRED = 100;

	String messageId;
	/** The envelope sender, empty for a bounce; {@code null} while it is not known. */
	String sender;
	String subject;
	private Map<String, String> deferred;

	/** The mails of a log by their queue id. */
	static final class Queue extends LinkedHashMap<String, QueuedMail> {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, QueuedMail> eldest) {
			return size() > MOST;
		}
	}

	/** @return whether it is a bounce itself: what becomes of that tells nothing about a customer */
	boolean isBounce() {
		return sender != null && (sender.isEmpty() || sender.equals("<>"));
	}

	/** Keeps the latest line about a recipient that is still being tried. */
	void deferred(String recipient, String line) {
		deferred = deferred == null ? new LinkedHashMap<>() : deferred;
		if (deferred.size() < MOST_DEFERRED || deferred.containsKey(recipient)) {
			deferred.put(recipient, line);
		}
	}

	/** Forgets a recipient that is no longer tried. */
	void settled(String recipient) {
		if (deferred != null) {
			deferred.remove(recipient);
		}
	}

	/** @return the latest lines about the recipients that are still being tried */
	List<String> stillDeferred() {
		return deferred == null ? List.of() : new ArrayList<>(deferred.values());
	}

	/** @return a line with what was joined to it */
	String joined(String line) {
		StringBuilder joined = new StringBuilder(line);
		if (messageId != null) {
			joined.append("\nmessage-id=").append(messageId);
		}
		if (sender != null) {
			joined.append("\nfrom=").append(sender);
		}
		return joined.toString();
	}
}
