package rebound.example;

import java.util.List;

import rebound.report.ReportData;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.WrittenFile;

/** In the place of the example's format: throws. */
public final class MarkdownFormat implements ReportFormat {

	@Override
	public String id() {
		return "example.markdown";
	}

	@Override
	public String extension() {
		return "md";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) {
		throw new NoSuchMethodError("on purpose");
	}
}
