package rebound.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/** A page of headings and lines that scrolls, made anew for each thing shown. */
final class Lines {

	private static final int COLUMNS = 2;
	private static final int NARROWEST = 180;

	private final ScrolledComposite scroll;
	private final int margin;
	private Composite page;

	/** Lines that fill a view. */
	Lines(Composite parent) {
		this(parent, Look.MARGIN);
	}

	/** @param margin 0 where what is around has one */
	Lines(Composite parent, int margin) {
		this.margin = margin;
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		scroll.addListener(SWT.Resize, e -> resize());
		page = new Composite(scroll, SWT.NONE);
		scroll.setContent(page);
	}

	ScrolledComposite control() {
		return scroll;
	}

	/** Makes the page anew. */
	void fill(Consumer<Lines> content) {
		if (scroll.isDisposed()) {
			return;
		}
		scroll.setRedraw(false);
		boolean isFocused = isWithin(scroll.getDisplay().getFocusControl());
		page.dispose();
		page = new Composite(scroll, SWT.NONE);
		page.setLayout(GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(margin, margin)
				.spacing(Look.GAP, Look.GAP).create());
		content.accept(this);
		scroll.setContent(page);
		scroll.setOrigin(0, 0);
		resize();
		scroll.setRedraw(true);
		if (isFocused) {
			scroll.setFocus();
		}
	}

	private boolean isWithin(Control control) {
		Control each = control;
		while (each != null && each != page) {
			each = each.getParent();
		}
		return each == page;
	}

	private void resize() {
		int width = Math.max(NARROWEST, scroll.getClientArea().width);
		Point size = page.computeSize(width, SWT.DEFAULT);
		scroll.setMinSize(NARROWEST, size.y);
	}

	void title(String text) {
		Label label = Look.label(page, text);
		Look.heading(label, 4);
		wide(label);
	}

	void heading(String text) {
		Label space = new Label(page, SWT.NONE);
		space.setLayoutData(GridDataFactory.fillDefaults().span(COLUMNS, 1).hint(SWT.DEFAULT, 2).create());
		Label label = Look.label(page, text);
		Look.heading(label, 0);
		wide(label);
	}

	void text(String text) {
		wide(Look.label(page, text));
	}

	void faint(String text) {
		Label label = Look.label(page, text);
		label.setForeground(Look.faint(label));
		wide(label);
	}

	/** A picture and what it is about. */
	void pictured(Image image, String text) {
		Composite row = row(image);
		Label label = Look.label(row, text);
		label.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
				.hint(NARROWEST / 2, SWT.DEFAULT).create());
	}

	/** A picture and a link that does something. */
	void linked(Image image, String text, String tip, Runnable work) {
		Composite row = row(image);
		link(row, text, tip, work);
	}

	private Composite row(Image image) {
		Composite row = new Composite(page, SWT.NONE);
		row.setLayout(Look.plain(2));
		wide(row);
		Label picture = new Label(row, SWT.NONE);
		picture.setImage(image);
		picture.setLayoutData(GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).create());
		return row;
	}

	/** A name, and a value that leads somewhere; nothing for no value. */
	void field(String name, String value, Runnable work) {
		if (value == null || value.isBlank()) {
			return;
		}
		Label label = Look.label(page, name);
		label.setForeground(Look.faint(label));
		label.setLayoutData(GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).create());
		link(page, value, null, work);
	}

	/** A picture, what it is about, and a link that does something about it. */
	void offered(Image image, String text, String offer, String tip, Runnable work) {
		Composite row = row(image);
		((GridLayout) row.getLayout()).numColumns = 3;
		Label label = Look.label(row, text);
		label.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
				.hint(NARROWEST / 2, SWT.DEFAULT).create());
		link(row, offer, tip, work).setLayoutData(GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).create());
	}

	private static Link link(Composite parent, String text, String tip, Runnable work) {
		Link link = new Link(parent, SWT.NONE);
		link.setText("<a>" + text.replace("&", "&&").replace("<", "") + "</a>");
		link.setToolTipText(tip);
		link.addListener(SWT.Selection, e -> work.run());
		link.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).create());
		return link;
	}

	/** A name, and a value that can be selected and copied; nothing for no value. */
	void field(String name, String value) {
		if (value == null || value.isBlank()) {
			return;
		}
		Label label = Look.label(page, name);
		label.setForeground(Look.faint(label));
		label.setLayoutData(GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).create());
		Text text = new Text(page, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
		text.setText(value);
		text.setBackground(page.getBackground());
		text.setLayoutData(
				GridDataFactory.fillDefaults().grab(true, false).hint(NARROWEST / 2, SWT.DEFAULT).create());
	}

	private static void wide(Control control) {
		control.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1)
				.hint(NARROWEST, SWT.DEFAULT).create());
	}
}
