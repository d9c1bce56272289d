package rebound.ui.internal.view;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import rebound.model.Campaign;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.policy.PolicySettings;
import rebound.policy.Yardstick;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Addresses;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;

/** One campaign: a sentence, and what came back by reason, fault, receiving host, domain and day. */
final class CampaignDetail {

	private static final double PERCENT = 100;

	private final Desk desk;
	private final Commands commands;
	private final Asker asker;
	private final Composite page;
	private final Label title;
	private final Label sentence;
	private final Composite asking;
	private final TabFolder counts;
	private final CountTable reasons;
	private final CountTable faults;
	private final CountTable hosts;
	private final CountTable domains;
	private final CountTable days;
	private Campaign shown;

	/**
	 * @param show   shows the bounces of a campaign, narrowed down by a condition as {@link BounceLogView#SHOW} has them,
	 *               or not, if it is empty
	 * @param answer takes the user's answer to a campaign that was stopped
	 */
	CampaignDetail(Composite parent, Desk desk, Commands commands, BiConsumer<Campaign, String> show,
			BiConsumer<Campaign, Campaign.Halt> answer) {
		this.desk = desk;
		this.commands = commands;
		this.asker = desk.database().asker();
		page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(2));
		title = Look.label(page, "");
		Look.heading(title, 3);
		title.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).create());
		Button bounces = new Button(page, SWT.PUSH);
		bounces.setData(Ids.KEY, "campaign.bounces");
		bounces.setText(desk.texts().text("campaigns.showBounces"));
		Look.roomy(bounces);
		bounces.addListener(SWT.Selection, e -> show.accept(shown, ""));
		sentence = Look.label(page, "");
		sentence.setData(Ids.KEY, "campaign.sentence");
		sentence.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).create());
		asking = new Composite(page, SWT.NONE);
		asking.setLayout(Look.plain(3));
		asking.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(true).create());
		asking.setVisible(false);
		Label why = Look.label(asking, desk.texts().text("campaign.asking"));
		why.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(300,
				SWT.DEFAULT).create());
		button(answer, Campaign.Halt.COUNTED);
		button(answer, Campaign.Halt.IGNORED);
		counts = new TabFolder(page, SWT.NONE);
		counts.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).create());
		reasons = table("reasons", reason -> show.accept(shown, "reason=" + ((Reason) reason).name()));
		faults = table("faults", fault -> show.accept(shown, "fault=" + ((Fault) fault).name()));
		hosts = table("hosts", host -> show.accept(shown, "host=" + host));
		domains = table("domains", domain -> show.accept(shown, "text=" + domain));
		days = table("days", day -> show.accept(shown, ""));
	}

	/** Opening a line shows its bounces. */
	private CountTable table(String key, Consumer<Object> opened) {
		TabItem tab = new TabItem(counts, SWT.NONE);
		tab.setText(desk.texts().text("campaigns.by." + key));
		CountTable table = new CountTable(counts, desk, "campaign." + key, "campaigns." + key).opening(opened);
		commands.menuFor(table.control());
		tab.setControl(table.control());
		return table;
	}

	private void button(BiConsumer<Campaign, Campaign.Halt> answer, Campaign.Halt given) {
		Button button = new Button(asking, SWT.PUSH);
		String key = "campaign." + given.id();
		button.setData(Ids.KEY, key);
		button.setText(desk.texts().text(key));
		button.setToolTipText(desk.texts().text(key + ".tip"));
		Look.roomy(button);
		button.addListener(SWT.Selection, e -> answer.accept(shown, given));
	}

	Composite control() {
		return page;
	}

	/**
	 * @param chosen the campaign, or {@code null} for none
	 * @param policy says what rates are tolerated
	 */
	void show(CampaignSummary chosen, PolicySettings policy) {
		if (chosen == null) {
			return;
		}
		title.setText(chosen.campaign().name().replace("&", "&&"));
		sentence.setText(sentence(chosen, policy).replace("&", "&&"));
		shown = chosen.campaign();
		boolean isAsking = shown.halt() == Campaign.Halt.ASKING;
		asking.setVisible(isAsking);
		((GridData) asking.getLayoutData()).exclude = !isAsking;
		page.layout(true);
		asker.ask(store -> store.campaigns().statistics(chosen.campaign().id()), found -> found.ifPresent(this::fill));
	}

	private String sentence(CampaignSummary chosen, PolicySettings policy) {
		Yardstick yardstick = Yardstick.hard(chosen.hard(), chosen.campaign().sentCount(), policy);
		return desk.texts().text("campaigns.sentence." + yardstick.id(), chosen.campaign().sentCount(), chosen.hard(),
				chosen.soft(), chosen.hardRate(), policy.warnShare() / PERCENT, policy.strictShare() / PERCENT,
				chosen.delays(),
				chosen.complaints());
	}

	private void fill(CampaignStatistics found) {
		if (!page.isDisposed()) {
			reasons.fill(found.reasons(), desk.texts()::reason);
			faults.fill(found.faults(), fault -> desk.texts().text("fault." + fault.id()));
			hosts.fill(found.mailHosts(), host -> host);
			domains.fill(found.domains(), Addresses::unicodeDomain);
			days.fill(found.days(), desk.dates()::day);
		}
	}
}
