package rebound.ui.internal.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import rebound.model.Reason;
import rebound.store.EventFilter;
import rebound.store.EventGroup;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;

/** The bounces put together: what many have in common is one line, which opens them beside it. */
final class GroupPane {

	private static final int MOST = 500;

	/** A line; the first, without a group, stands for all of them. */
	private record Line(EventGroup group, String words) {
	}

	private final Desk desk;
	private final FilterRow filter;
	private final Runnable chosen;
	private final Asker asker;
	private final Composite pane;
	private final RowTable<Line> table;
	private EventGroup.By by;
	private EventGroup group;

	/** @param chosen called when other bounces are to be shown */
	GroupPane(Composite parent, Desk desk, Commands commands, FilterRow filter, Runnable chosen) {
		this.desk = desk;
		this.filter = filter;
		this.chosen = chosen;
		this.asker = desk.database().asker();
		pane = new Composite(parent, SWT.NONE);
		pane.setLayout(GridLayoutFactory.fillDefaults().create());
		table = new RowTable<>(pane, "log.groups", SWT.SINGLE, desk.texts().text("name.groups"),
				line -> line.group == null ? "" : line.group.of(),
				this::select);
		table.column(desk.texts().text("log.group.column"), 190, SWT.LEFT, Line::words);
		table.column(desk.texts().text("log.group.events"), 80, SWT.RIGHT, line -> number(line, 0));
		table.column(desk.texts().text("campaigns.column.hard"), 70, SWT.RIGHT, line -> number(line, 1));
		table.column(desk.texts().text("campaigns.column.soft"), 70, SWT.RIGHT, line -> number(line, 2));
		commands.menuFor(table.control());
	}

	Composite control() {
		return pane;
	}

	private String number(Line line, int column) {
		EventGroup of = line.group;
		return of == null
				? ""
				: desk.texts().text("count", column == 0 ? of.all() : column == 1 ? of.hard() : of.soft());
	}

	/** Puts together anew what the filter wants. */
	void show(EventFilter wanted) {
		if (filter.group() != by) {
			by = filter.group();
			group = null;
		}
		if (by == null) {
			asker.forget();
			return;
		}
		EventGroup.By asked = by;
		asker.ask(store -> store.events().groups(wanted, asked, desk.dates().offset(), MOST), this::fill);
	}

	private void fill(List<EventGroup> groups) {
		if (table.control().isDisposed()) {
			return;
		}
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(null, desk.texts().text("log.group.all")));
		groups.forEach(each -> lines.add(new Line(each, words(each.of()))));
		table.fill(lines);
	}

	private String words(String of) {
		return switch (by) {
			case REASON -> Reason.of(of).map(desk.texts()::reason).orElse(of);
			case CAMPAIGN -> filter.campaign(of);
			case DAY -> desk.dates().day(LocalDate.parse(of));
			case MAIL_HOST -> of;
		};
	}

	private void select(List<Line> lines) {
		EventGroup wanted = lines.isEmpty() ? null : lines.getFirst().group;
		boolean isOther = !Objects.equals(wanted == null ? null : wanted.of(), group == null ? null : group.of());
		group = wanted;
		if (isOther) {
			chosen.run();
		}
	}

	/** @return the filter, narrowed to the line that is selected */
	EventFilter narrow(EventFilter wanted) {
		if (by == null || group == null) {
			return wanted;
		}
		String of = group.of();
		return switch (by) {
			case REASON -> wanted.withReasons(Reason.of(of).map(Set::of).orElse(Set.of()));
			case CAMPAIGN -> wanted.withCampaign(of);
			case MAIL_HOST -> wanted.withMailHost(of);
			case DAY -> wanted.withPeriod(desk.dates().begin(LocalDate.parse(of)),
					desk.dates().begin(LocalDate.parse(of).plusDays(1)));
		};
	}
}
