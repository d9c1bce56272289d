package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableColumn;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignStatistics.Count;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;

/** Two campaigns side by side: totals, reasons, faults, hosts and domains, as numbers and shares of the mails sent. */
final class CampaignComparison {

	/** Most lines of each kind. */
	private static final int MOST = 15;

	/** What is counted, and how much of it there is in each. */
	private record Line(String by, String what, long first, long second) {
	}

	private final Desk desk;
	private final Asker asker;
	private final Composite page;
	private final Label title;
	private final RowTable<Line> table;
	private final List<TableColumn> names = new ArrayList<>();
	private long firstSent;
	private long secondSent;

	CampaignComparison(Composite parent, Desk desk, Commands commands) {
		this.desk = desk;
		this.asker = desk.database().asker();
		page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(1));
		title = Look.label(page, "");
		Look.heading(title, 3);
		table = new RowTable<>(page, "campaigns.comparison", SWT.MULTI, text("campaigns.compare.name"),
				line -> line.by + line.what, lines -> {
				});
		table.column(text("campaigns.compare.by"), 140, SWT.LEFT, Line::by);
		table.column(text("campaigns.compare.what"), 260, SWT.LEFT, Line::what);
		names.add(table.column("", 170, SWT.RIGHT, line -> number(line.first, firstSent)));
		names.add(table.column("", 170, SWT.RIGHT, line -> number(line.second, secondSent)));
		table.column(text("campaigns.compare.difference"), 130, SWT.RIGHT, this::difference);
		commands.menuFor(table.control());
	}

	Composite control() {
		return page;
	}

	private String text(String key, Object... values) {
		return desk.texts().text(key, values);
	}

	private String number(long count, long sent) {
		return sent == 0 ? text("count", count) : text("campaigns.compare.number", count, (double) count / sent);
	}

	/** In hundredths of what was sent, where that is known of both; else in numbers. */
	private String difference(Line line) {
		return firstSent == 0 || secondSent == 0
				? text("campaigns.compare.more", line.second - line.first)
				: text("campaigns.trend", 100.0 * line.second / secondSent - 100.0 * line.first / firstSent);
	}

	/** Shows how the second differs from the first. */
	void show(CampaignSummary one, CampaignSummary other) {
		asker.ask(store -> List.of(store.campaigns().statistics(one.campaign().id()).orElseThrow(),
				store.campaigns().statistics(other.campaign().id()).orElseThrow()),
				found -> fill(found.getFirst(), found.getLast()));
	}

	private void fill(CampaignStatistics first, CampaignStatistics second) {
		if (page.isDisposed()) {
			return;
		}
		String firstName = first.summary().campaign().name();
		String secondName = second.summary().campaign().name();
		title.setText(text("campaigns.compare.title", firstName, secondName).replace("&", "&&"));
		names.getFirst().setText(firstName);
		names.getLast().setText(secondName);
		firstSent = first.summary().campaign().sentCount();
		secondSent = second.summary().campaign().sentCount();
		List<Line> lines = new ArrayList<>();
		total(lines, "hard", first.summary().hard(), second.summary().hard());
		total(lines, "soft", first.summary().soft(), second.summary().soft());
		total(lines, "complaints", first.summary().complaints(), second.summary().complaints());
		add(lines, "campaigns.reasons", first.reasons(), second.reasons(), desk.texts()::reason);
		add(lines, "campaigns.faults", first.faults(), second.faults(),
				fault -> text("fault." + fault.id()));
		add(lines, "campaigns.hosts", first.mailHosts(), second.mailHosts(), host -> host);
		add(lines, "campaigns.domains", first.domains(), second.domains(), domain -> domain);
		table.fill(lines);
		page.layout(true);
	}

	private void total(List<Line> lines, String key, long first, long second) {
		lines.add(new Line(text("campaigns.compare.all"), text("campaigns.column." + key), first, second));
	}

	private <T> void add(List<Line> lines, String by, List<Count<T>> first, List<Count<T>> second,
			Function<T, String> words) {
		Map<T, long[]> both = new LinkedHashMap<>();
		first.forEach(count -> both.computeIfAbsent(count.of(), key -> new long[2])[0] = count.total());
		second.forEach(count -> both.computeIfAbsent(count.of(), key -> new long[2])[1] = count.total());
		both.entrySet().stream()
				.sorted((a, b) -> Long.compare(b.getValue()[0] + b.getValue()[1], a.getValue()[0] + a.getValue()[1]))
				.limit(MOST).forEach(each -> lines.add(new Line(text(by), words.apply(each.getKey()),
						each.getValue()[0], each.getValue()[1])));
	}
}
