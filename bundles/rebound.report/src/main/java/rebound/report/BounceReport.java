package rebound.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import rebound.report.ReportException.Code;
import rebound.report.internal.FilesAside;
import rebound.report.internal.Metadata;
import rebound.report.internal.StockFormats;
import rebound.report.internal.TableReport;

/**
 * Writes bounce reports. A report appears as a whole or not at all: it is written aside, read again, compared with what
 * was to be written, and then renamed.
 */
@Component(service = BounceReport.class)
public final class BounceReport {

	private final List<ReportFormat> formats;

	@Activate
	public BounceReport(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReportFormat> formats) {
		this.formats = List.copyOf(formats);
	}

	/** @return reports in Rebound's own formats, for use without OSGi */
	public static BounceReport stock() {
		return new BounceReport(StockFormats.all());
	}

	/** @return the ids of all formats */
	public List<String> formats() {
		return formats.stream().map(ReportFormat::id).sorted().toList();
	}

	/** @return the format with this id in any case, or empty */
	public Optional<ReportFormat> format(String id) {
		String wanted = id.toLowerCase(Locale.ROOT);
		return formats.stream().filter(format -> format.id().equals(wanted)).findFirst();
	}

	/**
	 * Writes a report, and a {@code .meta.json} beside it. Whatever stops the reading of the data stops the writing and
	 * leaves no file behind.
	 *
	 * @param file the main file; replaced if it exists
	 * @throws ReportException if the report can't be written for a known reason
	 * @throws IOException     if the disk or the data fail
	 */
	public WrittenReport write(String formatId, ReportData data, ReportOptions options, Path file)
			throws IOException {
		ReportFormat format = format(formatId)
				.orElseThrow(() -> new ReportException(Code.UNKNOWN_FORMAT, formatId, null));
		try (FilesAside files = new FilesAside(file.toAbsolutePath().normalize())) {
			List<WrittenFile> written = write(format, data, options, files);
			List<WrittenReport.Part> parts = files.check(written);
			files.write(Metadata.QUALIFIER, Metadata.of(format.id(), data, options, parts));
			files.publish();
			return new WrittenReport(parts, files.path(Metadata.QUALIFIER));
		}
	}

	/**
	 * Writes a report into tables of a database, in one transaction that is tried again when others are in its way. Rows
	 * that are known are changed, others added; keys are {@code address_key} with {@code customer_id}, and
	 * {@code event_id}.
	 *
	 * @return the report's table, and that of the events if the options have them
	 * @throws ReportException if it can't be done; the database is as it was
	 * @throws IOException     if the data fail
	 */
	public List<TableTarget.Upserted> write(ReportData data, ReportOptions options, TableTarget target)
			throws IOException {
		return new TableReport(data, options, target).write();
	}

	/** The one place where a third party's format is called: its failure is told with its id. */
	private static List<WrittenFile> write(ReportFormat format, ReportData data, ReportOptions options,
			ReportFiles files) throws IOException {
		Guarded<ReportRow> rows = new Guarded<>(data.rows());
		Guarded<EventRow> events = new Guarded<>(data.events());
		Guarded<JoinedRow> joined = new Guarded<>(data.joined());
		try {
			return format.write(new ReportData(rows, events, joined, data.campaigns(), data.filter(),
					data.policyVersion()), options, files);
		} catch (RuntimeException failure) {
			if (rows.failed || events.failed || joined.failed) {
				throw failure;
			}
			throw new ReportException(Code.FORMAT_FAILED, format.id(), failure);
		}
	}

	/** Tells a failure or a stop of the data from one of the format. */
	private static final class Guarded<R> implements Rows<R> {
		private final Rows<R> rows;
		private boolean failed;

		Guarded(Rows<R> rows) {
			this.rows = rows;
		}

		@Override
		public void forEach(Receiver<R> receiver) throws IOException {
			boolean[] inFormat = { false };
			try {
				rows.forEach(row -> {
					inFormat[0] = true;
					receiver.row(row);
					inFormat[0] = false;
				});
			} catch (RuntimeException failure) {
				failed = !inFormat[0];
				throw failure;
			}
		}
	}
}
