package rebound.ui.internal.command;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import rebound.pipeline.PlaceKind;
import rebound.pipeline.PlaceKinds.Preview;
import rebound.pipeline.PlaceSetting;
import rebound.pipeline.PlaceSetting.Problem;
import rebound.pipeline.PlaceSetting.Range;
import rebound.pipeline.PlaceSetting.Type;
import rebound.pipeline.Progress;
import rebound.pipeline.Unreadable;
import rebound.source.MailboxException;
import rebound.source.MailboxFiles;
import rebound.source.SourceLocation;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.Failures;
import rebound.ui.internal.desk.Mailboxes;
import rebound.ui.internal.view.Ids;
import rebound.ui.internal.view.Look;

/** Asks for a place of a kind that has settings, by the form that the kind's Metatype declares. */
final class AddPlaceWizard extends Wizard {

	private static final String NAME = "name";
	private static final String PREFIX = "place.";

	private final Desk desk;
	private final Mailboxes mailboxes;
	private final List<PlaceKind> kinds;
	private final Page page = new Page();
	private String added;

	AddPlaceWizard(Desk desk, Mailboxes mailboxes) {
		this.desk = desk;
		this.mailboxes = mailboxes;
		this.kinds = mailboxes.kinds(desk.texts().locale());
		setWindowTitle(text("title"));
		setNeedsProgressMonitor(true);
	}

	private String text(String key, Object... values) {
		return desk.texts().text(PREFIX + key, values);
	}

	/** @return the new place's name, or {@code null} if the user went away */
	String added() {
		return added;
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		String name = page.name();
		SourceLocation place = page.place();
		String password = page.password();
		if (!page.run(false, monitor -> mailboxes.add(name, place, password))) {
			return false;
		}
		added = name;
		return true;
	}

	/** What is done in the background. */
	private interface Work {
		void run(IProgressMonitor monitor) throws IOException, MailboxException;
	}

	/** The kind, and below it the kind's form. */
	private final class Page extends WizardPage {
		private Composite area;
		private Label kindLabel;
		private Combo kind;
		private Composite form;
		private SettingFields fields;
		private Label tested;

		Page() {
			super("place");
		}

		@Override
		public void createControl(Composite parent) {
			initializeDialogUnits(parent);
			setTitle(text("title"));
			setMessage(text(kinds.isEmpty() ? "none" : "message"));
			area = new Composite(parent, SWT.NONE);
			area.setLayout(GridLayoutFactory.swtDefaults().margins(12, 12).create());
			setControl(area);
			setPageComplete(false);
			if (kinds.isEmpty()) {
				return;
			}
			form = new Composite(area, SWT.NONE);
			form.setLayout(GridLayoutFactory.fillDefaults().numColumns(2).create());
			form.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
			kindLabel = new Label(form, SWT.NONE);
			kindLabel.setText(text("kind"));
			kind = new Combo(form, SWT.READ_ONLY);
			SettingFields.indent(kind);
			kinds.forEach(each -> kind.add(each.name()));
			kind.select(0);
			kind.setData(Ids.KEY, PREFIX + "kind");
			Look.named(kind, text("kind"));
			kind.addListener(SWT.Selection, e -> fill());
			Button test = new Button(area, SWT.PUSH);
			test.setText(text("test"));
			setButtonLayoutData(test);
			test.setData(Ids.KEY, PREFIX + "test");
			test.addListener(SWT.Selection, e -> test());
			tested = new Label(area, SWT.WRAP);
			tested.setData(Ids.KEY, PREFIX + "tested");
			tested.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).hint(360, 60).create());
			fill();
			kind.setFocus();
		}

		/** The form of the kind that is chosen. */
		private void fill() {
			for (Control each : form.getChildren()) {
				if (each != kind && each != kindLabel) {
					each.dispose();
				}
			}
			tested.setText("");
			setMessage(chosen().description().isEmpty() ? text("message") : chosen().description());
			fields = new SettingFields(form, PREFIX, this::check);
			chosen().settings().forEach(this::field);
			fields.addText(NAME, text(NAME), text("name.tip"), false);
			area.layout(true, true);
			if (getContainer() instanceof WizardDialog dialog && dialog.getCurrentPage() == this) {
				dialog.updateSize();
			}
			check();
		}

		private PlaceKind chosen() {
			return kinds.get(kind.getSelectionIndex());
		}

		/** Ids of settings are the kind's: a dot keeps them apart from ours. */
		private static String id(PlaceSetting setting) {
			return '.' + setting.id();
		}

		private void field(PlaceSetting setting) {
			String id = id(setting);
			String title = text("label", setting.name());
			String sentence = setting.description();
			String standard = setting.standard() == null ? "" : setting.standard();
			Range range = setting.range().filter(each -> !standard.isEmpty() && each.least() >= Integer.MIN_VALUE
					&& each.most() <= Integer.MAX_VALUE).orElse(null);
			if (setting.type() == Type.SWITCH) {
				fields.addSwitch(id, setting.name(), sentence);
			} else if (setting.type() == Type.CHOICE) {
				fields.addChoice(id, title, sentence, options(setting, standard));
			} else if (range != null) {
				fields.addNumber(id, title, sentence, (int) range.least(), (int) range.most());
			} else {
				fields.addText(id, title, sentence, setting.type() == Type.SECRET);
			}
			fields.set(id, setting.type() == Type.SECRET ? "" : standard);
		}

		/** Nothing is a choice, too, where it may be left out. */
		private static Map<String, String> options(PlaceSetting setting, String standard) {
			Map<String, String> options = new LinkedHashMap<>();
			if (standard.isEmpty() && !setting.isRequired()) {
				options.put("", "");
			}
			options.putAll(setting.options());
			return options;
		}

		/** The first thing that is wrong is said at its field; what is missing yet is no mistake. */
		private void check() {
			String wrong = null;
			boolean isMissing = false;
			for (PlaceSetting setting : chosen().settings()) {
				Problem problem = setting.check(value(setting)).orElse(null);
				String sentence = problem == null || problem == Problem.MISSING ? null : sentence(setting, problem);
				fields.mark(id(setting), sentence);
				isMissing |= problem == Problem.MISSING;
				wrong = wrong != null || sentence == null ? wrong : text("wrong", setting.name(), sentence);
			}
			boolean isNamed = MailboxFiles.isName(name());
			String badName = isNamed || name().isEmpty() ? null : desk.texts().text("mailbox.wrong.name");
			fields.mark(NAME, badName);
			setErrorMessage(wrong == null ? badName : wrong);
			setPageComplete(wrong == null && !isMissing && isNamed);
		}

		private String sentence(PlaceSetting setting, Problem problem) {
			Range range = setting.range().orElse(new Range(0, 0));
			return text("wrong." + problem.name().toLowerCase(Locale.ROOT), range.least(), range.most());
		}

		private String value(PlaceSetting setting) {
			String value = fields.get(id(setting));
			return setting.type() == Type.SECRET ? value : value.strip();
		}

		String name() {
			return fields.get(NAME).strip();
		}

		SourceLocation place() {
			Map<String, String> values = new LinkedHashMap<>();
			chosen().settings().forEach(each -> values.put(each.id(), value(each)));
			return chosen().location(values);
		}

		/** @return {@code null} if there is none */
		String password() {
			return chosen().password().map(this::value).filter(each -> !each.isEmpty()).orElse(null);
		}

		private void test() {
			boolean isReady = chosen().settings().stream().allMatch(each -> each.check(value(each)).isEmpty());
			if (!isReady) {
				tested.setText(text("test.early"));
				return;
			}
			SourceLocation place = place();
			String password = password();
			List<Preview> found = new ArrayList<>();
			tested.setText("");
			if (run(true, monitor -> {
				monitor.beginTask(text("testing"), IProgressMonitor.UNKNOWN);
				found.add(mailboxes.test(place, password, watch(monitor)));
			})) {
				tested.setText(told(found.getFirst()).replace("&", "&&"));
			}
		}

		private String told(Preview preview) {
			List<Unreadable> unreadable = preview.unreadable();
			String told = text("tested", preview.looked() - unreadable.size(), preview.bounces());
			return unreadable.isEmpty()
					? told
					: told + '\n' + text("unreadable", unreadable.size(), unreadable.getFirst().name());
		}

		/** @return whether it went well; else the reason is shown, unless the user has stopped it */
		boolean run(boolean canStop, Work work) {
			IRunnableWithProgress runnable = monitor -> {
				try {
					work.run(monitor);
				} catch (CancellationException stopped) {
					throw new InterruptedException();
				} catch (IOException | MailboxException | RuntimeException failed) {
					throw new InvocationTargetException(failed);
				}
			};
			try {
				getContainer().run(true, canStop, runnable);
				setErrorMessage(null);
				return true;
			} catch (InvocationTargetException failed) {
				Failures failures = new Failures(desk.texts());
				boolean isTaken = failed.getCause() instanceof FileAlreadyExistsException;
				setErrorMessage(isTaken ? text("wrong.taken") : failures.sentence(failed.getCause()));
				tested.setText(isTaken ? "" : failures.advice(failed.getCause()).replace("&", "&&"));
				return false;
			} catch (InterruptedException stopped) {
				return false;
			}
		}

		private static Progress watch(IProgressMonitor monitor) {
			return new Progress() {
				@Override
				public void done(double fraction, long items) {
					// Only the first mails are read.
				}

				@Override
				public boolean cancelled() {
					return monitor.isCanceled();
				}
			};
		}
	}
}
