package rebound.report.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Component;
import rebound.report.Labels;
import rebound.report.ReportData;
import rebound.report.ReportException;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.WrittenFile;

/**
 * A vCard for each customer with a bounce. Setting {@code version}: {@code 4.0} (RFC 6350) or {@code 3.0} (RFC 2426),
 * which Outlook reads.
 */
@Component
public final class VCardFormat implements ReportFormat {

	@Override
	public String id() {
		return "vcard";
	}

	@Override
	public String extension() {
		return "vcf";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		String version = options.setting("version", "4.0");
		if (!version.equals("4.0") && !version.equals("3.0")) {
			throw ReportException.setting("version", List.of("4.0", "3.0"));
		}
		Labels labels = Labels.of(options.locale());
		AtomicLong count = new AtomicLong();
		Set<String> customers = new HashSet<>();
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(files.open(ReportFiles.MAIN), StandardCharsets.UTF_8), 1 << 16)) {
			data.rows().forEach(row -> {
				if (row.customer() != null && row.last() != null && customers.add(row.customer().id())) {
					out.write(new VCard(version, labels).of(row));
					count.incrementAndGet();
				}
			});
		}
		return List.of(new WrittenFile(ReportFiles.MAIN, count.get(), VCardFormat::recount));
	}

	private static long recount(InputStream file) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
		long begun = 0;
		long ended = 0;
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			begun += line.equals("BEGIN:VCARD") ? 1 : 0;
			ended += line.equals("END:VCARD") ? 1 : 0;
		}
		return begun == ended ? begun : -1;
	}
}
