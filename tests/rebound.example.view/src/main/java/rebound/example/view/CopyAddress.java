package rebound.example.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import rebound.model.BounceEvent;

/** A command of one's own: copies the selected bounce's address. */
public final class CopyAddress extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		Object selection = window.getService(ESelectionService.class).getSelection();
		BounceEvent bounce = selection == null ? null : Adapters.adapt(selection, BounceEvent.class);
		if (bounce != null) {
			Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
			clipboard.setContents(new Object[]{ bounce.address().value() },
					new Transfer[]{ TextTransfer.getInstance() });
			clipboard.dispose();
		}
		return null;
	}
}
