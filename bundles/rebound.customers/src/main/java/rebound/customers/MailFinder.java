package rebound.customers;

import java.util.ArrayList;
import java.util.List;

import rebound.customers.Suggestion.Kind;
import rebound.customers.internal.Addresses;
import rebound.model.AddressKey;
import rebound.model.AutoReply;
import rebound.model.BounceEvent;

/** Takes the new address, the successor or the day of return from the mails that came back. */
public final class MailFinder {

	private static final int TOLD_BY_SERVER = 95;
	private static final int TOLD_BY_PERSON = 92;
	private static final int SUCCESSOR = 85;
	private static final int AWAY = 90;

	private MailFinder() {
	}

	/** @return what the customer's mails tell, the latest first; an older mail does not repeat a newer one */
	public static List<Suggestion> find(LostCustomer lost) {
		List<Suggestion> found = new ArrayList<>();
		for (BounceEvent event : lost.events()) {
			AutoReply told = event.autoReply();
			if (told != null) {
				newAddress(event, told, lost.email(), found);
				person(told, lost.email(), found);
				if (told.subKind() == AutoReply.SubKind.AWAY && told.returnDate() != null) {
					found.add(new Suggestion(Kind.AWAY, null, null, null, told.returnDate(), AWAY, told.sentence(), 1));
				}
			}
		}
		return found;
	}

	private static void newAddress(BounceEvent event, AutoReply told, String failing, List<Suggestion> found) {
		if (isOther(told.newAddress(), failing)) {
			boolean bounce = event.verdict().kind() == rebound.model.Kind.BOUNCE;
			add(found, new Suggestion(bounce ? Kind.REPLY_551 : Kind.AUTO_REPLY, told.newAddress(), null, null, null,
					bounce ? TOLD_BY_SERVER : TOLD_BY_PERSON, told.sentence(), 1));
		}
	}

	private static void person(AutoReply told, String failing, List<Suggestion> found) {
		boolean reachable = isOther(told.successorEmail(), failing) || told.successorPhone() != null;
		if (told.subKind() != AutoReply.SubKind.AWAY && reachable) {
			add(found,
					new Suggestion(Kind.SUCCESSOR, told.successorEmail(), told.successorName(), told.successorPhone(),
							null, SUCCESSOR, told.sentence(), 1));
		}
	}

	private static boolean isOther(String address, String failing) {
		return address != null && Addresses.isAddress(address)
				&& !AddressKey.of(address).equals(AddressKey.of(failing));
	}

	private static void add(List<Suggestion> found, Suggestion suggestion) {
		boolean known = found.stream().anyMatch(other -> other.kind() == suggestion.kind());
		if (!known) {
			found.add(suggestion);
		}
	}
}
