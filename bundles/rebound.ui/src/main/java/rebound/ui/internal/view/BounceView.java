package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import rebound.model.BounceEvent;
import rebound.model.RecipientStatus;
import rebound.model.Standing;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.desk.Asker;
import rebound.ui.internal.desk.BounceRow;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.ShownMail;

/** One bounce: the verdict in a sentence, what it rests on, and the mail that says so. */
public final class BounceView {

	public static final String ID = "rebound.ui.bounce";

	private final Desk desk;
	private final Pipeline pipeline;
	private final Commands commands;
	private final Asker asker;
	private final StackLayout stack = new StackLayout();
	private Composite parent;
	private Composite page;
	private Label shape;
	private Label verdict;
	private Label grounds;
	private Label facts;
	private MailPane mail;
	private BounceEvent shown;

	@Inject
	BounceView(Desk desk, Pipeline pipeline, Commands commands) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.commands = commands;
		this.asker = desk.database().asker();
	}

	@PostConstruct
	void create(Composite top) {
		parent = new Composite(top, SWT.NONE);
		parent.setLayout(stack);
		Composite nothing = new Composite(parent, SWT.NONE);
		nothing.setLayout(Look.page(1));
		Look.label(nothing, desk.texts().text("bounce.nothing"));
		stack.topControl = nothing;
		page = new Composite(parent, SWT.NONE);
		page.setLayout(Look.page(3));
		shape = new Label(page, SWT.NONE);
		shape.setLayoutData(GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).create());
		verdict = line(page, 1, "bounce.verdict");
		Look.heading(verdict, 2);
		Composite buttons = new Composite(page, SWT.NONE);
		buttons.setLayout(Look.plain(3));
		commands.button(buttons, "bounce.wrong", Commands.RELABEL);
		commands.button(buttons, "bounce.block", Commands.BLOCK);
		commands.button(buttons, "bounce.open", Commands.OPEN_MAIL);
		grounds = line(page, 3, "bounce.grounds");
		facts = line(page, 3, "bounce.facts");
		Composite below = new Composite(page, SWT.NONE);
		below.setLayout(Look.plain(1));
		below.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(3, 1).create());
		mail = new MailPane(below, desk);
		commands.handle(Commands.COPY, mail.body()::copy);
		commands.handle(Commands.SELECT_ALL, mail.body()::selectAll);
	}

	private static Label line(Composite page, int span, String id) {
		Label label = Look.label(page, "");
		label.setData(Ids.KEY, id);
		label.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(span, 1).hint(300,
						SWT.DEFAULT).create());
		return label;
	}

	@Inject
	void select(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) BounceRow row) {
		if (row != null) {
			show(row.event());
		}
	}

	/** Of an address, the last that came back. */
	@Inject
	void select(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) Standing standing) {
		if (standing != null) {
			asker.ask(store -> store.events().ofAddress(standing.address()).stream()
					.max(Comparator.comparing(BounceEvent::occurred)), last -> last.ifPresent(this::show));
		}
	}

	private void show(BounceEvent event) {
		if (page == null || page.isDisposed() || event.equals(shown)) {
			return;
		}
		shown = event;
		shape.setImage(Icons.of(shown.verdict()));
		set(verdict, desk.sentences().verdict(shown));
		set(grounds, grounds(shown));
		set(facts, facts(shown));
		facts.setForeground(Look.faint(facts));
		stack.topControl = page;
		parent.layout(true, true);
		asker.ask(store -> new Found(ShownMail.of(store, event),
				pipeline.reasonText(event.verdict(), desk.texts().locale()).orElse(null)), this::show);
	}

	/** What is read in the background: a rule of somebody else may take its time. */
	private record Found(ShownMail mail, String reasonText) {
	}

	private void show(Found found) {
		mail.show(found.mail());
		if (found.reasonText() != null) {
			set(grounds, found.reasonText() + ' ' + grounds(shown));
			parent.layout(true, true);
		}
	}

	private String grounds(BounceEvent event) {
		return desk.sentences().grounds(event) + ' ' + desk.sentences().consequence(event);
	}

	private static void set(Label label, String text) {
		label.setText(text.replace("&", "&&"));
	}

	private String facts(BounceEvent event) {
		RecipientStatus status = event.status();
		List<String> facts = new ArrayList<>();
		fact(facts, "subject", event.subject());
		fact(facts, "status", status.status());
		fact(facts, "reply", status.replyCode() == 0 ? null : Integer.toString(status.replyCode()));
		fact(facts, "server", status.remoteMta());
		fact(facts, "reporter", event.reportingMta());
		boolean forwarded = status.recipient() != null && !status.recipient().equalsIgnoreCase(event.address().value());
		fact(facts, "final", forwarded ? status.recipient() : null);
		fact(facts, "rule", event.verdict().rule());
		fact(facts, "confidence", event.verdict().confidence());
		return String.join("   \u00b7   ", facts);
	}

	private void fact(List<String> facts, String key, Object value) {
		if (value != null) {
			facts.add(desk.texts().text("bounce.fact." + key, value));
		}
	}

	@Focus
	void focus() {
		mail.body().setFocus();
	}
}
