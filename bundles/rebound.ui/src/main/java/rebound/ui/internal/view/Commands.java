package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.contexts.RunAndTrack;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Texts;

/** Runs the window's commands by their ids. */
@Creatable
public final class Commands {

	public static final String IMPORT_MAIL = "rebound.ui.command.importMail";
	public static final String IMPORT_MAIL_FOLDER = "rebound.ui.command.importMailFolder";
	public static final String IMPORT_CUSTOMERS = "rebound.ui.command.importCustomers";
	public static final String EXPORT_REPORT = "rebound.ui.command.exportReport";
	public static final String OPEN_REPORT = "rebound.ui.command.openReport";
	public static final String PRINT_REPORT = "org.eclipse.ui.file.print";
	public static final String OPEN_SAMPLES = "rebound.ui.command.openSamples";
	public static final String BLOCK = "rebound.ui.command.block";
	public static final String UNBLOCK = "rebound.ui.command.unblock";
	public static final String PROTECT = "rebound.ui.command.protect";
	public static final String UNPROTECT = "rebound.ui.command.unprotect";
	public static final String SHOW_ADDRESS_BOUNCES = "rebound.ui.command.showAddressBounces";
	public static final String SHOW_OVERVIEW = "rebound.ui.command.showOverview";
	public static final String ADD_MAILBOX = "rebound.ui.command.addMailbox";
	public static final String ADD_PLACE = "rebound.ui.command.addPlace";
	public static final String RUN_MAILBOX = "rebound.ui.command.runMailbox";
	public static final String REMOVE_MAILBOX = "rebound.ui.command.removeMailbox";
	public static final String SHOW_SOURCES = "rebound.ui.command.showSources";
	public static final String SHOW_LOG = "rebound.ui.command.showLog";
	public static final String SHOW_LOST = "rebound.ui.command.showLost";
	public static final String SHOW_BLOCKING = "rebound.ui.command.showBlocking";
	public static final String SHOW_BOUNCES = "rebound.ui.command.showBounces";
	public static final String SHOW_CAMPAIGNS = "rebound.ui.command.showCampaigns";
	public static final String SHOW_BOUNCE = "rebound.ui.command.showBounce";
	public static final String SHOW_CUSTOMER = "rebound.ui.command.showCustomer";
	public static final String SHOW_CUSTOMERS = "rebound.ui.command.showCustomers";
	public static final String REOPEN = "rebound.ui.command.reopen";
	public static final String OPEN_OWN = "rebound.ui.command.openOwn";
	public static final String CHOOSE_DATABASE = "rebound.ui.command.chooseDatabase";
	public static final String HELP = "rebound.ui.command.help";
	public static final String KEYS = "rebound.ui.command.keys";
	public static final String RELABEL = "rebound.ui.command.relabel";
	public static final String OPEN_MAIL = "rebound.ui.command.openMail";
	public static final String NEW_CAMPAIGN = "rebound.ui.command.newCampaign";
	public static final String EDIT_CAMPAIGN = "rebound.ui.command.editCampaign";
	public static final String IMPORT_SENT = "rebound.ui.command.importSent";
	public static final String ASSIGN = "rebound.ui.command.assign";
	public static final String EDIT_POLICY = "rebound.ui.command.editPolicy";
	public static final String AUTOMATIC = "rebound.ui.command.automatic";
	public static final String STOP = "rebound.ui.command.stop";
	public static final String UNDO = "org.eclipse.ui.edit.undo";
	public static final String COPY_CSV = "rebound.ui.command.copyCsv";
	public static final String COPY = "org.eclipse.ui.edit.copy";
	public static final String SELECT_ALL = "org.eclipse.ui.edit.selectAll";
	public static final String FIND = "org.eclipse.ui.edit.findReplace";
	public static final String REFRESH = "org.eclipse.ui.file.refresh";

	private final Texts texts;
	private final Database database;
	private final IEclipseContext context;
	private final ECommandService commands;
	private final EHandlerService handlers;

	@Inject
	public Commands(Desk desk, IEclipseContext context, ECommandService commands, EHandlerService handlers) {
		this.context = context;
		this.database = desk.database();
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
		Look.roomy(button);
		button.addListener(SWT.Selection, e -> run(id));
		follow(button, id);
		return button;
	}

	/** A button can be pressed exactly when its command can work: with what is selected, and with the database. */
	private void follow(Button button, String id) {
		Display display = button.getDisplay();
		Runnable update = () -> {
			if (!button.isDisposed()) {
				button.setEnabled(canRun(id));
			}
		};
		context.runAndTrack(new RunAndTrack() {
			@Override
			public boolean changed(IEclipseContext where) {
				where.get(IServiceConstants.ACTIVE_SELECTION);
				if (button.isDisposed()) {
					return false;
				}
				display.asyncExec(update);
				return true;
			}
		});
		database.onChange(update);
		button.addListener(SWT.Dispose, e -> database.removeListener(update));
	}

	/** Offers copying, the commands and the choice of columns in a table's context menu, and copies what is selected. */
	void offerFor(Table table, String... ids) {
		menuFor(table, ids);
		handle(COPY, () -> TableText.copy(focused(table)));
		handle(COPY_CSV, () -> TableText.copyCsv(focused(table)));
	}

	/** @return the table that is used right now: a view may have two */
	private static Table focused(Table table) {
		return table.getDisplay().getFocusControl() instanceof Table other ? other : table;
	}

	/** The same for the second table of a view: copying is the first one's. */
	void menuFor(Table table, String... ids) {
		List<String> all = new ArrayList<>(List.of(ids));
		all.addAll(List.of(COPY, COPY_CSV));
		Menu menu = offer(table, all.toArray(String[]::new));
		MenuItem columns = new MenuItem(menu, SWT.CASCADE);
		columns.setText(texts.text("table.columns"));
		Menu choice = new Menu(menu);
		columns.setMenu(choice);
		choice.addListener(SWT.Show, e -> Tables.offerColumns(table, choice));
	}

	/** Offers commands in a control's context menu, named as everywhere. */
	private Menu offer(Control control, String... ids) {
		Menu menu = new Menu(control);
		for (String id : ids) {
			MenuItem item = new MenuItem(menu, SWT.PUSH);
			item.addListener(SWT.Selection, e -> run(id));
			item.setData(id);
		}
		menu.addListener(SWT.Show, e -> {
			for (MenuItem item : menu.getItems()) {
				if (item.getData() instanceof String id) {
					item.setText(name(id));
					item.setEnabled(canRun(id));
				}
			}
		});
		control.setMenu(menu);
		return menu;
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
		handlers.activateHandler(id, new PartHandler(() -> {
			if (!isDoneInText(id)) {
				work.run();
			}
		}));
	}

	/** In a field, its text is meant. */
	private static boolean isDoneInText(String id) {
		if (Display.getCurrent().getFocusControl() instanceof Text text) {
			switch (id) {
				case SELECT_ALL -> text.selectAll();
				case COPY -> text.copy();
				default -> {
					return false;
				}
			}
			return true;
		}
		return false;
	}
}
