package rebound.ui.internal.view;

import jakarta.inject.Inject;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Texts;

/** Runs the window's commands by their ids. */
@Creatable
public final class Commands {

	public static final String IMPORT_MAIL = "rebound.ui.command.importMail";
	public static final String IMPORT_MAIL_FOLDER = "rebound.ui.command.importMailFolder";
	public static final String IMPORT_CUSTOMERS = "rebound.ui.command.importCustomers";
	public static final String EXPORT_REPORT = "rebound.ui.command.exportReport";
	public static final String OPEN_SAMPLES = "rebound.ui.command.openSamples";
	public static final String BLOCK = "rebound.ui.command.block";
	public static final String UNBLOCK = "rebound.ui.command.unblock";
	public static final String PROTECT = "rebound.ui.command.protect";
	public static final String UNPROTECT = "rebound.ui.command.unprotect";
	public static final String SHOW_ADDRESS_BOUNCES = "rebound.ui.command.showAddressBounces";
	public static final String SHOW_OVERVIEW = "rebound.ui.command.showOverview";
	public static final String ADD_MAILBOX = "rebound.ui.command.addMailbox";
	public static final String RUN_MAILBOX = "rebound.ui.command.runMailbox";
	public static final String REMOVE_MAILBOX = "rebound.ui.command.removeMailbox";
	public static final String SHOW_SOURCES = "rebound.ui.command.showSources";
	public static final String SHOW_LOST = "rebound.ui.command.showLost";
	public static final String SHOW_BLOCKING = "rebound.ui.command.showBlocking";
	public static final String SHOW_BOUNCES = "rebound.ui.command.showBounces";
	public static final String SHOW_CAMPAIGNS = "rebound.ui.command.showCampaigns";
	public static final String SHOW_CUSTOMERS = "rebound.ui.command.showCustomers";
	public static final String REOPEN = "rebound.ui.command.reopen";
	public static final String OPEN_OWN = "rebound.ui.command.openOwn";
	public static final String CHOOSE_DATABASE = "rebound.ui.command.chooseDatabase";
	public static final String HELP = "rebound.ui.command.help";
	public static final String KEYS = "rebound.ui.command.keys";
	public static final String COPY = "org.eclipse.ui.edit.copy";
	public static final String SELECT_ALL = "org.eclipse.ui.edit.selectAll";
	public static final String FIND = "org.eclipse.ui.edit.findReplace";
	public static final String REFRESH = "org.eclipse.ui.file.refresh";

	private final Texts texts;
	private final ECommandService commands;
	private final EHandlerService handlers;

	@Inject
	public Commands(Desk desk, ECommandService commands, EHandlerService handlers) {
		this.texts = desk.texts();
		this.commands = commands;
		this.handlers = handlers;
	}

	/** Runs a command if it can work now. */
	public void run(String id) {
		if (canRun(id)) {
			handlers.executeHandler(commands.createCommand(id));
		}
	}

	/** @return whether a command can work now */
	boolean canRun(String id) {
		return handlers.canExecute(commands.createCommand(id));
	}

	/** Makes a button that runs a command. */
	Button button(Composite parent, String key, String id) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(texts.text(key));
		button.setToolTipText(texts.text(key + ".tip"));
		button.setData(Ids.KEY, key);
		button.addListener(SWT.Selection, e -> run(id));
		return button;
	}

	/** Offers commands in a control's context menu, named as everywhere. */
	void offer(Control control, String... ids) {
		Menu menu = new Menu(control);
		for (String id : ids) {
			MenuItem item = new MenuItem(menu, SWT.PUSH);
			item.addListener(SWT.Selection, e -> run(id));
			item.setData(id);
		}
		menu.addListener(SWT.Show, e -> {
			for (MenuItem item : menu.getItems()) {
				String id = (String) item.getData();
				item.setText(name(id));
				item.setEnabled(canRun(id));
			}
		});
		control.setMenu(menu);
	}

	private String name(String id) {
		try {
			return commands.createCommand(id).getName();
		} catch (NotDefinedException unknown) {
			return id;
		}
	}

	/** Lets a part of the window do its own work for a command while it is active. */
	void handle(String id, Runnable work) {
		handlers.activateHandler(id, new PartHandler(work));
	}
}
