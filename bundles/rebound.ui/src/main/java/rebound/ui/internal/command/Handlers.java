package rebound.ui.internal.command;

import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import rebound.ui.internal.view.Commands;

/** Which class does the work of which command. */
public final class Handlers {

	private Handlers() {
	}

	/** Makes the commands work in all windows. */
	public static void activate(IEclipseContext context) {
		EHandlerService handlers = context.get(EHandlerService.class);
		activate(handlers, context, Commands.IMPORT_MAIL, ImportMail.Files.class);
		activate(handlers, context, Commands.IMPORT_MAIL_FOLDER, ImportMail.Folder.class);
		activate(handlers, context, Commands.IMPORT_CUSTOMERS, ImportCustomers.class);
		activate(handlers, context, Commands.EXPORT_REPORT, ExportReport.ToFile.class);
		activate(handlers, context, Commands.OPEN_REPORT, OpenReport.class);
		activate(handlers, context, Commands.OPEN_SAMPLES, OpenSamples.class);
		activate(handlers, context, Commands.OPEN_OWN, OpenDatabase.Own.class);
		activate(handlers, context, Commands.CHOOSE_DATABASE, OpenDatabase.Choose.class);
		activate(handlers, context, Commands.REOPEN, OpenDatabase.Again.class);
		activate(handlers, context, Commands.BLOCK, DecideAddress.Block.class);
		activate(handlers, context, Commands.UNBLOCK, DecideAddress.Unblock.class);
		activate(handlers, context, Commands.PROTECT, DecideAddress.Protect.class);
		activate(handlers, context, Commands.UNPROTECT, DecideAddress.Unprotect.class);
		activate(handlers, context, Commands.SHOW_ADDRESS_BOUNCES, ShowAddressBounces.class);
		activate(handlers, context, Commands.STOP, LongWork.Stop.class);
		activate(handlers, context, Commands.NEW_CAMPAIGN, ChangeCampaign.New.class);
		activate(handlers, context, Commands.EDIT_CAMPAIGN, ChangeCampaign.Edit.class);
		activate(handlers, context, Commands.IMPORT_SENT, ImportSent.class);
		activate(handlers, context, Commands.ASSIGN, AssignBounces.class);
		activate(handlers, context, Commands.EDIT_POLICY, ChangePolicy.Edit.class);
		activate(handlers, context, Commands.AUTOMATIC, ChangePolicy.Automatic.class);
		activate(handlers, context, Commands.RELABEL, Relabel.class);
		activate(handlers, context, Commands.OPEN_MAIL, OpenMail.class);
		activate(handlers, context, Commands.SHOW_OVERVIEW, ShowPerspective.Overview.class);
		activate(handlers, context, Commands.SHOW_LOG, ShowPerspective.Log.class);
		activate(handlers, context, Commands.SHOW_LOST, ShowPerspective.Lost.class);
		activate(handlers, context, Commands.ADD_MAILBOX, MailboxWork.Add.class);
		activate(handlers, context, Commands.ADD_PLACE, MailboxWork.AddPlace.class);
		activate(handlers, context, Commands.RUN_MAILBOX, MailboxWork.Run.class);
		activate(handlers, context, Commands.REMOVE_MAILBOX, MailboxWork.Remove.class);
		activate(handlers, context, Commands.SHOW_SOURCES, ShowPerspective.Sources.class);
		activate(handlers, context, Commands.SHOW_BLOCKING, ShowPerspective.Blocking.class);
		activate(handlers, context, Commands.SHOW_BOUNCES, ShowPerspective.Bounces.class);
		activate(handlers, context, Commands.SHOW_CAMPAIGNS, ShowPerspective.Campaigns.class);
		activate(handlers, context, Commands.SHOW_BOUNCE, ShowPerspective.Bounce.class);
		activate(handlers, context, Commands.SHOW_CUSTOMER, ShowPerspective.Customer.class);
		activate(handlers, context, Commands.SHOW_CUSTOMERS, ShowPerspective.Customers.class);
		activate(handlers, context, Commands.HELP, ShowHelp.class);
		activate(handlers, context, Commands.KEYS, ShowHelp.Keys.class);
	}

	/** Makes the workbench's own commands work on what is ours; in another workbench they are not ours. */
	public static void activateOfWorkbench(IEclipseContext context) {
		activate(context.get(EHandlerService.class), context, Commands.UNDO, Undo.class);
		activate(context.get(EHandlerService.class), context, Commands.PRINT_REPORT, ExportReport.Print.class);
	}

	private static void activate(EHandlerService handlers, IEclipseContext context, String command, Class<?> type) {
		handlers.activateHandler(command, ContextInjectionFactory.make(type, context));
	}
}
