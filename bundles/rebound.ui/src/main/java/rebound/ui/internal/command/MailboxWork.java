package rebound.ui.internal.command;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import rebound.pipeline.ImportSummary;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.ImportSentences;
import rebound.ui.internal.desk.Mailboxes;

/** Adds, reads and removes mailboxes. */
final class MailboxWork {

	private MailboxWork() {
	}

	/** Asks for a mailbox, and reads it the first time: what is new is everything. */
	static final class Add {
		private final Desk desk;
		private final Mailboxes mailboxes;
		private final Run run;

		@Inject
		Add(Desk desk, Mailboxes mailboxes, LongWork work, Notices notices) {
			this.desk = desk;
			this.mailboxes = mailboxes;
			this.run = new Run(desk, mailboxes, work, notices);
		}

		@Execute
		void execute(Shell shell) {
			AddMailboxWizard wizard = new AddMailboxWizard(desk, mailboxes);
			new WizardDialog(shell, wizard).open();
			if (wizard.added() != null) {
				run.start(wizard.added());
			}
		}
	}

	/** Asks for a place of another kind, and reads it the first time. */
	static final class AddPlace {
		private final Desk desk;
		private final Mailboxes mailboxes;
		private final Run run;

		@Inject
		AddPlace(Desk desk, Mailboxes mailboxes, LongWork work, Notices notices) {
			this.desk = desk;
			this.mailboxes = mailboxes;
			this.run = new Run(desk, mailboxes, work, notices);
		}

		@Execute
		void execute(Shell shell) {
			AddPlaceWizard wizard = new AddPlaceWizard(desk, mailboxes);
			new WizardDialog(shell, wizard).open();
			if (wizard.added() != null) {
				run.start(wizard.added());
			}
		}
	}

	/** Reads what is new in the selected mailbox. */
	static final class Run {
		private final Desk desk;
		private final Mailboxes mailboxes;
		private final LongWork work;
		private final Notices notices;

		@Inject
		Run(Desk desk, Mailboxes mailboxes, LongWork work, Notices notices) {
			this.desk = desk;
			this.mailboxes = mailboxes;
			this.work = work;
			this.notices = notices;
		}

		@CanExecute
		boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) Mailboxes.Row row) {
			return row != null && row.isKnown();
		}

		@Execute
		void execute(@Named(IServiceConstants.ACTIVE_SELECTION) Mailboxes.Row row) {
			start(row.name());
		}

		void start(String name) {
			work.start("work.importMail",
					progress -> mailboxes.run(name, desk.database().store(), progress), this::tell);
		}

		private void tell(ImportSummary summary) {
			notices.tell(desk.texts().text("import.done.title"), ImportSentences.ofPlace(summary, desk.texts()));
		}
	}

	/** Forgets the selected mailbox. */
	static final class Remove {
		private final Desk desk;
		private final Mailboxes mailboxes;
		private final LongWork work;

		@Inject
		Remove(Desk desk, Mailboxes mailboxes, LongWork work) {
			this.desk = desk;
			this.mailboxes = mailboxes;
			this.work = work;
		}

		@CanExecute
		boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) Mailboxes.Row row) {
			return row != null;
		}

		/** The password is gone with it, so this can't be undone. */
		@Execute
		void execute(@Named(IServiceConstants.ACTIVE_SELECTION) Mailboxes.Row row, Shell shell) {
			if (MessageDialog.openConfirm(shell, desk.texts().text("sources.remove.title"),
					desk.texts().text("sources.remove.question", row.name()))) {
				work.start("sources.removing", progress -> {
					mailboxes.remove(row.name());
					return row;
				}, removed -> {
				});
			}
		}
	}
}
