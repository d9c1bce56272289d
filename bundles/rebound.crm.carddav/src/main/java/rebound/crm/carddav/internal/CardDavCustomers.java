package rebound.crm.carddav.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Component;
import rebound.crm.carddav.internal.AddressBook.Card;
import rebound.crm.carddav.internal.MultiStatus.Response;
import rebound.customers.ChangingSource;
import rebound.customers.CrmConnection;
import rebound.customers.CrmConnector;
import rebound.customers.CrmConnector.WriteResult.Outcome;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;
import rebound.customers.VCards;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.CustomerChange.Kind;

/**
 * Customers from an address book on a CardDAV server (RFC 6352); the connection file's URL is the address book's. Bounce
 * status, notes and tasks become lines of the vCard's note.
 */
@Component(service = { CustomerSource.class, CrmConnector.class })
public final class CardDavCustomers implements CrmConnector, ChangingSource {

	private static final String TYPE = "carddav";
	private static final int AT_ONCE = 200;
	/** So often what changed while it was read is read again. */
	private static final int ROUNDS = 3;

	@Override
	public String id() {
		return TYPE;
	}

	@Override
	public boolean accepts(String location) {
		return CrmConnection.isOf(TYPE, location);
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		readChanges(location, null, settings, handler, gone -> {
			// who was there before is not asked
		});
	}

	/** By the server's sync token (RFC 6578). */
	@Override
	public State readChanges(String location, String since, ReadSettings settings, CustomerHandler handler,
			Consumer<String> gone) throws IOException {
		try (AddressBook book = new AddressBook(CrmConnection.read(location))) {
			long[] row = { 0 };
			String token = since == null ? "" : since;
			boolean isAll = since == null;
			for (int round = 0; round < ROUNDS; round++) {
				MultiStatus changes = book.changes(token);
				if (changes == null) {
					isAll = true;
					changes = book.changes("");
				}
				changes.responses().stream().filter(Response::isGone).map(Response::href).forEach(gone);
				List<String> hrefs = changes.responses().stream()
						.filter(response -> !response.isGone() && !response.href().endsWith("/")).map(Response::href)
						.toList();
				for (int from = 0; from < hrefs.size(); from += AT_ONCE) {
					read(book, hrefs.subList(from, Math.min(hrefs.size(), from + AT_ONCE)), settings, handler, row);
				}
				token = changes.token();
				if (hrefs.isEmpty() || token == null) {
					break;
				}
			}
			return new State(token, isAll);
		}
	}

	private static void read(AddressBook book, List<String> hrefs, ReadSettings settings, CustomerHandler handler,
			long[] row) throws IOException {
		for (Response response : book.cards(hrefs).responses()) {
			row[0]++;
			if (response.card() != null) {
				VCards.read(new StringReader(response.card()), settings,
						new Numbered(handler, row[0], response.href()));
			}
		}
	}

	@Override
	public List<WriteResult> write(String location, List<WriteOrder> orders, boolean dryRun) throws IOException {
		try (AddressBook book = new AddressBook(CrmConnection.read(location))) {
			return CrmConnector.inTurn(orders, order -> write(book, order, dryRun));
		}
	}

	private static WriteResult write(AddressBook book, WriteOrder order, boolean dryRun) throws IOException {
		CustomerChange change = order.change();
		String href = order.customer().crmRecordId();
		Card card = href == null ? null : book.get(href);
		if (card == null) {
			return new WriteResult(change, Outcome.MISSING, null);
		}
		VCardEdit edit = new VCardEdit(card.text());
		String found = String.join(", ", edit.emails());
		if (change.kind() != Kind.EMAIL) {
			edit.note(change);
		} else if (!edit.replaceEmail(change.oldValue(), change.newValue())) {
			return new WriteResult(change, Outcome.CONFLICT, found);
		}
		boolean isWritten = dryRun || book.put(href, edit.toString(), card.etag());
		return new WriteResult(change, isWritten ? Outcome.WRITTEN : Outcome.CONFLICT, isWritten ? null : found);
	}

	/** Hands over what one vCard holds, with its place on the server. */
	private record Numbered(CustomerHandler handler, long row, String href) implements CustomerHandler {

		@Override
		public void customer(long ignored, Customer c) {
			handler.customer(row, new Customer(c.id(), c.externalId(), href, c.salutation(), c.firstName(),
					c.lastName(), c.fullName(), c.jobTitle(), c.company(), c.department(), c.accountId(), c.owner(),
					c.ownerEmail(), c.language(), c.value(), c.customerClass(), c.since(), c.lastOrder(),
					c.consentStatus(), c.emails(), c.phone(), c.mobile(), c.street(), c.postalCode(), c.city(),
					c.region(), c.countryCode(), c.website(), c.isProtected(), c.other()));
		}

		@Override
		public void problem(RowProblem problem) {
			handler.problem(new RowProblem(row, problem.code(), problem.detail()));
		}
	}
}
