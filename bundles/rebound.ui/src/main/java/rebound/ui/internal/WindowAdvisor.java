package rebound.ui.internal;

import java.io.File;
import java.util.Arrays;
import java.util.List;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import rebound.ui.internal.command.DatabasePlace;
import rebound.ui.internal.command.MailImportWork;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.StatusLine;

/** The window: its title, bars and size, and what can be dropped on it. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {

	private static final Point SIZE = new Point(1400, 900);

	private final IEclipseContext context;
	private final Desk desk;
	private final List<String> toImport;
	private final Runnable retitle = this::retitle;

	WindowAdvisor(IWorkbenchWindowConfigurer window, IEclipseContext context, List<String> toImport) {
		super(window);
		this.toImport = toImport;
		this.context = context;
		this.desk = context.get(Desk.class);
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer bars) {
		context.set(StatusLine.class, new StatusLine(bars.getStatusLineManager()));
		return new ActionBarAdvisor(bars);
	}

	@Override
	public void preWindowOpen() {
		IPreferenceStore preferences = PlatformUI.getPreferenceStore();
		preferences.setDefault(IWorkbenchPreferenceConstants.SHOW_OPEN_ON_PERSPECTIVE_BAR, false);
		preferences.setDefault(IWorkbenchPreferenceConstants.PERSPECTIVE_BAR_EXTRAS, String.join(",",
				Perspectives.BOUNCES, Perspectives.CAMPAIGNS, Perspectives.CUSTOMERS));
		IWorkbenchWindowConfigurer window = getWindowConfigurer();
		window.setInitialSize(SIZE);
		window.setShowCoolBar(true);
		window.setShowPerspectiveBar(true);
		window.setShowStatusLine(true);
		window.setShowProgressIndicator(true);
		retitle();
	}

	@Override
	public void postWindowOpen() {
		Shell shell = getWindowConfigurer().getWindow().getShell();
		shell.setMinimumSize(800, 500);
		acceptDrops(shell);
		desk.database().onChange(retitle);
		if (!toImport.isEmpty()) {
			importMail(toImport);
		}
	}

	private void retitle() {
		boolean samples = DatabasePlace.isSample(desk.database().location());
		getWindowConfigurer().setTitle(desk.texts().text(samples ? "window.title.samples" : "window.title"));
	}

	private void importMail(List<String> paths) {
		ContextInjectionFactory.make(MailImportWork.class, context)
				.start(paths.stream().filter(path -> new File(path).exists()).toList());
	}

	/** Mail files and folders dropped anywhere on the window are imported. */
	private void acceptDrops(Shell shell) {
		DropTarget target = new DropTarget(shell, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				boolean isFiles = Arrays.stream(event.dataTypes)
						.anyMatch(type -> FileTransfer.getInstance().isSupportedType(type));
				event.detail = isFiles ? DND.DROP_COPY : DND.DROP_NONE;
			}

			@Override
			public void drop(DropTargetEvent event) {
				if (event.data instanceof String[] paths) {
					importMail(List.of(paths));
				}
			}
		});
	}

	@Override
	public void postWindowClose() {
		desk.database().removeListener(retitle);
	}
}
