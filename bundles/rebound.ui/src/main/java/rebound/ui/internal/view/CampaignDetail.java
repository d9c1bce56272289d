package rebound.ui.internal.view;

import java.util.function.BiConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import rebound.model.Campaign;
import rebound.policy.PolicySettings;
import rebound.policy.Yardstick;
import rebound.store.CampaignStatistics;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;

/** One campaign: a sentence, and what came back by reason and by receiving host. */
final class CampaignDetail {

	private static final double PERCENT = 100;

	private final Desk desk;
	private final Asker asker;
	private final Composite page;
	private final Label title;
	private final Label sentence;
	private final Composite asking;
	private final CountTable reasons;
	private final CountTable hosts;
	private Campaign shown;

	/** @param answer takes the user's answer to a campaign that was stopped */
	CampaignDetail(Composite parent, Desk desk, Runnable showBounces, BiConsumer<Campaign, Campaign.Halt> answer) {
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
		asking = new Composite(page, SWT.NONE);
		asking.setLayout(Look.plain(3));
		asking.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(true).create());
		asking.setVisible(false);
		Label why = Look.label(asking, desk.texts().text("campaign.asking"));
		why.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(300,
				SWT.DEFAULT).create());
		button(answer, Campaign.Halt.COUNTED);
		button(answer, Campaign.Halt.IGNORED);
		Composite halves = new Composite(page, SWT.NONE);
		halves.setLayout(Look.plain(2));
		halves.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).create());
		reasons = new CountTable(halves, desk, "campaign.reasons", "campaigns.reasons");
		hosts = new CountTable(halves, desk, "campaign.hosts", "campaigns.hosts");
	}

	private void button(BiConsumer<Campaign, Campaign.Halt> answer, Campaign.Halt given) {
		Button button = new Button(asking, SWT.PUSH);
		String key = "campaign." + given.id();
		button.setData(Ids.KEY, key);
		button.setText(desk.texts().text(key));
		button.setToolTipText(desk.texts().text(key + ".tip"));
		button.addListener(SWT.Selection, e -> answer.accept(shown, given));
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
			hosts.fill(found.mailHosts(), host -> host);
		}
	}
}
