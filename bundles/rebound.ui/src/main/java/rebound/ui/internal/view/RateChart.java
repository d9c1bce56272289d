package rebound.ui.internal.view;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import rebound.policy.PolicySettings;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Desk;

/** The rates of hard bounces of some campaigns, with the rates at which mail services begin to watch and to refuse. */
final class RateChart {

	private static final int LONGEST_NAME = 14;
	private static final double LEAST_TOP = 7;
	private static final double PERCENT = 100;

	private final Desk desk;
	private final Chart chart;

	RateChart(Composite parent, Desk desk) {
		this.desk = desk;
		chart = new Chart(parent, SWT.NONE);
		chart.setData(Ids.KEY, "overview.chart");
		Look.named(chart, desk.texts().text("overview.chart.axis"));
		chart.getTitle().setVisible(false);
		chart.getLegend().setPosition(SWT.BOTTOM);
		IAxis names = chart.getAxisSet().getXAxis(0);
		IAxis rates = chart.getAxisSet().getYAxis(0);
		names.getTitle().setVisible(false);
		rates.getTitle().setText(desk.texts().text("overview.chart.axis"));
		rates.getTitle().setFont(chart.getFont());
		rates.getTick().setFormat(new java.text.DecimalFormat("0",
				java.text.DecimalFormatSymbols.getInstance(desk.texts().locale())));
		names.getGrid().setStyle(LineStyle.NONE);
		rates.getGrid().setStyle(LineStyle.NONE);
		colours();
	}

	/** As the platform's theme has them: the library's own are blue on white. */
	private void colours() {
		Color ground = chart.getBackground();
		Color words = chart.getForeground();
		chart.getPlotArea().setBackground(ground);
		chart.getLegend().setBackground(ground);
		chart.getLegend().setForeground(words);
		for (IAxis axis : chart.getAxisSet().getAxes()) {
			axis.getTick().setForeground(words);
			axis.getTitle().setForeground(words);
		}
	}

	/**
	 * @param campaigns the latest first; those of unknown size have no rate and are left out
	 * @param policy    says at which rates there are lines
	 */
	void show(List<CampaignSummary> campaigns, PolicySettings policy) {
		List<CampaignSummary> rated = campaigns.stream().filter(each -> each.campaign().sentCount() > 0).toList()
				.reversed();
		for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
			chart.getSeriesSet().deleteSeries(series.getId());
		}
		chart.setVisible(!rated.isEmpty());
		if (rated.isEmpty()) {
			return;
		}
		double[] rates = rated.stream().mapToDouble(each -> each.hardRate() * PERCENT).toArray();
		IBarSeries<?> bars = (IBarSeries<?>) chart.getSeriesSet().createSeries(SeriesType.BAR,
				desk.texts().text("campaigns.column.rate"));
		bars.setYSeries(rates);
		bars.setBarColor(Look.accent(chart));
		bars.setBarPadding(60);
		line("overview.chart.warning", policy.warnShare(), rates.length, new Color(0xd9, 0x8a, 0x00));
		line("overview.chart.alarm", policy.strictShare(), rates.length, new Color(0xc6, 0x28, 0x28));
		IAxis names = chart.getAxisSet().getXAxis(0);
		names.setCategorySeries(rated.stream().map(each -> shortened(each.campaign().name())).toArray(String[]::new));
		names.enableCategory(true);
		double top = Math.max(LEAST_TOP, Arrays.stream(rates).max().orElse(0) * 1.15);
		chart.getAxisSet().getYAxis(0).setRange(new Range(0, top));
		Look.named(chart, rated.stream().map(
				each -> each.campaign().name() + ": " + desk.texts().text("rate", each.hardRate())).reduce(
						(a, b) -> a + ", " + b)
				.orElse(""));
		chart.redraw();
	}

	private void line(String key, double percent, int length, Color colour) {
		ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE,
				desk.texts().text(key));
		double[] values = new double[length];
		Arrays.fill(values, percent);
		line.setYSeries(values);
		line.setSymbolType(length == 1 ? PlotSymbolType.DIAMOND : PlotSymbolType.NONE);
		line.setSymbolColor(colour);
		line.setLineColor(colour);
		line.setLineStyle(LineStyle.DASH);
	}

	private static String shortened(String name) {
		return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1).strip() + '\u2026';
	}

	Chart control() {
		return chart;
	}
}
