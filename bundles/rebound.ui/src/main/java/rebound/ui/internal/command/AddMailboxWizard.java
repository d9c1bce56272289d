package rebound.ui.internal.command;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CancellationException;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import rebound.pipeline.MailboxImport.Preview;
import rebound.source.AccessTokens.DeviceCode;
import rebound.source.CredentialStore;
import rebound.source.MailboxException;
import rebound.source.MailboxFiles;
import rebound.source.MailboxPreset;
import rebound.source.MailboxSettings;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Failures;
import rebound.ui.internal.desk.Mailboxes;
import rebound.ui.internal.desk.Mailboxes.Found;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;

/** Asks for a mailbox: address and password are enough where the provider is known. */
final class AddMailboxWizard extends Wizard {

	private static final List<String> SECURITIES = List.of("tls", "starttls", "none");
	private static final List<String> PROTOCOLS = List.of("imap", "pop3");
	private static final List<String> LOGINS = List.of("password", "token");
	private static final int FIELD_WIDTH = 320;

	private final Desk desk;
	private final Mailboxes mailboxes;
	private final Page page;
	private final Mailboxes.Held secrets = new Mailboxes.Held();
	private String added;

	AddMailboxWizard(Desk desk, Mailboxes mailboxes) {
		this.desk = desk;
		this.mailboxes = mailboxes;
		this.page = new Page();
		setWindowTitle(desk.texts().text("mailbox.title"));
		setNeedsProgressMonitor(true);
	}

	/** @return the new mailbox's name, or {@code null} if the user went away */
	String added() {
		return added;
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	/** Keeps the mailbox when the server lets us in. */
	@Override
	public boolean performFinish() {
		MailboxSettings settings = page.settings();
		if (page.works(settings) == null) {
			return false;
		}
		try {
			getContainer().run(true, false, monitor -> {
				try {
					mailboxes.add(settings, secrets);
				} catch (Exception e) {
					throw new InvocationTargetException(e);
				}
			});
		} catch (InvocationTargetException failed) {
			page.setErrorMessage(new Failures(desk.texts()).sentence(failed.getCause()));
			return false;
		} catch (InterruptedException stopped) {
			return false;
		}
		added = settings.name();
		return true;
	}

	/** All of it on one page. */
	private final class Page extends WizardPage {
		private Text address;
		private Combo login;
		private Text password;
		private TokenFields token;
		private Text host;
		private Text port;
		private Text user;
		private Combo protocol;
		private Combo security;
		private Combo folder;
		private Text name;
		private Label tested;
		/** What the user has typed is left alone when the address changes. */
		private boolean isFilling;
		private boolean isHostTyped;
		private boolean isUserTyped;
		private boolean isNameTyped;
		/** The mailbox that the user has allowed access to. */
		private volatile MailboxSettings allowed;

		Page() {
			super("mailbox");
			setTitle(desk.texts().text("mailbox.title"));
			setMessage(desk.texts().text("mailbox.message"));
		}

		@Override
		public void createControl(Composite parent) {
			Composite area = new Composite(parent, SWT.NONE);
			area.setLayout(GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).create());
			address = text(area, "address", SWT.BORDER);
			login = combo(area, "login", LOGINS);
			password = text(area, "password", SWT.BORDER | SWT.PASSWORD);
			token = new TokenFields(area, desk, this::check);
			protocol = combo(area, "protocol", PROTOCOLS);
			host = text(area, "host", SWT.BORDER);
			security = combo(area, "security", SECURITIES);
			port = text(area, "port", SWT.BORDER);
			port.setMessage(desk.texts().text("mailbox.port.usual"));
			user = text(area, "user", SWT.BORDER);
			label(area, "folder");
			folder = new Combo(area, SWT.DROP_DOWN);
			folder.setText("INBOX");
			folder.setData(Ids.KEY, "mailbox.folder");
			Look.named(folder, desk.texts().text("mailbox.folder"));
			folder.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
			name = text(area, "name", SWT.BORDER);
			new Label(area, SWT.NONE);
			Button test = new Button(area, SWT.PUSH);
			test.setText(desk.texts().text("mailbox.test"));
			test.setData(Ids.KEY, "mailbox.test");
			test.addListener(SWT.Selection, e -> test());
			new Label(area, SWT.NONE);
			tested = new Label(area, SWT.WRAP);
			tested.setData(Ids.KEY, "mailbox.tested");
			tested.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(FIELD_WIDTH, 60).create());
			address.addListener(SWT.Modify, e -> fill());
			host.addListener(SWT.Modify, e -> isHostTyped |= !isFilling);
			user.addListener(SWT.Modify, e -> isUserTyped |= !isFilling);
			name.addListener(SWT.Modify, e -> isNameTyped |= !isFilling);
			protocol.addListener(SWT.Selection, e -> fill());
			login.addListener(SWT.Selection, e -> loginChosen());
			for (Text each : List.of(address, password, host, port, user, name)) {
				each.addListener(SWT.Modify, e -> check());
			}
			setControl(area);
			setPageComplete(false);
			address.setFocus();
		}

		private boolean isByToken() {
			return LOGINS.get(login.getSelectionIndex()).equals("token");
		}

		private void loginChosen() {
			password.setEnabled(!isByToken());
			token.show(isByToken());
			token.suggest(MailboxPreset.ofAddress(address.getText().strip()).orElse(null));
			if (getContainer() instanceof WizardDialog dialog) {
				dialog.updateSize();
			}
			check();
		}

		private void label(Composite area, String key) {
			new Label(area, SWT.NONE).setText(desk.texts().text("mailbox." + key));
		}

		private Text text(Composite area, String key, int style) {
			label(area, key);
			Text text = new Text(area, style);
			text.setData(Ids.KEY, "mailbox." + key);
			Look.named(text, desk.texts().text("mailbox." + key));
			text.setLayoutData(
					GridDataFactory.fillDefaults().grab(true, false).hint(FIELD_WIDTH, SWT.DEFAULT).create());
			return text;
		}

		private Combo combo(Composite area, String key, List<String> values) {
			label(area, key);
			Combo combo = new Combo(area, SWT.READ_ONLY);
			combo.setData(Ids.KEY, "mailbox." + key);
			Look.named(combo, desk.texts().text("mailbox." + key));
			values.forEach(value -> combo.add(desk.texts().text("mailbox." + key + '.' + value)));
			combo.select(0);
			return combo;
		}

		/** The provider's servers, where it is known by the address; nothing is asked of the network. */
		private void fill() {
			String wanted = address.getText().strip();
			int at = wanted.lastIndexOf('@');
			isFilling = true;
			if (!isUserTyped) {
				user.setText(wanted);
			}
			if (!isNameTyped) {
				StringBuilder plain = new StringBuilder();
				wanted.substring(at + 1).chars().filter(c -> MailboxFiles.isName("x" + (char) c))
						.forEach(c -> plain.append((char) c));
				name.setText(plain.toString());
			}
			MailboxPreset preset = MailboxPreset.ofAddress(wanted).orElse(null);
			if (!isHostTyped) {
				Properties known = preset == null
						? new Properties()
						: preset.settings(PROTOCOLS.get(protocol.getSelectionIndex()));
				host.setText(known.getProperty("host", at > 0 && at < wanted.length() - 1
						? "mail." + wanted.substring(at + 1)
						: ""));
				port.setText(known.getProperty("port", ""));
				security.select(Math.max(0, SECURITIES.indexOf(known.getProperty("security", "tls"))));
			}
			isFilling = false;
			String hint = preset == null || preset.hint() == null ? null : "mailbox.hint." + preset.hint();
			setMessage(desk.texts().text(hint == null ? "mailbox.message" : hint));
		}

		private void check() {
			boolean hasLogin = isByToken() ? token.isComplete() : !password.getText().isEmpty();
			String wrong = host.getText().isBlank() || user.getText().isBlank() || !hasLogin
					? ""
					: !port.getText().isBlank() && !port.getText().strip().matches("[0-9]{1,5}")
							? desk.texts().text("mailbox.wrong.port")
							: !MailboxFiles.isName(name.getText().strip())
									? desk.texts().text("mailbox.wrong.name")
									: null;
			setErrorMessage(wrong == null || wrong.isEmpty() ? null : wrong);
			setPageComplete(wrong == null);
		}

		MailboxSettings settings() {
			Properties properties = new Properties();
			properties.setProperty("protocol", PROTOCOLS.get(protocol.getSelectionIndex()));
			properties.setProperty("host", host.getText().strip());
			properties.setProperty("port", port.getText().isBlank() ? "0" : port.getText().strip());
			properties.setProperty("security", SECURITIES.get(security.getSelectionIndex()));
			properties.setProperty("user", user.getText().strip());
			properties.setProperty("folders", folder.getText().isBlank() ? "INBOX" : folder.getText().strip());
			if (isByToken()) {
				token.into(properties);
			}
			return MailboxFiles.settings(name.getText().strip(), properties);
		}

		private void test() {
			Found found = works(settings());
			if (found != null) {
				String chosen = folder.getText();
				folder.setItems(found.folders().toArray(String[]::new));
				folder.setText(chosen);
				String works = desk.texts().text("mailbox.works", found.folders().size());
				Preview preview = found.preview();
				String told = preview == null
						? works
						: works + '\n' + desk.texts().text("mailbox.preview", preview.mails(), preview.looked(),
								preview.bounces());
				tested.setText(told.replace("&", "&&"));
			}
		}

		/** @return what there is; {@code null}, and the reason is shown, if the server does not let us in */
		Found works(MailboxSettings settings) {
			List<Found> found = new ArrayList<>();
			if (settings.oauth() == null) {
				secrets.keep(settings.name(), password.getText());
			} else if (!settings.equals(allowed)) {
				secrets.forget(settings.name());
				secrets.forget(CredentialStore.ofClient(settings.name()));
				if (!token.clientSecret().isEmpty()) {
					secrets.keep(CredentialStore.ofClient(settings.name()), token.clientSecret());
				}
			}
			try {
				getContainer().run(true, true, monitor -> {
					monitor.beginTask(desk.texts().text("mailbox.testing"), -1);
					try {
						if (secrets.find(settings.name()).isEmpty()) {
							mailboxes.authorise(settings, secrets, this::tell, monitor::isCanceled);
							allowed = settings;
						}
						found.add(mailboxes.test(settings, secrets));
					} catch (MailboxException e) {
						throw new InvocationTargetException(e);
					}
				});
				setErrorMessage(null);
				return found.getFirst();
			} catch (InvocationTargetException failed) {
				if (failed.getCause() instanceof CancellationException) {
					tested.setText("");
					return null;
				}
				Failures failures = new Failures(desk.texts());
				setErrorMessage(failures.sentence(failed.getCause()));
				tested.setText(failures.advice(failed.getCause()).replace("&", "&&"));
				return null;
			} catch (InterruptedException stopped) {
				return null;
			}
		}

		/** What the user has to do at the provider; meanwhile we wait. */
		private void tell(DeviceCode code) {
			getShell().getDisplay().asyncExec(() -> {
				if (!tested.isDisposed()) {
					tested.setText(desk.texts().text("mailbox.allow", code.page(), code.code()).replace("&", "&&"));
				}
			});
		}
	}
}
