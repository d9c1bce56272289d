package rebound.ui.internal.command;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import rebound.model.Campaign;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;

/** Keeps what the user says of a campaign; bounces that belong to it are found by that. */
abstract class ChangeCampaign {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	ChangeCampaign(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	boolean isOpen() {
		return desk.database().state() == Database.State.OPEN;
	}

	/** @param known the campaign, or {@code null} for a new one */
	void ask(Shell shell, Campaign known) {
		CampaignDialog dialog = new CampaignDialog(shell, desk, known);
		if (dialog.open() == Window.OK && !dialog.wish().equals(known)) {
			Campaign wanted = dialog.wish();
			work.start("campaign.saving", progress -> save(wanted, known), saved -> {
				if (saved == null) {
					notices.tell(desk.texts().text("campaign.title"),
							desk.texts().text("campaign.known", wanted.name()));
				} else if (known != null) {
					notices.undoable(desk.texts().text("campaign.saved.title"),
							desk.texts().text("campaign.saved", wanted.name()),
							() -> work.start("decide.undo", progress -> save(known, saved), undone -> {
							}));
				}
			});
		}
	}

	/**
	 * @param seen the campaign as it was shown, or {@code null} for a new one, which never takes another one's place
	 * @return what is kept, or {@code null} for nothing
	 */
	private Campaign save(Campaign wanted, Campaign seen) {
		BounceStore store = desk.database().store();
		if (seen != null) {
			store.campaigns().change(wanted, seen);
		} else if (store.campaigns().find(wanted.id()).isPresent()) {
			return null;
		} else {
			store.campaigns().save(List.of(wanted));
		}
		pipeline.judge(store);
		return store.campaigns().find(wanted.id()).orElse(wanted);
	}

	/** One more. */
	static final class New extends ChangeCampaign {
		@Inject
		New(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices);
		}

		@CanExecute
		boolean canExecute() {
			return isOpen();
		}

		@Execute
		void execute(Shell shell) {
			ask(shell, null);
		}
	}

	/** The selected one. */
	static final class Edit extends ChangeCampaign {
		@Inject
		Edit(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
			super(desk, pipeline, work, notices);
		}

		@CanExecute
		boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) CampaignSummary selected) {
			return selected != null && isOpen();
		}

		@Execute
		void execute(@Named(IServiceConstants.ACTIVE_SELECTION) CampaignSummary selected, Shell shell) {
			ask(shell, selected.campaign());
		}
	}
}
