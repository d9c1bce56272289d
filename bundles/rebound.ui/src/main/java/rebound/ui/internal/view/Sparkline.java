package rebound.ui.internal.view;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Draws a few rates as bars, as high as the icons of a table are. A table has pictures of one width only. */
final class Sparkline {

	/** Most bars. */
	static final int BARS = 8;
	private static final int HEIGHT = 16;
	private static final int STEP = 7;
	private static final int BAR = 5;
	private static final int FULL = 255;
	/** Seen on light, on dark and on the ground of what is selected. */
	private static final RGB LAST = new RGB(0xe8, 0x8a, 0x10);
	private static final RGB BEFORE = new RGB(0x9a, 0xa2, 0xac);
	private static final int PERCENT = 100;

	private Sparkline() {
	}

	/**
	 * @param where shows it
	 * @param rates the earliest first; the last one stands out
	 * @param top   the rate of a bar of full height
	 * @return a picture that the caller disposes of
	 */
	static Image draw(Control where, double[] rates, double top) {
		return new Image(where.getDisplay(), (ImageDataProvider) zoom -> draw(rates, top, zoom));
	}

	private static ImageData draw(double[] rates, double top, int zoom) {
		int height = HEIGHT * zoom / PERCENT;
		ImageData image = new ImageData(BARS * STEP * zoom / PERCENT, height, 24,
				new PaletteData(0xFF0000, 0xFF00, 0xFF));
		image.alphaData = new byte[image.width * image.height];
		for (int i = 0; i < rates.length; i++) {
			int left = (BARS - rates.length + i) * STEP * zoom / PERCENT;
			int high = Math.clamp(Math.round(height * rates[i] / top), Math.max(1, zoom / PERCENT), height);
			int pixel = image.palette.getPixel(i == rates.length - 1 ? LAST : BEFORE);
			for (int x = left; x < left + BAR * zoom / PERCENT; x++) {
				for (int y = height - high; y < height; y++) {
					image.setPixel(x, y, pixel);
					image.setAlpha(x, y, FULL);
				}
			}
		}
		return image;
	}
}
