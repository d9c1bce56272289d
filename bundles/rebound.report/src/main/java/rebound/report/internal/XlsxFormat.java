package rebound.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.osgi.service.component.annotations.Component;
import rebound.model.Campaign;
import rebound.model.Reason;
import rebound.report.Column;
import rebound.report.Column.Type;
import rebound.report.EventColumns;
import rebound.report.EventRow;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.Rows;
import rebound.report.WrittenFile;
import rebound.report.internal.XlsxSheet.Heading;

/**
 * A workbook (ECMA-376) with the sheets Report, Events, Summary and Legend; what does not fit a sheet goes on in the
 * next. Setting {@code sheets}: {@code all} or {@code single}, for programs that read one sheet only; setting
 * {@code header}: {@code names} or {@code labels}.
 */
@Component
public final class XlsxFormat implements ReportFormat {

	private static final int MOST_HOSTS = 50;
	private static final byte[] ROW = { '<', 'r', 'o', 'w', ' ' };

	@Override
	public String id() {
		return "xlsx";
	}

	@Override
	public String extension() {
		return "xlsx";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		Labels labels = Labels.of(options.locale());
		List<Column<ReportRow>> columns = ReportColumns.choose(options.columns());
		boolean single = options.setting("sheets", "all").equals("single");
		boolean forPeople = options.setting("header", "names").equals("labels");
		Tally tally = new Tally();
		AtomicLong records = new AtomicLong();
		int sheets;
		try (XlsxFile file = new XlsxFile(files.open(ReportFiles.MAIN))) {
			sheets = table(file, "Report", columns, data.rows(), labels, forPeople, row -> {
				tally.add(row);
				records.incrementAndGet();
			});
			if (!single && options.events()) {
				sheets += table(file, "Events", EventColumns.ALL, data.events(), labels, forPeople, row -> {
					tally.add(row);
					records.incrementAndGet();
				});
			}
			if (!single) {
				summary(file, data, tally, labels);
				legend(file, columns, labels);
			}
		}
		int dataSheets = sheets;
		return List.of(new WrittenFile(ReportFiles.MAIN, records.get(), file -> recount(file, dataSheets)));
	}

	/** @return number of sheets it took */
	private static <R> int table(XlsxFile file, String name, List<Column<R>> columns, Rows<R> rows, Labels labels,
			boolean forPeople, Rows.Receiver<R> count) throws IOException {
		List<Heading> headings = new ArrayList<>();
		for (Column<R> column : columns) {
			String heading = forPeople ? labels.column(column) : column.name();
			headings.add(new Heading(heading, column.type(), Math.clamp(heading.length() + 4, width(column), 60)));
		}
		List<XlsxSheet> sheets = new ArrayList<>();
		sheets.add(file.sheet(name, headings));
		rows.forEach(row -> {
			if (sheets.getLast().isFull()) {
				sheets.add(file.sheet(name + " " + (sheets.size() + 1), headings));
			}
			XlsxSheet sheet = sheets.getLast();
			sheet.beginRow();
			for (int i = 0; i < columns.size(); i++) {
				sheet.cell(i, columns.get(i).type(), columns.get(i).of(row, labels));
			}
			sheet.endRow();
			count.row(row);
		});
		return sheets.size();
	}

	private static int width(Column<?> column) {
		return switch (column.type()) {
			case INTEGER, DECIMAL -> 10;
			case DATE -> 12;
			case TIMESTAMP -> 20;
			case IDENTIFIER -> 16;
			case TEXT -> column.name().contains("email") ? 30 : 18;
		};
	}

	private static void summary(XlsxFile file, ReportData data, Tally tally, Labels labels) throws IOException {
		XlsxSheet sheet = file.sheet("Summary", List.of(new Heading("section", Type.TEXT, 16),
				new Heading("key", Type.IDENTIFIER, 30), new Heading("label", Type.TEXT, 50),
				new Heading("count", Type.INTEGER, 12), new Heading("share", Type.DECIMAL, 12)));
		line(sheet, "total", "rows", labels.text("total.rows"), tally.rows, -1);
		line(sheet, "total", "events", labels.text("total.events"), tally.events, -1);
		section(sheet, "status", tally.states, tally.rows, labels);
		section(sheet, "bounce_type", tally.types, tally.rows, labels);
		section(sheet, "reason_code", tally.reasons, tally.rows, labels);
		section(sheet, "fault", tally.faults, tally.rows, labels);
		for (Tally.Entry host : Tally.highest(Tally.totals(tally.hosts), MOST_HOSTS)) {
			line(sheet, "mail_host", host.key(), host.key(), host.count(), share(host.count(), tally.events));
		}
		for (Campaign campaign : data.campaigns()) {
			Tally.Count count = tally.campaigns.getOrDefault(campaign.id(), new Tally.Count());
			line(sheet, "campaign_hard", campaign.id(), campaign.name(), count.hard,
					share(count.hard, campaign.sentCount()));
			line(sheet, "campaign_soft", campaign.id(), campaign.name(), count.soft,
					share(count.soft, campaign.sentCount()));
		}
	}

	private static void section(XlsxSheet sheet, String column, Map<String, Long> counts, long all, Labels labels)
			throws IOException {
		for (Tally.Entry entry : Tally.highest(counts, Integer.MAX_VALUE)) {
			String label = column.equals("reason_code")
					? Reason.of(entry.key()).map(labels::reason).orElse(entry.key())
					: labels.value(column, entry.key());
			line(sheet, column, entry.key(), label, entry.count(), share(entry.count(), all));
		}
	}

	private static double share(long part, long all) {
		return all == 0 ? -1 : (double) part / all;
	}

	private static void line(XlsxSheet sheet, String section, String key, String label, long count, double share)
			throws IOException {
		sheet.beginRow();
		sheet.cell(0, Type.TEXT, section);
		sheet.cell(1, Type.IDENTIFIER, key);
		sheet.cell(2, Type.TEXT, label);
		sheet.cell(3, Type.INTEGER, count);
		if (share >= 0) {
			sheet.share(4, share);
		}
		sheet.endRow();
	}

	private static void legend(XlsxFile file, List<Column<ReportRow>> columns, Labels labels) throws IOException {
		XlsxSheet sheet = file.sheet("Legend", List.of(new Heading("sheet", Type.TEXT, 12),
				new Heading("column", Type.TEXT, 30), new Heading("label", Type.TEXT, 36),
				new Heading("group", Type.TEXT, 16), new Heading("type", Type.TEXT, 14),
				new Heading("meaning", Type.TEXT, 100)));
		for (Column<ReportRow> column : columns) {
			line(sheet, "Report", column, labels);
		}
		for (Column<EventRow> column : EventColumns.ALL) {
			line(sheet, "Events", column, labels);
		}
	}

	private static void line(XlsxSheet sheet, String name, Column<?> column, Labels labels) throws IOException {
		sheet.beginRow();
		sheet.cell(0, Type.TEXT, name);
		sheet.cell(1, Type.TEXT, column.name());
		sheet.cell(2, Type.TEXT, labels.column(column));
		sheet.cell(3, Type.TEXT, labels.value("group", column.group().id()));
		sheet.cell(4, Type.TEXT, labels.value("type", column.type().id()));
		sheet.cell(5, Type.TEXT, labels.about(column));
		sheet.endRow();
	}

	/** Counts the rows of the first sheets; the archive's own check sums are proven on the way. */
	private static long recount(InputStream stream, int dataSheets) throws IOException {
		long rows = 0;
		ZipInputStream zip = new ZipInputStream(stream);
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			String name = entry.getName();
			if (name.startsWith("xl/worksheets/sheet")
					&& Integer.parseInt(name.substring(19, name.indexOf('.'))) <= dataSheets) {
				rows += count(zip, ROW) - 1;
			}
		}
		return rows;
	}

	private static long count(InputStream in, byte[] wanted) throws IOException {
		byte[] buffer = new byte[1 << 16];
		long count = 0;
		int matched = 0;
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			for (int i = 0; i < read; i++) {
				matched = buffer[i] == wanted[matched] ? matched + 1 : buffer[i] == wanted[0] ? 1 : 0;
				if (matched == wanted.length) {
					count++;
					matched = 0;
				}
			}
		}
		return count;
	}
}
