package rebound.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;
import rebound.report.Column;
import rebound.report.CrmProfile;
import rebound.report.Labels;
import rebound.report.ReportData;
import rebound.report.ReportException;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.WrittenFile;

/**
 * A CSV file (RFC 4180, UTF-8 without byte order mark) that updates the contacts of a business program: the customers
 * whose address bounced hard or is blocked. Setting {@code profile}: the id of a {@link CrmProfile}; setting
 * {@code key}: for Salesforce the name of the external id field, or {@code Id}; for HubSpot {@code Email} or
 * {@code Record ID}.
 */
@Component
public final class CrmFormat implements ReportFormat {

	private static final String SALESFORCE_MAP = "map.sdl";

	@Override
	public String id() {
		return "crm";
	}

	@Override
	public String extension() {
		return "csv";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		CrmProfile profile = CrmProfile.of(options.setting("profile", ""))
				.orElseThrow(() -> ReportException.setting("profile",
						Stream.of(CrmProfile.values()).map(CrmProfile::id).toList()));
		CrmColumns contacts = CrmColumns.of(profile, options);
		List<Column<ReportRow>> columns = contacts.columns();
		List<WrittenFile> written = new ArrayList<>();
		written.add(Csv.write(files, ReportFiles.MAIN, Csv.Style.DATABASE, data.rows().filtered(contacts.rows()),
				columns, Labels.of(options.locale())));
		if (profile == CrmProfile.SALESFORCE) {
			StringBuilder map = new StringBuilder("# Data Loader: columns of the file = fields of Contact\n");
			columns.forEach(column -> map.append(column.name()).append('=').append(column.name()).append('\n'));
			try (OutputStream out = files.open(SALESFORCE_MAP)) {
				out.write(map.toString().getBytes(StandardCharsets.UTF_8));
			}
			written.add(new WrittenFile(SALESFORCE_MAP, columns.size(),
					file -> new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().count() - 1));
		}
		return written;
	}
}
