package rebound.ui.internal.view;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignStatistics.Count;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Yardstick;

/** One campaign: a sentence, and what came back by reason and by receiving host. */
final class CampaignDetail {

	private static final int BAR_START = 48;
	private static final int BAR_LENGTH = 150;
	private static final int BAR_HEIGHT = 8;
	private static final int SHARE = 3;

	private final Desk desk;
	private final Asker asker;
	private final Composite page;
	private final Label title;
	private final Label sentence;
	private final Table reasons;
	private final Table hosts;

	CampaignDetail(Composite parent, Desk desk, Runnable showBounces) {
		this.desk = desk;
		this.asker = desk.database().asker();
		page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(2));
		title = Look.label(page, "");
		Look.heading(title, 3);
		title.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).create());
		Button bounces = new Button(page, SWT.PUSH);
		bounces.setData(Ids.KEY, "campaign.bounces");
		bounces.setText(desk.texts().text("campaigns.showBounces"));
		bounces.addListener(SWT.Selection, e -> showBounces.run());
		sentence = Look.label(page, "");
		sentence.setData(Ids.KEY, "campaign.sentence");
		sentence.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).create());
		Composite halves = new Composite(page, SWT.NONE);
		halves.setLayout(Look.plain(2));
		halves.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).create());
		reasons = counts(halves, "reasons");
		hosts = counts(halves, "hosts");
	}

	private Table counts(Composite parent, String key) {
		Table table = Tables.create(parent, "campaign." + key, SWT.SINGLE | SWT.BORDER);
		table.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(200, 60).create());
		Tables.column(table, desk.texts().text("campaigns." + key), 320, SWT.LEFT);
		Tables.column(table, desk.texts().text("campaigns.column.hard"), 80, SWT.RIGHT);
		Tables.column(table, desk.texts().text("campaigns.column.soft"), 80, SWT.RIGHT);
		Tables.column(table, desk.texts().text("campaigns.share"), 150, SWT.LEFT);
		table.addListener(SWT.PaintItem, CampaignDetail::paintBar);
		return table;
	}

	/** A bar beside the number says the same to the eye. */
	private static void paintBar(Event event) {
		if (event.index == SHARE && event.item.getData() instanceof Double share) {
			event.gc.setBackground(Look.accent((Table) event.widget));
			event.gc.fillRectangle(event.x + BAR_START, event.y + (event.height - BAR_HEIGHT) / 2,
					Math.max(2, (int) (share * BAR_LENGTH)), BAR_HEIGHT);
		}
	}

	/** @param chosen the campaign, or {@code null} for none */
	void show(CampaignSummary chosen) {
		if (chosen == null) {
			return;
		}
		title.setText(chosen.campaign().name().replace("&", "&&"));
		sentence.setText(sentence(chosen).replace("&", "&&"));
		page.layout(true);
		asker.ask(store -> store.campaigns().statistics(chosen.campaign().id()), found -> found.ifPresent(this::fill));
	}

	private String sentence(CampaignSummary chosen) {
		Yardstick yardstick = Yardstick.of(chosen);
		return desk.texts().text("campaigns.sentence." + yardstick.name(), chosen.campaign().sentCount(), chosen.hard(),
				chosen.soft(), chosen.hardRate(), Yardstick.WARNING, Yardstick.ALARM, chosen.delays(),
				chosen.complaints());
	}

	private void fill(CampaignStatistics found) {
		if (!page.isDisposed()) {
			fill(reasons, found.reasons(), desk.texts()::reason);
			fill(hosts, found.mailHosts(), host -> host);
		}
	}

	private <T> void fill(Table table, List<Count<T>> counts, Function<T, String> words) {
		long all = Math.max(1, counts.stream().mapToLong(Count::total).sum());
		table.setRedraw(false);
		table.removeAll();
		for (Count<T> count : counts) {
			double share = (double) count.total() / all;
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new String[]{ words.apply(count.of()), desk.texts().text("count", count.hard()),
					desk.texts().text("count", count.soft()), desk.texts().text("share", share) });
			item.setData(share);
		}
		table.setRedraw(true);
	}
}
