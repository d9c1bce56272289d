package rebound.ui.internal.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Ids;

/** Asks which bounces of no campaign belong to which one, and says how many that are. */
final class AssignDialog extends TextDialog {

	private static final int WIDTH = 380;
	private static final int PAUSE = 300;
	private static final int USUAL_DAYS = 30;

	private final List<BounceEvent> selected;
	private final Asker first;
	private final List<Campaign> campaigns = new ArrayList<>();
	private Text words;
	private DateTime from;
	private DateTime until;
	private Combo campaign;
	private Label count;
	private EventFilter filter = EventFilter.ALL.withCampaign(EventFilter.NO_CAMPAIGN);
	private long found;
	private Campaign chosen;

	/** @param selected the bounces; if there are none, the dialog asks for them */
	AssignDialog(Shell shell, Desk desk, List<BounceEvent> selected) {
		super(shell, desk, "assign.", null);
		this.selected = selected;
		this.first = desk.database().asker();
		this.found = selected.size();
	}

	/** @return which bounces */
	EventFilter filter() {
		return filter;
	}

	/** @return the campaign's id, or {@code null} for none */
	String campaign() {
		return chosen == null ? null : chosen.id();
	}

	String campaignName() {
		return chosen == null ? text("none") : chosen.name();
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = grid(parent, 2);
		Runnable changed = this::count;
		if (selected.isEmpty()) {
			words = field(area, "words");
			words.addListener(SWT.Modify, e -> words.getDisplay().timerExec(PAUSE, changed));
			from = date(area, "from", LocalDate.now().minusDays(USUAL_DAYS));
			until = date(area, "until", LocalDate.now());
		}
		campaign = combo(area, "campaign", List.of());
		campaign.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).create());
		campaign.addListener(SWT.Selection, e -> chosen());
		count = new Label(area, SWT.WRAP);
		count.setData(Ids.KEY, "assign.count");
		count.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, 40).create());
		return area;
	}

	private DateTime date(Composite area, String key, LocalDate day) {
		label(area, key);
		DateTime date = named(new DateTime(area, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER), key);
		date.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
		date.addListener(SWT.Selection, e -> count());
		return date;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, text("ok"), true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		first.ask(store -> store.campaigns().list().stream().map(CampaignSummary::campaign).toList(), this::offer);
		count();
	}

	private void offer(List<Campaign> known) {
		if (!campaign.isDisposed()) {
			campaigns.addAll(known);
			known.forEach(each -> campaign.add(each.name()));
			if (!selected.isEmpty()) {
				campaign.add(text("none"));
			}
			campaign.select(0);
			chosen();
		}
	}

	private void chosen() {
		int index = campaign.getSelectionIndex();
		chosen = index >= 0 && index < campaigns.size() ? campaigns.get(index) : null;
		update();
	}

	private void count() {
		if (campaign.isDisposed()) {
			return;
		}
		if (!selected.isEmpty()) {
			update();
			return;
		}
		filter = EventFilter.ALL.withCampaign(EventFilter.NO_CAMPAIGN)
				.withText(words.getText().isBlank() ? null : words.getText().strip())
				.withPeriod(desk.dates().begin(day(from)), desk.dates().begin(day(until).plusDays(1)));
		EventFilter asked = filter;
		found = 0;
		asker.ask(store -> store.events().count(asked), number -> {
			found = number;
			update();
		});
	}

	private static LocalDate day(DateTime date) {
		return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay());
	}

	private void update() {
		if (!count.isDisposed()) {
			count.setText(text("count", found));
			getButton(OK).setEnabled(found > 0 && campaign.getSelectionIndex() >= 0);
		}
	}

	@Override
	public boolean close() {
		first.forget();
		return super.close();
	}
}
