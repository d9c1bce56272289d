package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import rebound.model.Action;

/**
 * Last resort for servers that no layout describes. Believes a mail to be a bounce only if its sender is one that sends
 * bounces, its subject or text says that a mail did not arrive, and an address stands with a reply code or a word for
 * recipient.
 */
final class GenericReading {

	private static final int MOST_LINES = 120;
	private static final int FEW = 3;
	private static final int MOST_RECIPIENTS = 100;
	private static final int LONGEST_REASON = 1_500;

	private final WordGroups words = WordGroups.load();

	/** @param message a mail whose sender is one that sends bounces */
	Optional<PlainBounce> read(Message message) {
		WordGroups.Presence presence = words.find(message);
		boolean subject = presence.inSubject(WordGroups.Group.SUBJECT)
				|| presence.inSubject(WordGroups.Group.DELAY);
		boolean failure = presence.inText(WordGroups.Group.FAILURE);
		List<String> named = message.addresses("X-Failed-Recipients").stream().map(a -> a.toLowerCase(Locale.ROOT))
				.toList();
		boolean believable = BounceSender.isDaemon(message.headers()) ? subject || failure : subject && failure;
		if (named.isEmpty()
				&& (!believable || presence.inSubject(WordGroups.Group.DIGEST) || isOfOthers(message, presence))) {
			return Optional.empty();
		}
		Action action = presence.isDelay() ? Action.DELAYED : Action.FAILED;
		Map<String, Draft> found = new LinkedHashMap<>();
		List<Draft> current = new ArrayList<>();
		String said = "";
		int end = Math.min(message.original().noticeEnd(), MOST_LINES);
		for (int i = 0; i < end && found.size() < MOST_RECIPIENTS; i++) {
			String line = message.notice().quoted(i) ? "" : message.notice().line(i);
			boolean replied = ReplyCodes.of(line).code() > 0;
			// At the beginning of a line stands one that failed; within another's error text, or beside a word for
			// contact, it is somebody else's.
			Addresses.Found first = Addresses.at(line, 0);
			boolean within = !current.isEmpty() && !presence.hasNear(i, WordGroups.Group.NEAR, 0);
			boolean others = !within && !presence.hasNear(i, WordGroups.Group.CONTACT, 0);
			List<String> here = candidates(message, line);
			int own = message.reader() == null ? -1 : line.indexOf(message.reader());
			// Who stands before the reader wrote to the reader.
			here.removeIf(address -> !replied && line.indexOf(address) < own);
			here.removeIf(address -> !others && (first == null || !address.equals(first.address())));
			here.removeIf(address -> !named.isEmpty() && !named.contains(address.toLowerCase(Locale.ROOT)));
			boolean believed = !here.isEmpty() && (presence.hasNear(i, WordGroups.Group.NEAR, 3)
					|| subject && presence.hasNear(i, WordGroups.Group.FAILURE, 2)
					|| replied
					|| next(message, i, end).code() > 0);
			if (believed) {
				current = new ArrayList<>();
				for (String address : here) {
					Draft draft = found.computeIfAbsent(address.toLowerCase(Locale.ROOT),
							a -> new Draft(address, action));
					current.add(draft);
				}
			}
			if (Notice.separates(line)) {
				current = current.stream().anyMatch(GenericReading::isComplete) ? new ArrayList<>() : current;
			} else {
				current.forEach(draft -> draft.addReason(line));
				said += said.length() < LONGEST_REASON ? line + '\n' : "";
			}
		}
		return named.isEmpty() && isList(message, found)
				? Optional.empty()
				: result(message, found, said, action, subject && failure);
	}

	/** An error text ends at an empty line, unless all it has is the line of the address. */
	private static boolean isComplete(Draft draft) {
		return draft.reason.indexOf("\n") > 0 || DiagnosticScanner.scan(draft.reason.toString()).code() > 0;
	}

	/** @return whether the text is about mail to the reader or about many mails, and no mail comes back with it */
	boolean isOfOthers(Message message) {
		return isOfOthers(message, words.find(message));
	}

	private static boolean isOfOthers(Message message, WordGroups.Presence presence) {
		if (message.returns()) {
			return false;
		}
		return presence.has(WordGroups.Group.STATISTIC)
				|| (presence.has(WordGroups.Group.LURE) || links(message)) && ReplyCodes.of(message.text()).code() == 0;
	}

	/** A bounce has no need to name its reader and give a link; who is after a password has. */
	private static boolean links(Message message) {
		String text = message.text();
		return message.reader() != null && (text.contains("https://") || text.contains("http://"))
				&& text.contains(message.reader());
	}

	/** A list of failures at many domains, and no mail comes back with it: a statistic. */
	private static boolean isList(Message message, Map<String, Draft> found) {
		return !message.returns() && found.size() >= FEW
				&& found.keySet().stream().map(Addresses::domain).distinct().count() > 1;
	}

	/** @return whether the text says that a mail did not arrive */
	boolean tellsFailure(Message message) {
		return words.find(message).inText(WordGroups.Group.FAILURE);
	}

	private static Optional<PlainBounce> result(Message message, Map<String, Draft> found, String said, Action action,
			boolean sure) {
		if (found.isEmpty()) {
			for (String address : message.addresses("X-Failed-Recipients")) {
				found.put(address, new Draft(address, action));
			}
		}
		if (found.isEmpty() && sure && BounceSender.isDaemon(message.headers())) {
			List<String> to = message.returnedTo();
			if (to.size() == 1) {
				found.put(to.getFirst(), new Draft(to.getFirst(), action));
			}
		}
		boolean replied = found.size() == 1 && ReplyCodes.of(said).code() > 0;
		for (Draft draft : found.values()) {
			if (!draft.hasReason() || replied && ReplyCodes.of(draft.reason.toString()).code() == 0) {
				// The reply stands before the address, or the address in the header only.
				draft.reason.setLength(0);
				draft.addReason(said);
			}
		}
		return found.isEmpty()
				? Optional.empty()
				: Optional.of(new PlainBounce("generic",
						found.values().stream().map(Draft::build).toList(), null, message.originalStart()));
	}

	/** What the next line that is not empty says. */
	private static Reply next(Message message, int line, int end) {
		for (int i = line + 1; i < Math.min(end, line + 3); i++) {
			if (!message.notice().line(i).isEmpty()) {
				return DiagnosticScanner.scan(message.notice().line(i));
			}
		}
		return Reply.NONE;
	}

	/** The addresses of a line that may have failed: not the reader's own, nor those of the people in charge. */
	private static List<String> candidates(Message message, String line) {
		List<String> all = new ArrayList<>();
		String reader = message.reader();
		String sender = message.sender();
		for (Addresses.Found at = Addresses.next(line, 0); at != null; at = Addresses.next(line, at.end())) {
			String address = at.address();
			String local = address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
			boolean inCharge = local.equals("postmaster") || local.equals("abuse") || local.startsWith("mailer-daemon");
			boolean id = at.end() - at.start() > 100 || !address.contains(".");
			if (!address.equalsIgnoreCase(reader) && !address.equalsIgnoreCase(sender) && !inCharge && !id) {
				all.add(address);
			}
		}
		return all;
	}
}
