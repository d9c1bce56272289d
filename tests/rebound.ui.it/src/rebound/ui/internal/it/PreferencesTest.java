package rebound.ui.internal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rebound.customers.AddressMatching;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Matching;

/** What is chosen in the preferences holds, and goes on holding when their pages are opened again. */
@ExtendWith(Screen.class)
class PreferencesTest {

	private static final String CUSTOMERS = "rebound.ui.preferences.customers";

	@AfterEach
	void forget() {
		InstanceScope.INSTANCE.getNode(Matching.NODE).remove(Matching.KEY);
	}

	@Test
	void howAddressesAreMatchedStaysChosenWhenThePageIsConfirmedAgain() {
		assertEquals(AddressMatching.PROVIDER, Matching.setting());
		confirm(() -> choose(AddressMatching.EXACT));
		assertEquals(AddressMatching.EXACT, Matching.setting());
		confirm(() -> {
		});
		assertEquals(AddressMatching.EXACT, Matching.setting());
		confirm(() -> choose(AddressMatching.PROVIDER));
		assertEquals(AddressMatching.PROVIDER, Matching.setting());
	}

	private static void confirm(Runnable use) {
		PreferenceDialog dialog = Screen
				.with(() -> PreferencesUtil.createPreferenceDialogOn(null, CUSTOMERS, null, null));
		Screen.run(() -> {
			dialog.setBlockOnOpen(false);
			dialog.open();
		});
		Screen.await("the page", () -> !choices().isEmpty());
		Screen.run(() -> {
			use.run();
			Screen.select(dialog.getShell().getDefaultButton());
		});
	}

	private static void choose(AddressMatching matching) {
		String label = Screen.service(Desk.class).texts().text("preferences.matching." + matching);
		choices().forEach(each -> each.setSelection(each.getText().equals(label)));
		choices().stream().filter(Button::getSelection).forEach(Screen::select);
	}

	private static List<Button> choices() {
		return Screen.all(Button.class).stream().filter(each -> (each.getStyle() & SWT.RADIO) != 0).toList();
	}
}
