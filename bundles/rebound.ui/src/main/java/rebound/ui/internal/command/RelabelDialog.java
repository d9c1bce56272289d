package rebound.ui.internal.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import rebound.classify.UserRule;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.pipeline.Relabelling;
import rebound.pipeline.Relabelling.Effect;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.view.Ids;

/** "This is wrong": asks what a bounce really means, and shows what follows for all bounces that say the same. */
final class RelabelDialog extends TextDialog {

	private static final int PAUSE = 300;
	private static final int WIDTH = 420;
	private static final int MOST_NAMED = 3;
	private static final List<BounceType> TYPES = List.of(BounceType.HARD, BounceType.SOFT);

	private final Relabelling relabelling;
	private final RecipientStatus reply;
	private final List<Reason> reasons;
	private final Reason known;
	private Combo reason;
	private Combo type;
	private Text words;
	private Button sameCode;
	private Button sameServer;
	private Label effect;
	private UserRule rule;

	RelabelDialog(Shell shell, Desk desk, Relabelling relabelling, BounceEvent event) {
		super(shell, desk, "relabel.", null);
		this.relabelling = relabelling;
		this.reply = event.status();
		this.known = event.verdict().reason();
		this.reasons = Arrays.stream(Reason.values()).filter(each -> each.type() != BounceType.NONE)
				.sorted(Comparator.comparing(desk.texts()::reason, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	/** @return what the user says; {@code null} if it asks for nothing */
	UserRule rule() {
		return rule;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = grid(parent, 2);
		reason = combo(area, "reason", reasons.stream().map(desk.texts()::reason).toList());
		reason.select(Math.max(0, reasons.indexOf(known)));
		type = combo(area, "type", TYPES.stream().map(each -> desk.texts().text("type." + each.id())).toList());
		typeOfReason();
		reason.addListener(SWT.Selection, e -> typeOfReason());
		words = field(area, "words");
		words.setText(UserRule.like(reply, known, BounceType.SOFT).map(UserRule::words).orElse(""));
		words.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).create());
		String code = reply.replyCode() > 0
				? Integer.toString(reply.replyCode())
				: reply.status() == null ? null : reply.status().toString();
		sameCode = check(area, "code", code);
		sameCode.setSelection(code != null);
		sameServer = check(area, "server", reply.remoteMta());
		effect = new Label(area, SWT.WRAP);
		effect.setData(Ids.KEY, "relabel.effect");
		effect.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, 60).create());
		Runnable changed = this::changed;
		words.addListener(SWT.Modify, e -> words.getDisplay().timerExec(PAUSE, changed));
		for (Control each : List.of(reason, type, sameCode, sameServer)) {
			each.addListener(SWT.Selection, e -> changed());
		}
		return area;
	}

	/** @param value what is asked for; without one there is nothing to ask */
	private Button check(Composite area, String key, String value) {
		Button check = new Button(area, SWT.CHECK);
		check.setText(text(key, value == null ? "" : value).replace("&", "&&"));
		check.setData(Ids.KEY, "relabel." + key);
		check.setVisible(value != null);
		check.setLayoutData(GridDataFactory.fillDefaults().span(2, 1).exclude(value == null).create());
		return check;
	}

	/** What usually follows from the reason; the user may say otherwise. */
	private void typeOfReason() {
		type.select(Math.max(0, TYPES.indexOf(reasons.get(reason.getSelectionIndex()).type())));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, text("ok"), true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		reason.setFocus();
		changed();
	}

	private Optional<UserRule> wanted() {
		boolean hasCode = reply.replyCode() > 0;
		try {
			return Optional.of(new UserRule(reasons.get(reason.getSelectionIndex()),
					TYPES.get(type.getSelectionIndex()), words.getText(),
					sameCode.getSelection() ? reply.replyCode() : 0,
					sameCode.getSelection() && !hasCode ? reply.status() : null,
					sameServer.getSelection() ? reply.remoteMta() : null));
		} catch (IllegalArgumentException asksForNothing) {
			return Optional.empty();
		}
	}

	private void changed() {
		if (words.isDisposed()) {
			return;
		}
		rule = wanted().orElse(null);
		getButton(OK).setEnabled(rule != null);
		setErrorMessage(rule == null ? text("nothing") : null);
		if (rule != null) {
			UserRule asked = rule;
			effect.setText(text("counting"));
			asker.ask(store -> relabelling.preview(store, asked, asker.progress()), this::show);
		}
	}

	private void show(Effect found) {
		if (!effect.isDisposed()) {
			effect.setText(sentence(found).replace("&", "&&"));
		}
	}

	private String sentence(Effect found) {
		String before = found.before().entrySet().stream()
				.sorted(Map.Entry.<Reason, Long>comparingByValue().reversed()).limit(MOST_NAMED)
				.map(each -> text("before", each.getValue(), desk.texts().reason(each.getKey())))
				.collect(Collectors.joining(", "));
		String all = text("effect", found.matched(), found.changed(), found.toHard(), found.toSoft());
		return before.isEmpty() ? all : all + '\n' + text("until", before);
	}
}
