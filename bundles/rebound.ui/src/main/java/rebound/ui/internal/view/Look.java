package rebound.ui.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** How the parts of the window look alike: margins, headings, colours for light and dark. */
public final class Look {

	/** The key of {@code setData} that holds the name that a control was given. */
	public static final String NAME = "rebound.name";
	static final int MARGIN = 12;
	static final int GAP = 8;
	private static final int BRIGHT = 128;

	private Look() {
	}

	/** @return a grid of this many columns with the window's margins */
	static GridLayout page(int columns) {
		return GridLayoutFactory.fillDefaults().numColumns(columns).margins(MARGIN, MARGIN).spacing(GAP, GAP).create();
	}

	static GridLayout plain(int columns) {
		return GridLayoutFactory.fillDefaults().numColumns(columns).spacing(GAP, GAP).create();
	}

	/** Makes a label's font bold, and bigger by some points. */
	static void heading(Label label, int bigger) {
		label.setFont(font(label, SWT.BOLD, bigger));
	}

	/** @return the control's font in another style and size, for as long as the control lives */
	static Font font(Control control, int style, int bigger) {
		LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), control);
		return resources.create(FontDescriptor.createFrom(control.getFont()).setStyle(style).increaseHeight(bigger));
	}

	/** @return a label that wraps */
	static Label label(Composite parent, String text) {
		Label label = new Label(parent, SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		return label;
	}

	/** Gives a button in a grid room on both sides of its words. */
	static void roomy(Button button) {
		button.setLayoutData(GridDataFactory.swtDefaults().hint(width(button), SWT.DEFAULT).create());
	}

	/** @return how wide a button is to be, in pixels, so that its words have room on both sides */
	static int width(Button button) {
		return button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 2 * GAP;
	}

	/** @return whether a control is painted dark */
	static boolean isDark(Control control) {
		RGB ground = control.getBackground().getRGB();
		return (ground.red * 299 + ground.green * 587 + ground.blue * 114) / 1000 < BRIGHT;
	}

	/** @return the colour of text that matters less */
	static Color faint(Control control) {
		return isDark(control) ? new Color(0xa8, 0xae, 0xb6) : new Color(0x5c, 0x64, 0x6e);
	}

	/** @return the colour of what stands out */
	static Color accent(Control control) {
		return isDark(control) ? new Color(0x6a, 0xae, 0xf0) : new Color(0x2f, 0x6f, 0xb5);
	}

	/** @return the ground of marked text */
	static Color mark(Control control) {
		return isDark(control) ? new Color(0x6b, 0x55, 0x10) : new Color(0xff, 0xec, 0xa8);
	}

	/** Tells screen readers what a control without a label is for. */
	public static void named(Control control, String name) {
		boolean isNew = control.getData(NAME) == null;
		control.setData(NAME, name);
		if (isNew) {
			control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
				@Override
				public void getName(AccessibleEvent event) {
					event.result = String.valueOf(control.getData(NAME));
				}
			});
		}
	}
}
