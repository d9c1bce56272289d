package rebound.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.MarkedText;
import rebound.ui.internal.desk.ShownMail;

/** The original mail: text, headers or source, with the evidence marked where it stands. */
final class MailPane {

	private record Side(String key, Function<ShownMail, MarkedText> text) {
	}

	private static final List<Side> SIDES = List.of(new Side("text", ShownMail::text),
			new Side("headers", ShownMail::headers), new Side("source", ShownMail::source));
	private static final int MARGIN = 6;
	private static final int LINES_ABOVE = 3;

	private final Desk desk;
	private final List<ToolItem> items = new ArrayList<>();
	private final StyledText body;
	private ShownMail mail;

	MailPane(Composite parent, Desk desk) {
		this.desk = desk;
		Composite pane = new Composite(parent, SWT.NONE);
		pane.setLayout(Look.plain(2));
		pane.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		Label title = Look.label(pane, desk.texts().text("mail.title"));
		title.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).create());
		title.setFont(Look.font(title, SWT.BOLD, 0));
		ToolBar bar = new ToolBar(pane, SWT.FLAT);
		for (Side side : SIDES) {
			ToolItem item = new ToolItem(bar, SWT.RADIO);
			item.setText(FilterRow.SPACE + desk.texts().text("mail." + side.key) + FilterRow.SPACE);
			item.setData(Ids.KEY, "mail." + side.key);
			item.addListener(SWT.Selection, e -> update());
			items.add(item);
		}
		items.getFirst().setSelection(true);
		body = new StyledText(pane, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
		body.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(200, 80).create());
		body.setFont(JFaceResources.getTextFont());
		body.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		body.setData(Ids.KEY, "mail.body");
		Look.named(body, desk.texts().text("mail.title"));
	}

	StyledText body() {
		return body;
	}

	/** @param shown the mail, or {@code null} where it is not kept */
	void show(ShownMail shown) {
		mail = shown;
		update();
	}

	private void update() {
		if (body.isDisposed()) {
			return;
		}
		MarkedText marked = mail == null ? MarkedText.of(desk.texts().text("mail.none"), null) : side().apply(mail);
		body.setText(marked.text());
		for (MarkedText.Mark mark : marked.marks()) {
			StyleRange style = new StyleRange();
			style.start = mark.start();
			style.length = mark.length();
			style.background = Look.mark(body);
			body.setStyleRange(style);
		}
		if (!marked.marks().isEmpty()) {
			int line = body.getLineAtOffset(marked.marks().getFirst().start());
			body.setTopIndex(Math.max(0, line - LINES_ABOVE));
			// At the end of the mail there may be less to scroll: no line cut in half then.
			body.setTopPixel(body.getTopPixel() / body.getLineHeight() * body.getLineHeight());
		}
	}

	private Function<ShownMail, MarkedText> side() {
		for (int i = 0; i < items.size(); i++) {
			if (items.get(i).getSelection()) {
				return SIDES.get(i).text;
			}
		}
		return SIDES.getFirst().text;
	}
}
