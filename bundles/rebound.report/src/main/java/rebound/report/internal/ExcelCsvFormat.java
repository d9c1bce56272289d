package rebound.report.internal;

import java.io.IOException;
import java.text.DecimalFormatSymbols;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import rebound.report.ReportData;
import rebound.report.ReportException;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.WrittenFile;

/**
 * CSV for a double click in Excel: byte order mark, the country's list separator, and no text that Excel would run as a
 * formula. A country that writes a decimal comma separates lists by a semicolon; the setting {@code delimiter} overrides
 * that, the setting {@code header} takes {@code names} or {@code labels}.
 */
@Component
public final class ExcelCsvFormat implements ReportFormat {

	@Override
	public String id() {
		return "csv-excel";
	}

	@Override
	public String extension() {
		return "csv";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		char decimal = DecimalFormatSymbols.getInstance(options.locale()).getDecimalSeparator();
		String separator = options.setting("delimiter", decimal == ',' ? ";" : ",");
		if (separator.length() != 1 || ",;\t|".indexOf(separator.charAt(0)) < 0) {
			throw ReportException.setting("delimiter", List.of("\",\"", "\";\"", "\"|\"", "tab"));
		}
		boolean forPeople = options.setting("header", "names").equals("labels");
		return Csv.write(data, options, files, new Csv.Style(separator.charAt(0), true, decimal, forPeople));
	}
}
