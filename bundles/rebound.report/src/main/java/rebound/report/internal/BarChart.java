package rebound.report.internal;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** Draws a bar chart as SVG: no script, words and numbers beside every bar, patterns besides colours. */
final class BarChart {

	private static final int LABEL = 300;
	private static final int WIDTH = 420;
	private static final int ROW = 22;
	private static final int LONGEST_LABEL = 52;

	/**
	 * A bar of a hard and a soft part.
	 *
	 * @param label what it is
	 * @param hard  the dark part
	 * @param soft  the hatched part
	 * @param value as people read it
	 */
	record Bar(String label, double hard, double soft, String value) {
	}

	private BarChart() {
	}

	/** @return the chart; its title is read out by screen readers */
	static String svg(String id, String title, List<Bar> bars) {
		double longest = bars.stream().mapToDouble(bar -> bar.hard() + bar.soft()).max().orElse(0);
		StringBuilder svg = new StringBuilder();
		svg.append("<svg role=\"img\" aria-labelledby=\"").append(id).append("\" viewBox=\"0 0 ")
				.append(LABEL + WIDTH + 110).append(' ').append(bars.size() * ROW + 4).append("\" width=\"100%\">\n")
				.append("<title id=\"").append(id).append("\">").append(Xml.text(title)).append("</title>\n");
		for (int i = 0; i < bars.size(); i++) {
			Bar bar = bars.get(i);
			int y = i * ROW;
			double hard = longest == 0 ? 0 : bar.hard() / longest * WIDTH;
			double soft = longest == 0 ? 0 : bar.soft() / longest * WIDTH;
			text(svg, LABEL - 8, y, "end", shortened(bar.label()));
			rectangle(svg, LABEL, y, hard, "hard");
			rectangle(svg, LABEL + hard, y, soft, "soft");
			text(svg, LABEL + hard + soft + 6, y, "start", bar.value());
		}
		return svg.append("</svg>\n").toString();
	}

	/** @return a number of hits as people of the language write it */
	static String number(long number, Locale locale) {
		return NumberFormat.getIntegerInstance(locale).format(number);
	}

	/** @return a share between 0 and 1 as people of the language write a percentage */
	static String percent(double share, Locale locale) {
		NumberFormat format = NumberFormat.getPercentInstance(locale);
		format.setMaximumFractionDigits(1);
		return format.format(share);
	}

	private static void text(StringBuilder svg, double x, int y, String anchor, String text) {
		svg.append("<text x=\"").append(coordinate(x)).append("\" y=\"").append(y + 15).append("\" text-anchor=\"")
				.append(anchor).append("\">").append(Xml.text(text)).append("</text>\n");
	}

	private static void rectangle(StringBuilder svg, double x, int y, double width, String kind) {
		if (width > 0) {
			svg.append("<rect class=\"").append(kind).append("\" x=\"").append(coordinate(x)).append("\" y=\"")
					.append(y + 3).append("\" width=\"").append(coordinate(width)).append("\" height=\"16\"/>\n");
		}
	}

	private static String coordinate(double value) {
		return Long.toString(Math.round(value));
	}

	private static String shortened(String text) {
		return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + '\u2026';
	}
}
