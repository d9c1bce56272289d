package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import rebound.model.Action;
import rebound.model.RecipientStatus;

/** Completes what the lines of a notice say about recipients from the mail's header and the returned message. */
final class RecipientFinder {

	private final Message message;
	private final Layout layout;
	private final LayoutReading reading;
	private final Map<String, Draft> found = new LinkedHashMap<>();
	private Transcript transcript;

	RecipientFinder(Message message, Layout layout, LayoutReading reading) {
		this.message = message;
		this.layout = layout;
		this.reading = reading;
	}

	List<RecipientStatus> recipients() {
		for (Draft draft : reading.drafts()) {
			if (!draft.nameless) {
				complete(draft);
			}
		}
		if (layout.otherwise().contains(Layout.Otherwise.FAILED_FIELD)) {
			addFailedField();
		}
		for (Layout.Otherwise otherwise : layout.otherwise()) {
			if (!found.isEmpty()) {
				break;
			}
			switch (otherwise) {
				case FAILED_FIELD -> {
					// Done above, for it also completes what the lines name.
				}
				case TRANSCRIPT -> transcript().refused().forEach(this::add);
				case ORIGINAL_TO -> message.returnedTo().forEach(this::addOther);
				case TEXT -> addFirstOther(message.text());
				case SUBJECT -> addFirstOther(message.headers().first("Subject"));
			}
		}
		if (layout.otherwise().contains(Layout.Otherwise.TRANSCRIPT)) {
			found.values().forEach(this::addTranscript);
		}
		if (reading.delayed()) {
			found.values().forEach(draft -> draft.action = Action.DELAYED);
		}
		List<RecipientStatus> recipients = new ArrayList<>(found.size());
		found.values().forEach(draft -> recipients.add(draft.build()));
		return recipients;
	}

	private Transcript transcript() {
		if (transcript == null) {
			transcript = Transcript.read(message.notice(), message.original().noticeEnd());
		}
		return transcript;
	}

	private void addTranscript(Draft draft) {
		Draft said = transcript().about(draft.address);
		if (said == null) {
			return;
		}
		if (!draft.hasReason() || DiagnosticScanner.scan(draft.reason.toString()).code() == 0) {
			draft.reason.setLength(0);
			draft.addReason(said.reason.toString());
		}
		draft.host = said.host;
		draft.command = said.command;
	}

	private void add(Draft draft) {
		found.putIfAbsent(draft.address.toLowerCase(Locale.ROOT), draft);
	}

	/** Some servers name the local part only. */
	private void complete(Draft draft) {
		if (draft.address.indexOf('@') < 0) {
			String domain = message.senderDomain();
			for (String address : Message.addressesOf(message.returned(), "To")) {
				if (address.regionMatches(true, 0, draft.address + '@', 0, draft.address.length() + 1)) {
					domain = Addresses.domain(address);
				}
			}
			if (domain == null) {
				return;
			}
			draft.address = draft.address + '@' + domain;
		}
		add(draft);
	}

	/** Exim names in a field whom it names in its text by local part, by file or by command. */
	private void addFailedField() {
		List<String> rest = new ArrayList<>(Message.addressesOf(message.headers(), "X-Failed-Recipients"));
		rest.removeIf(address -> found.containsKey(address.toLowerCase(Locale.ROOT)));
		for (Draft draft : reading.drafts()) {
			if (!draft.nameless) {
				continue;
			}
			String match = draft.original;
			for (String address : rest) {
				if (match == null
						&& address.regionMatches(true, 0, draft.address + '@', 0, draft.address.length() + 1)) {
					match = address;
				}
			}
			match = match == null && !rest.isEmpty() ? rest.getFirst() : match;
			if (match != null) {
				String address = match;
				draft.original = address.equals(draft.original) ? null : draft.original;
				if (draft.address.startsWith("pipe to ")) {
					// Which command failed is all that is said of some.
					draft.reason.insert(0, draft.address + "\n");
				}
				rest.removeIf(address::equalsIgnoreCase);
				draft.address = address;
				add(draft);
			}
		}
		if (found.isEmpty()) {
			rest.forEach(this::addOther);
		}
	}

	private void addOther(String address) {
		Draft draft = new Draft(address, Action.FAILED);
		draft.addReason(reading.sharedReason());
		add(draft);
	}

	private void addFirstOther(String text) {
		if (text == null) {
			return;
		}
		String reader = message.reader();
		for (Addresses.Found at = Addresses.next(text, 0); at != null; at = Addresses.next(text, at.end())) {
			if (!at.address().equalsIgnoreCase(reader)
					&& !at.address().toLowerCase(Locale.ROOT).startsWith("postmaster@")) {
				addOther(at.address());
				return;
			}
		}
	}
}
