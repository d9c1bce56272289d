package rebound.ui.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import rebound.source.MailboxPreset;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;

/** Who gives access, and what Rebound is known by there: only for mailboxes that take no passwords. */
final class TokenFields {

	private final Desk desk;
	private final Composite area;
	private final List<Control> controls = new ArrayList<>();
	private final Text provider;
	private final Text client;
	private final Text secret;

	/**
	 * @param area    of two columns
	 * @param changed hears that something was typed
	 */
	TokenFields(Composite area, Desk desk, Runnable changed) {
		this.desk = desk;
		this.area = area;
		provider = text("provider", SWT.BORDER);
		client = text("client", SWT.BORDER);
		secret = text("clientSecret", SWT.BORDER | SWT.PASSWORD);
		for (Text each : List.of(provider, client, secret)) {
			each.addListener(SWT.Modify, e -> changed.run());
		}
		show(false);
	}

	private Text text(String key, int style) {
		Label label = new Label(area, SWT.NONE);
		label.setText(desk.texts().text("mailbox." + key));
		label.setLayoutData(new GridData());
		Text text = new Text(area, style);
		text.setData(Ids.KEY, "mailbox." + key);
		Look.named(text, desk.texts().text("mailbox." + key));
		text.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
		controls.add(label);
		controls.add(text);
		return text;
	}

	void show(boolean isShown) {
		for (Control each : controls) {
			((GridData) each.getLayoutData()).exclude = !isShown;
			each.setVisible(isShown);
		}
		area.layout();
	}

	/** Fills in a provider whose mailboxes take no passwords. */
	void suggest(MailboxPreset preset) {
		if (preset != null && provider.getText().isBlank()) {
			provider.setText(preset.settings(null).getProperty("oauth.provider", ""));
		}
	}

	boolean isComplete() {
		return !provider.getText().isBlank() && !client.getText().isBlank();
	}

	void into(Properties settings) {
		settings.setProperty("login", "xoauth2");
		settings.setProperty("oauth.provider", provider.getText().strip());
		settings.setProperty("oauth.client", client.getText().strip());
	}

	/** @return what the provider gave with the client id, or nothing */
	String clientSecret() {
		return secret.getText();
	}
}
