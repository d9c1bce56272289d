package rebound.ui.internal.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import rebound.customers.Suggestion;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.FollowUp;
import rebound.model.Standing;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.BounceRow;
import rebound.ui.internal.desk.CardReader;
import rebound.ui.internal.desk.CustomerCard;
import rebound.ui.internal.desk.CustomerCard.AddressCard;
import rebound.ui.internal.desk.CustomerCard.Colleague;
import rebound.ui.internal.desk.CustomerRow;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.LostRow;

/** Who is behind the bounce or customer that is selected elsewhere, and how to reach them. */
public final class CustomerView {

	public static final String ID = "rebound.ui.customer";

	private final Desk desk;
	private final Asker asker;
	private final FollowUpWork work;
	private final CardReader cards;
	private final Commands commands;
	private final Pipeline pipeline;
	private final Runnable refresh = this::ask;
	private SashForm halves;
	private Lines lines;
	private CompanyPane company;
	private boolean isCompanyShown;
	private AddressKey address;
	private String customerId;
	private CustomerCard shown;

	@Inject
	CustomerView(Desk desk, FollowUpWork work, Pipeline pipeline, Commands commands) {
		this.work = work;
		this.desk = desk;
		this.pipeline = pipeline;
		this.commands = commands;
		this.cards = new CardReader(pipeline);
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite parent) {
		halves = new SashForm(parent, SWT.VERTICAL);
		lines = new Lines(halves);
		company = new CompanyPane(halves, desk, commands, pipeline, work, id -> show(null, id), () -> company(false));
		halves.setMaximizedControl(lines.control());
		company.control().setVisible(false);
		lines.control().setData(Ids.KEY, "customer.card");
		lines.fill(page -> page.faint(desk.texts().text("customer.nothing")));
		desk.database().onChange(refresh);
		ask();
	}

	@Inject
	void select(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) BounceRow row) {
		if (row != null) {
			show(row.event().address(), null);
		}
	}

	@Inject
	void select(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) Standing standing) {
		if (standing != null) {
			show(standing.address(), null);
		}
	}

	@Inject
	void select(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) CustomerRow row) {
		if (row != null) {
			show(null, row.customer().id());
		}
	}

	@Inject
	void select(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) LostRow row) {
		if (row != null) {
			show(null, row.item().lost().customer().id());
		}
	}

	private void show(AddressKey wantedAddress, String wantedCustomer) {
		address = wantedAddress;
		customerId = wantedCustomer;
		ask();
	}

	private void ask() {
		AddressKey wanted = address;
		String id = customerId;
		if (lines == null || wanted == null && id == null) {
			return;
		}
		if (isCompanyShown) {
			company.show(id == null ? wanted.value() : id);
		}
		asker.ask(store -> id == null
				? java.util.Optional.of(cards.read(store, wanted, asker.progress()))
				: store.customers().find(id).map(customer -> cards.read(store, customer, asker.progress())), card -> {
					if (card.isPresent() && !card.get().equals(shown)) {
						shown = card.get();
						lines.fill(page -> fill(page, shown));
					}
				});
	}

	/** The company is looked for only when somebody wants to see it: that takes longer than a card may. */
	private void company(boolean isWanted) {
		isCompanyShown = isWanted;
		// Maximizing only moves the other half away, where the keyboard still gets to; and what is not visible gets no room.
		company.control().setVisible(isWanted);
		halves.setMaximizedControl(isWanted ? null : lines.control());
		shown = null;
		if (isWanted) {
			company.focus();
		} else {
			company.clear();
			lines.control().setFocus();
		}
		ask();
	}

	private void fill(Lines page, CustomerCard card) {
		Customer customer = card.customer();
		if (customer == null) {
			page.title(Addresses.unicode(card.addresses().getFirst().email()));
			page.faint(text("customer.unknown"));
		} else {
			page.title(customer.displayName().isEmpty() ? customer.id() : customer.displayName());
			String role = join(", ", customer.jobTitle(), customer.company());
			if (!role.isEmpty()) {
				page.text(role);
			}
		}
		card.addresses().forEach(each -> addressOf(page, card, each));
		if (customer != null) {
			notes(page, card);
			contact(page, customer);
		}
		colleagues(page, card);
	}

	private void addressOf(Lines page, CustomerCard whose, AddressCard card) {
		if (whose.customer() != null) {
			page.heading(Addresses.unicode(card.email()));
		}
		Standing standing = card.standing();
		page.pictured(Icons.of(standing == null ? Standing.State.ACTIVE : standing.state()),
				desk.sentences().standing(standing));
		for (BounceRow row : card.events()) {
			BounceEvent event = row.event();
			String campaign = row.campaign().isEmpty() ? "" : " \u00b7 " + row.campaign();
			page.pictured(Icons.of(event.verdict()),
					desk.dates().day(event.occurred()) + ": " + desk.sentences().reason(event) + campaign);
		}
		if (card.total() > card.events().size()) {
			page.faint(text("customer.more", card.total() - card.events().size()));
		}
		suggestions(page, whose, card);
	}

	private void suggestions(Lines page, CustomerCard whose, AddressCard card) {
		if (!card.suggestions().isEmpty()) {
			page.heading(text("customer.suggestions"));
		}
		for (Suggestion found : card.suggestions()) {
			String words = desk.sentences().suggestion(found);
			CustomerChange.State state = found.email() == null ? null : whose.accepted(card.email(), found.email());
			if (state != null) {
				page.pictured(Icons.of("state-active"), words + " (" + text("change." + state.id()) + ')');
			} else if (found.kind().isOwnAddress() && whose.customer() != null) {
				page.offered(Icons.of("hint"), words, text("customer.accept"),
						text("lost.form.accept.address", Addresses.unicode(found.email())),
						() -> work.accept(whose.customer().id(), card.email(), found, whose.changes()));
			} else {
				page.pictured(Icons.of("hint"), words);
			}
		}
	}

	private void notes(Lines page, CustomerCard card) {
		page.heading(text("customer.notes"));
		FollowUp known = card.followUp();
		if (known != null) {
			page.field(text("customer.owner"), known.owner());
			page.field(text("customer.due"), desk.dates().day(known.due()));
			page.field(text("customer.outcome"),
					known.outcome() == null ? null : text("outcome." + known.outcome().id()));
			page.field(text("customer.note"), known.note());
		}
		page.linked(Icons.of("note"), text("customer.edit"), text("lost.form.save.tip"), () -> edit(card));
	}

	private void edit(CustomerCard card) {
		FollowUpDialog dialog = new FollowUpDialog(lines.control().getShell(), desk, work);
		dialog.open(card.customer(), card.followUp());
	}

	/** Nothing but what is meant to be opened by a browser or a telephone. */
	private static void launch(String scheme, String target) {
		Program.launch(scheme + target);
	}

	private void contact(Lines page, Customer customer) {
		page.heading(text("customer.contact"));
		customer.emails().forEach(email -> page.field(text("customer.write"), Addresses.unicode(email),
				() -> launch("mailto:", email)));
		page.field(text("customer.phone"), customer.phone(), () -> call(customer.phone()));
		page.field(text("customer.mobile"), customer.mobile(), () -> call(customer.mobile()));
		page.field(text("customer.postal"), join("\n", customer.street(),
				join(" ", customer.postalCode(), customer.city()), customer.region(), customer.countryCode()));
		page.field(text("customer.website"), customer.website(), () -> browse(customer.website()));
		page.field(text("customer.owner"), customer.owner());
		page.field(text("customer.lastOrder"), desk.dates().day(customer.lastOrder()));
		page.field(text("customer.value"), customer.value() == null ? null : text("number", customer.value()));
		page.field(text("customer.id"), customer.id());
	}

	private static void call(String number) {
		StringBuilder dialled = new StringBuilder();
		number.chars().filter(c -> c == '+' || c >= '0' && c <= '9').forEach(c -> dialled.append((char) c));
		launch("tel:", dialled.toString());
	}

	private static void browse(String website) {
		boolean hasScheme = website.startsWith("https://") || website.startsWith("http://");
		launch(hasScheme ? "" : "https://", website.strip());
	}

	private void colleagues(Lines page, CustomerCard card) {
		if (!card.hasCompany() || isCompanyShown) {
			return;
		}
		long reachable = card.colleagues().stream().filter(Colleague::isReachable).count();
		page.heading(card.colleagues().isEmpty()
				? text("lookup.column.company")
				: text("customer.colleagues", card.colleagues().size(), reachable));
		for (Colleague colleague : card.colleagues()) {
			Customer customer = colleague.customer();
			Standing standing = colleague.standing();
			Standing.State state = standing == null ? Standing.State.ACTIVE : standing.state();
			String tip = join(System.lineSeparator(), colleague.email(), customer.phone(),
					desk.sentences().standing(standing));
			page.linked(Icons.of(state), join(", ", customer.displayName(), customer.jobTitle()), tip,
					() -> show(null, customer.id()));
		}
		page.linked(Icons.of("customers"), text("company.show"), text("company.show.tip"), () -> company(true));
	}

	private String text(String key, Object... values) {
		return desk.texts().text(key, values);
	}

	private static String join(String separator, String... parts) {
		return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(separator));
	}

	@Focus
	void focus() {
		lines.control().setFocus();
	}

	@PreDestroy
	void dispose() {
		desk.database().removeListener(refresh);
	}
}
