package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.HelpPages;
import rebound.ui.internal.view.BlockingView;
import rebound.ui.internal.view.BounceLogView;
import rebound.ui.internal.view.CampaignsView;
import rebound.ui.internal.view.Commands;
import rebound.ui.internal.view.CustomerLookupView;
import rebound.ui.internal.view.HelpView;
import rebound.ui.internal.view.LogView;
import rebound.ui.internal.view.LostCustomersView;
import rebound.ui.internal.view.OverviewView;
import rebound.ui.internal.view.SourcesView;

/** Help for the view in use. */
@ExtendWith(Screen.class)
class HelpTest {

	private static final KeySequence F1 = KeySequence.getInstance(KeyStroke.getInstance(SWT.F1));

	private static String shown() {
		Combo contents = Screen.find(Combo.class, "help.contents");
		return contents == null ? "" : contents.getText();
	}

	private static boolean isActive(String view) {
		var page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
		return page.getActivePart() != null && page.getActivePart().getSite().getId().equals(view);
	}

	/** It lies over the customer otherwise. */
	@AfterEach
	void helpIsClosedEverywhere() {
		Map<String, String> perspectives = Map.of(Commands.SHOW_BOUNCES, BounceLogView.ID, Commands.SHOW_CAMPAIGNS,
				CampaignsView.ID, Commands.SHOW_CUSTOMERS, CustomerLookupView.ID);
		perspectives.forEach((command, view) -> {
			Screen.command(command);
			Screen.await(view, () -> isActive(view));
			Screen.run(() -> {
				var page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
				for (String id : List.of(HelpView.ID, LogView.ID)) {
					page.hideView(page.findViewReference(id));
				}
			});
		});
	}

	@Test
	void eachViewHasItsPage() {
		HelpPages pages = new HelpPages(Screen.service(Desk.class).texts().locale());
		Map<String, String> views = new LinkedHashMap<>();
		views.put(Commands.SHOW_BOUNCES, BounceLogView.ID);
		views.put(Commands.SHOW_BLOCKING, BlockingView.ID);
		views.put(Commands.SHOW_SOURCES, SourcesView.ID);
		views.put(Commands.SHOW_CAMPAIGNS, CampaignsView.ID);
		views.put(Commands.SHOW_OVERVIEW, OverviewView.ID);
		views.put(Commands.SHOW_CUSTOMERS, CustomerLookupView.ID);
		views.put(Commands.SHOW_LOST, LostCustomersView.ID);
		views.put(Commands.SHOW_LOG, LogView.ID);
		views.forEach((command, view) -> {
			Screen.command(command);
			Screen.await(view, () -> isActive(view));
			Screen.command(Commands.HELP);
			String title = pages.page(view.substring(view.lastIndexOf('.') + 1)).title();
			Screen.await(title, () -> title.equals(shown()));
		});
	}

	@Test
	void theKeysAreThoseOfTheWindow() {
		// Keys of the window are active while it has the focus: not yet, if a note of another test still has it.
		Screen.run(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().forceActive());
		Screen.await("F1 to open the help", () -> {
			Binding f1 = PlatformUI.getWorkbench().getService(IBindingService.class).getPerfectMatch(F1);
			return f1 != null && Commands.HELP.equals(f1.getParameterizedCommand().getId());
		});
		Screen.command(Commands.KEYS);
		Screen.await("a list of keys", () -> {
			StyledText body = Screen.find(StyledText.class, "help.body");
			return body != null && body.getText().contains("F1\t");
		});
		String text = Screen.with(() -> Screen.find(StyledText.class, "help.body").getText());
		assertTrue(text.contains("Ctrl+B\tBlock Address") && text.contains("Ctrl+K\t"), text);
	}
}
