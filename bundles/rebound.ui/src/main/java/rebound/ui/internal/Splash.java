package rebound.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Shows that the program is on its way, until its window is there. */
final class Splash {

	private static final int MARGIN = 28;
	private static final int SPACE = 20;
	private static final int LETTERS = 22;
	private static final Color GROUND = new Color(0xff, 0xff, 0xff);
	private static final Color WORDS = new Color(0x2f, 0x6f, 0xb5);

	private Splash() {
	}

	/** @return closes it */
	static Runnable open(Display display) {
		Shell shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
		shell.setBackground(GROUND);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = MARGIN;
		layout.marginHeight = MARGIN;
		layout.horizontalSpacing = SPACE;
		shell.setLayout(layout);
		Image icon = icon(display);
		Label picture = new Label(shell, SWT.NONE);
		picture.setBackground(GROUND);
		picture.setImage(icon);
		Label name = new Label(shell, SWT.NONE);
		name.setText(Display.getAppName());
		name.setBackground(GROUND);
		name.setForeground(WORDS);
		FontData usual = name.getFont().getFontData()[0];
		Font font = new Font(display, usual.getName(), LETTERS, SWT.BOLD);
		name.setFont(font);
		name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
		shell.addListener(SWT.Dispose, e -> {
			font.dispose();
			if (icon != null) {
				icon.dispose();
			}
		});
		shell.pack();
		Rectangle screen = display.getPrimaryMonitor().getClientArea();
		shell.setLocation(screen.x + (screen.width - shell.getSize().x) / 2,
				screen.y + (screen.height - shell.getSize().y) / 2);
		shell.setVisible(true);
		shell.update();
		return shell::dispose;
	}

	private static Image icon(Display display) {
		URL file = Splash.class.getResource("/icons/rebound64.png");
		if (file == null) {
			return null;
		}
		try (InputStream in = file.openStream()) {
			return new Image(display, new ImageData(in));
		} catch (IOException unreadable) {
			return null;
		}
	}
}
