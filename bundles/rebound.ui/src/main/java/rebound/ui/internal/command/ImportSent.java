package rebound.ui.internal.command;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import rebound.pipeline.Pipeline;
import rebound.pipeline.SentImport;
import rebound.pipeline.SentSettings;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;

/** Asks for a file of what was sent, and reads it: into the selected campaign, or into those that it names. */
final class ImportSent {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	@Inject
	ImportSent(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	@CanExecute
	boolean canExecute() {
		return desk.database().state() == Database.State.OPEN;
	}

	@Execute
	void execute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) CampaignSummary selected, Shell shell) {
		String file = ReadDialog.of(shell, SWT.NONE, desk.texts(), "sent.title", "sent.files",
				"*.csv;*.tsv;*.txt;*.log;*.gz;*.json;*.jsonl;*.mbox").open();
		if (file == null) {
			return;
		}
		String campaign = null;
		if (selected != null) {
			int answer = MessageDialog.open(MessageDialog.QUESTION, shell, text("title"),
					text("into", selected.campaign().name()), SWT.NONE, text("into.selected"), text("into.named"),
					text("into.cancel"));
			if (answer < 0 || answer > 1) {
				return;
			}
			campaign = answer == 0 ? selected.campaign().id() : null;
		}
		SentSettings settings = new SentSettings(campaign, null, null);
		work.start("sent.work", progress -> pipeline.importSent(file, settings, desk.database().store(), progress),
				this::tell);
	}

	private String text(String key, Object... values) {
		return desk.texts().text("sent." + key, values);
	}

	private void tell(SentImport done) {
		String said = text("done", done.entries(), done.campaigns().size(), done.newRecipients());
		notices.tell(text("done.title"),
				done.problemCount() == 0 ? said : said + ' ' + text("problems", done.problemCount()));
	}
}
