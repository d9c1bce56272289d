package rebound.report.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

import rebound.report.ReportData;
import rebound.report.ReportOptions;
import rebound.report.WrittenReport;

/** The {@code .meta.json} beside a report. No time of writing stands in it: same input, same bytes. */
public final class Metadata {

	/** What is added to the report's file name. */
	public static final String QUALIFIER = ".meta.json";

	private Metadata() {
	}

	/** @return the file's content */
	public static byte[] of(String format, ReportData data, ReportOptions options, List<WrittenReport.Part> parts) {
		StringBuilder json = new StringBuilder("{\n");
		entry(json, "format", format);
		entry(json, "report_version", ReportData.REPORT_VERSION);
		entry(json, "policy_version", data.policyVersion());
		entry(json, "filter", data.filter());
		entry(json, "time_zone", options.zone().getId());
		entry(json, "language", options.locale().toLanguageTag());
		json.append("  \"count\": ").append(parts.getFirst().records()).append(",\n");
		entry(json, "sha256", parts.getFirst().sha256());
		json.append("  \"files\": [");
		String separator = "\n";
		for (WrittenReport.Part part : parts) {
			json.append(separator).append("    {\"name\": ");
			Json.string(json, part.file().getFileName().toString());
			json.append(", \"count\": ").append(part.records()).append(", \"bytes\": ").append(part.bytes());
			json.append(", \"sha256\": \"").append(part.sha256()).append("\"}");
			separator = ",\n";
		}
		return json.append("\n  ]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void entry(StringBuilder json, String name, String value) {
		json.append("  \"").append(name).append("\": ");
		Json.string(json, value);
		json.append(",\n");
	}
}
