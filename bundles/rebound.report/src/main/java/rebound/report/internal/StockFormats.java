package rebound.report.internal;

import java.util.List;

import rebound.report.ReportFormat;

/** Rebound's own formats. */
public final class StockFormats {

	private StockFormats() {
	}

	/** @return one of each */
	public static List<ReportFormat> all() {
		return List.of(new CsvFormat(), new ExcelCsvFormat(), new XlsxFormat(), new JsonLinesFormat(),
				new SuppressionFormat(), new XmlFormat(), new HtmlFormat(),
				new SqlFormat(), new VCardFormat(), new CrmFormat());
	}
}
