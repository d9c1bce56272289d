package rebound.ui.internal.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import rebound.model.Campaign;
import rebound.pipeline.CampaignId;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Ids;

/** Asks what is known of a campaign; its name is enough. */
final class CampaignDialog extends TextDialog {

	private static final int MOST_MAILS = 1_000_000_000;
	private static final int WIDTH = 360;

	private final Campaign known;
	private Text name;
	private Text subject;
	private Text sender;
	private Button isDated;
	private DateTime sent;
	private Spinner count;
	private Campaign wish;

	/** @param known the campaign that is changed, or {@code null} for a new one */
	CampaignDialog(Shell shell, Desk desk, Campaign known) {
		super(shell, desk, "campaign.", null);
		this.known = known;
	}

	Campaign wish() {
		return wish;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = grid(parent, 2);
		name = field(area, "name");
		name.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).create());
		subject = field(area, "subject");
		sender = field(area, "sender");
		isDated = new Button(area, SWT.CHECK);
		isDated.setText(text("sent"));
		isDated.setData(Ids.KEY, "campaign.isDated");
		sent = named(new DateTime(area, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER), "sent");
		isDated.addListener(SWT.Selection, e -> sent.setEnabled(isDated.getSelection()));
		label(area, "count");
		count = named(new Spinner(area, SWT.BORDER), "count");
		count.setMaximum(MOST_MAILS);
		count.setToolTipText(text("count.tip"));
		if (known != null) {
			name.setText(known.name());
			subject.setText(known.subject() == null ? "" : known.subject());
			sender.setText(known.sender() == null ? "" : known.sender());
			count.setSelection((int) Math.min(MOST_MAILS, known.sentCount()));
		}
		isDated.setSelection(known == null || known.sent() != null);
		sent.setEnabled(isDated.getSelection());
		LocalDate day = day(known == null ? null : known.sent());
		sent.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
		name.addListener(SWT.Modify, e -> getButton(OK).setEnabled(!name.getText().isBlank()));
		return area;
	}

	private static LocalDate day(Instant at) {
		return at == null ? LocalDate.now() : LocalDate.ofInstant(at, ZoneId.systemDefault());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, text("ok"), true).setEnabled(known != null);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		name.setFocus();
	}

	@Override
	protected void okPressed() {
		String called = name.getText().strip();
		Instant at = at();
		boolean isOurs = known == null || known.origin() == Campaign.Origin.RECOGNISED;
		wish = new Campaign(known == null ? CampaignId.of(called, at) : known.id(), called, value(subject),
				CampaignId.address(value(sender)), at, count.getSelection(),
				isOurs ? Campaign.Origin.CREATED : known.origin(), known == null ? Campaign.Halt.NONE : known.halt());
		super.okPressed();
	}

	/** The hour is kept where the day is as it was. */
	private Instant at() {
		LocalDate day = LocalDate.of(sent.getYear(), sent.getMonth() + 1, sent.getDay());
		if (!isDated.getSelection()) {
			return null;
		}
		return known != null && known.sent() != null && day.equals(day(known.sent()))
				? known.sent()
				: day.atStartOfDay(ZoneId.systemDefault()).toInstant();
	}

	private static String value(Text field) {
		return field.getText().isBlank() ? null : field.getText().strip();
	}
}
