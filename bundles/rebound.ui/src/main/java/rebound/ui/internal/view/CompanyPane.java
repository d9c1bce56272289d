package rebound.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import rebound.model.Customer;
import rebound.model.Standing;
import rebound.pipeline.ChangeList.Wish;
import rebound.pipeline.Company;
import rebound.pipeline.Company.Domain;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.command.FollowUpWork;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.CompanyCard;
import rebound.ui.internal.desk.CompanyCard.Row;
import rebound.ui.internal.desk.Desk;

/** The company of a customer: what became of it, whom to ask there, and its new domain for all at once. */
final class CompanyPane {

	private static final int MOST_DOMAINS = 4;

	private final Desk desk;
	private final Pipeline pipeline;
	private final Consumer<String> opened;
	private final Asker asker;
	private final Composite pane;
	private final Label title;
	private final Label verdict;
	private final Button accept;
	private final RowTable<Row> table;
	private CompanyCard shown;

	/**
	 * @param opened told the id of the customer who is to be shown
	 * @param hidden called when the user has seen enough
	 */
	CompanyPane(Composite parent, Desk desk, Commands commands, Pipeline pipeline, FollowUpWork work,
			Consumer<String> opened, Runnable hidden) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.opened = opened;
		this.asker = desk.database().asker();
		pane = new Composite(parent, SWT.NONE);
		pane.setLayout(Look.page(2));
		Label line = new Label(pane, SWT.SEPARATOR | SWT.HORIZONTAL);
		line.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(2, 1).create());
		title = Look.label(pane, "");
		Look.heading(title, 0);
		title.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).create());
		Link hide = new Link(pane, SWT.NONE);
		hide.setText("<a>" + text("company.hide") + "</a>");
		hide.setData(Ids.KEY, "company.hide");
		hide.addListener(SWT.Selection, e -> hidden.run());
		verdict = Look.label(pane, "");
		verdict.setData(Ids.KEY, "company.verdict");
		wide(verdict);
		accept = new Button(pane, SWT.PUSH);
		accept.setData(Ids.KEY, "company.accept");
		accept.setText(text("company.accept", 0));
		accept.setLayoutData(GridDataFactory.swtDefaults().span(2, 1).exclude(true).create());
		accept.setVisible(false);
		accept.addListener(SWT.Selection, e -> work.acceptMove(shown));
		table = new RowTable<>(pane, "company.table", SWT.MULTI, text("name.company"), Row::key, rows -> {
		});
		table.control().setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).create());
		column("lookup.column.name", 140, row -> row.person().customer().displayName());
		column("company.column.ask", 80, row -> row.turn() == 0 ? "" : text("company.turn", row.turn()));
		table.pictured(row -> row.turn() == 0 ? null : Icons.of("hint"));
		column("lookup.column.state", 95, row -> desk.sentences().state(row.person().standing()));
		table.pictured(row -> Icons.of(state(row)));
		column("lookup.column.phone", 125, row -> phone(row.person().customer()));
		column("lookup.column.email", 190, row -> Addresses.unicode(row.person().email()));
		column("company.column.moved", 190, this::moved);
		commands.offerFor(table.control());
		commands.handle(Commands.SELECT_ALL, table::selectAll);
		table.control().addListener(SWT.DefaultSelection, e -> open());
	}

	private static void wide(Control control) {
		control.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(100, SWT.DEFAULT).create());
	}

	private void column(String key, int width, Function<Row, String> words) {
		table.column(text(key), width, SWT.LEFT, words);
	}

	private static Standing.State state(Row row) {
		return row.person().standing() == null ? Standing.State.ACTIVE : row.person().standing().state();
	}

	private static String phone(Customer customer) {
		return customer.phone() != null ? customer.phone() : customer.mobile();
	}

	/** The address that was learnt, or the one that was accepted and how far it is on its way. */
	private String moved(Row row) {
		if (row.accepted() != null) {
			return Addresses.unicode(row.accepted().newValue()) + " ("
					+ text("change." + row.accepted().state().id()) + ')';
		}
		return row.person().moved() == null ? "" : Addresses.unicode(row.person().moved().email());
	}

	/**
	 * Shows the company of somebody; until it is known, nothing that is another's.
	 *
	 * @param whom a customer's id, or an address
	 */
	void show(String whom) {
		if (shown == null || !shown.employs(whom)) {
			fill(Optional.empty(), text("company.asking"));
		}
		asker.ask(store -> CompanyCard.read(store, pipeline, whom, asker.progress()),
				found -> fill(found, text("company.none")));
	}

	/** Shows nothing, whatever is on its way. */
	void clear() {
		asker.forget();
		fill(Optional.empty(), "");
	}

	Control control() {
		return pane;
	}

	void focus() {
		table.control().setFocus();
	}

	private void fill(Optional<CompanyCard> found, String otherwise) {
		if (pane.isDisposed()) {
			return;
		}
		shown = found.orElse(null);
		title.setText(found.map(card -> card.company().name()).orElse(text("lookup.column.company"))
				.replace("&", "&&"));
		verdict.setText(found.map(this::verdict).orElse(otherwise).replace("&", "&&"));
		List<Wish> moves = found.map(card -> card.company().moves()).orElse(List.of());
		accept.setText(text("company.accept", moves.stream().map(Wish::customer).distinct().count()));
		accept.setToolTipText(moves.stream().map(move -> domain(move.oldValue()) + " \u2192 " + domain(move.newValue()))
				.distinct().collect(Collectors.joining("\n")));
		GridData place = (GridData) accept.getLayoutData();
		place.exclude = moves.isEmpty();
		place.widthHint = Look.width(accept);
		accept.setVisible(!moves.isEmpty());
		table.fill(found.map(CompanyCard::rows).orElse(List.of()));
		pane.layout();
	}

	/** What became of the company, and what that rests on. */
	private String verdict(CompanyCard card) {
		int all = card.company().people().size();
		String told = text("company.verdict." + card.company().verdict().id()) + ' '
				+ text("company.fails", card.company().bounced(), all)
				+ (card.company().isWhole() ? "" : ' ' + text("company.cut", Company.MOST_PEOPLE));
		String domains = card.company().domains().stream().limit(MOST_DOMAINS).map(each -> '\n' + domain(each))
				.collect(Collectors.joining());
		return told + domains;
	}

	private String domain(Domain domain) {
		String counted = text("company.domain", Addresses.unicode(domain.name()), domain.bounced(), domain.addresses());
		return domain.asked() == null || domain.asked().checked() == null
				? counted
				: counted + ' ' + text("company.dns." + domain.asked().state().id(),
						desk.dates().day(domain.asked().checked()));
	}

	private static String domain(String address) {
		return Addresses.unicode(address.substring(address.lastIndexOf('@') + 1));
	}

	private void open() {
		table.selected().stream().findFirst().ifPresent(row -> opened.accept(row.person().customer().id()));
	}

	private String text(String key, Object... values) {
		return desk.texts().text(key, values);
	}
}
