package rebound.report.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Component;
import rebound.model.BounceType;
import rebound.model.Campaign;
import rebound.model.Reason;
import rebound.report.Column;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.WrittenFile;
import rebound.report.internal.BarChart.Bar;

/**
 * A page to print, for those who call the customers: charts, and a table of the columns a caller needs unless others
 * are chosen. One file, no script, nothing loaded from anywhere.
 */
@Component
public final class HtmlFormat implements ReportFormat {

	private static final List<String> COLUMNS = List.of("full_name", "company", "phone", "mobile", "email_unicode",
			"reason_text", "last_bounce_utc", "hard_count", "soft_count", "status", "suggested_email",
			"replacement_name",
			"colleague_name", "colleague_phone", "follow_up_note");
	private static final int MOST_BARS = 15;
	private static final int MONTHS = 24;
	private static final String ROW = "<tr class=\"row\">";

	@Override
	public String id() {
		return "html";
	}

	@Override
	public String extension() {
		return "html";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		Labels labels = Labels.of(options.locale());
		List<Column<ReportRow>> columns = ReportColumns
				.choose(options.columns().isEmpty() ? COLUMNS : options.columns());
		Tally tally = new Tally();
		data.rows().forEach(tally::add);
		data.events().forEach(tally::add);
		AtomicLong count = new AtomicLong();
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(files.open(ReportFiles.MAIN), StandardCharsets.UTF_8), 1 << 16)) {
			out.write(head(labels));
			out.write(overview(data, tally, labels));
			out.write(charts(data, tally, labels));
			int widths = columns.stream().mapToInt(HtmlFormat::width).sum();
			// Never narrower than people can read; wider where the page is.
			out.write("<table style=\"min-width: " + widths * 6 / 10 + "em\">\n<caption>"
					+ Xml.text(labels.text("html.customers")) + "</caption>\n<thead><tr>");
			for (Column<ReportRow> column : columns) {
				out.write("<th scope=\"col\" style=\"width: " + width(column) * 1000 / widths / 10.0 + "%\">"
						+ Xml.text(heading(column, labels)) + "</th>");
			}
			out.write("</tr></thead>\n<tbody>\n");
			data.rows().forEach(row -> {
				row(out, columns, row, labels, options);
				count.incrementAndGet();
			});
			out.write("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
		}
		return List.of(new WrittenFile(ReportFiles.MAIN, count.get(), HtmlFormat::recount));
	}

	/** Widths are given, as one long word would else take the place of all other columns. */
	private static int width(Column<ReportRow> column) {
		return switch (column.type()) {
			case INTEGER, DECIMAL -> 6;
			case DATE, TIMESTAMP -> 7;
			case IDENTIFIER -> 9;
			case TEXT -> column.name().equals("status") ? 7 : column.name().matches(".*(text|email).*") ? 14 : 11;
		};
	}

	/** Times are shown in the reader's zone, so the heading does not say UTC. */
	private static String heading(Column<ReportRow> column, Labels labels) {
		return labels.column(column).replace(" (UTC)", "");
	}

	private static void row(Writer out, List<Column<ReportRow>> columns, ReportRow row, Labels labels,
			ReportOptions options) throws IOException {
		out.write(ROW);
		for (Column<ReportRow> column : columns) {
			Object value = column.of(row, labels);
			boolean number = value instanceof Number;
			out.write(number ? "<td class=\"number\">" : "<td>");
			out.append(Xml.text(shown(column, value, labels, options)));
			out.write("</td>");
		}
		out.write("</tr>\n");
	}

	private static String shown(Column<ReportRow> column, Object value, Labels labels, ReportOptions options) {
		DateTimeFormatter dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(labels.locale());
		return switch (value) {
			case null -> "";
			case Instant instant -> dates.format(instant.atZone(options.zone()));
			case LocalDate date -> dates.format(date);
			case String text -> labels.value(column.name(), Text.oneLine(text));
			default -> Text.of(value);
		};
	}

	private static String head(Labels labels) {
		return """
				<!DOCTYPE html>
				<html lang="%s">
				<head>
				<meta charset="utf-8">
				<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
				<meta name="viewport" content="width=device-width">
				<title>%s</title>
				<style>
				body { font: 10pt sans-serif; margin: 1.5em; color: #111; background: #fff; }
				h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin: 1.2em 0 0.3em; break-after: avoid; }
				svg { max-width: 60em; font-size: 12px; } section { break-inside: avoid; }
				rect.hard { fill: #8b1a1a; } rect.soft { fill: #e9b96e; stroke: #8f5902; stroke-dasharray: 2 2; }
				table { font-size: 9pt; border-collapse: collapse; table-layout: fixed; width: 100%%; margin-top: 1.5em; }
				caption { text-align: left; font-size: 1.2em; font-weight: bold; padding-bottom: 0.4em; }
				th, td { border-bottom: 1px solid #bbb; padding: 0.25em 0.4em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
				td.number { text-align: right; } th { hyphens: auto; } thead { display: table-header-group; } tr { break-inside: avoid; }
				@media print { @page { size: A4 landscape; margin: 12mm; } body { margin: 0; } table { font-size: 7pt; break-before: page; } td.number, th { padding: 0.2em; } }
				</style>
				</head>
				<body>
				<main>
				<h1>%2$s</h1>
				"""
				.formatted(labels.locale().toLanguageTag(), Xml.text(labels.text("html.title")));
	}

	private static String overview(ReportData data, Tally tally, Labels labels) {
		Locale locale = labels.locale();
		StringBuilder list = new StringBuilder("<ul>\n");
		item(list, labels.text("total.rows"), BarChart.number(tally.rows, locale));
		item(list, labels.text("total.events"), BarChart.number(tally.events, locale));
		for (Tally.Entry state : Tally.highest(tally.states, MOST_BARS)) {
			item(list, labels.value("status", state.key()), BarChart.number(state.count(), locale));
		}
		if (data.filter() != null) {
			item(list, labels.text("html.filter"), data.filter());
		}
		return list.append("</ul>\n").toString();
	}

	private static void item(StringBuilder list, String name, String value) {
		list.append("<li>").append(Xml.text(name)).append(": ").append(Xml.text(value)).append("</li>\n");
	}

	private static String charts(ReportData data, Tally tally, Labels labels) {
		Locale locale = labels.locale();
		List<Campaign> bounced = data.campaigns().stream()
				.filter(campaign -> tally.campaigns.containsKey(campaign.id()))
				.limit(MOST_BARS).toList();
		// Bars compare only where all are shares, or none is.
		boolean shares = bounced.stream().allMatch(campaign -> campaign.sentCount() > 0);
		List<Bar> campaigns = new ArrayList<>();
		for (Campaign campaign : bounced) {
			Tally.Count count = tally.campaigns.get(campaign.id());
			double all = shares ? campaign.sentCount() : 1;
			String value = BarChart.number(count.total(), locale) + (campaign.sentCount() == 0
					? ""
					: " (" + BarChart.percent(count.total() / (double) campaign.sentCount(), locale) + ')');
			campaigns.add(new Bar(campaign.name() == null ? campaign.id() : campaign.name(), count.hard / all,
					count.soft / all, value));
		}
		List<Bar> reasons = new ArrayList<>();
		for (Tally.Entry entry : Tally.highest(tally.reasons, Integer.MAX_VALUE)) {
			Reason reason = Reason.of(entry.key()).orElse(Reason.UNDEFINED);
			boolean hard = reason.type() == BounceType.HARD;
			if (reason.type() == BounceType.NONE || reasons.size() == MOST_BARS) {
				continue;
			}
			reasons.add(new Bar(labels.reason(reason), hard ? entry.count() : 0, hard ? 0 : entry.count(),
					BarChart.number(entry.count(), locale)));
		}
		List<Bar> hosts = new ArrayList<>();
		for (Tally.Entry host : Tally.highest(Tally.totals(tally.hosts), MOST_BARS)) {
			Tally.Count count = tally.hosts.get(host.key());
			hosts.add(new Bar(host.key(), count.hard, count.soft, BarChart.number(count.total(), locale)));
		}
		List<Bar> months = new ArrayList<>();
		DateTimeFormatter month = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
		for (Map.Entry<YearMonth, Tally.Count> entry : tally.months.descendingMap().entrySet()) {
			if (months.size() < MONTHS) {
				Tally.Count count = entry.getValue();
				months.add(0, new Bar(month.format(entry.getKey()), count.hard, count.soft,
						BarChart.number(count.total(), locale)));
			}
		}
		return chart("campaigns", campaigns, labels) + chart("reasons", reasons, labels)
				+ chart("hosts", hosts, labels) + chart("trend", months, labels);
	}

	private static String chart(String name, List<Bar> bars, Labels labels) {
		String title = labels.text("html." + name);
		return bars.isEmpty()
				? ""
				: "<section>\n<h2>" + Xml.text(title) + "</h2>\n" + BarChart.svg("chart-" + name, title, bars)
						+ "</section>\n";
	}

	private static long recount(InputStream file) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
		long rows = 0;
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			rows += line.startsWith(ROW) && line.endsWith("</tr>") ? 1 : 0;
		}
		return rows;
	}
}
