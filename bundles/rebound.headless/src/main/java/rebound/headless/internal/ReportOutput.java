package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import rebound.headless.Console;
import rebound.pipeline.Pipeline;
import rebound.report.CrmProfile;
import rebound.report.ReportException;
import rebound.report.ReportOptions;
import rebound.report.ReportProfile;
import rebound.report.WrittenReport;
import rebound.store.BounceStore;

/** Where a report of a profile goes, known to be possible before anything is read. */
final class ReportOutput {

	private final Pipeline pipeline;
	private final Console console;
	private final ReportProfile profile;
	private final Path file;

	/** @throws ReportException if there is no such format or column, or no profile of the name */
	ReportOutput(Pipeline pipeline, Console console, ExportOptions options, Path file) throws IOException {
		ReportProfile wanted = options.profile(console);
		this.pipeline = pipeline;
		this.console = console;
		this.file = file;
		String name = file.getFileName() == null ? "" : file.getFileName().toString();
		// Without a format the file's name tells.
		String format = (wanted.format() == null ? name.substring(name.lastIndexOf('.') + 1) : wanted.format())
				.toLowerCase(Locale.ROOT);
		if (!pipeline.reportFormats().contains(format)) {
			throw new ReportException(ReportException.Code.UNKNOWN_FORMAT, format, null);
		}
		profile = new ReportProfile(format, wanted.bouncedOnly(), wanted.filter(), wanted.columns(),
				wanted.settings());
		options.save(profile);
	}

	/** Writes the report and adds what was written to the summary. */
	void write(BounceStore store, Console.ShownProgress progress, Summaries summaries) throws IOException {
		WrittenReport written = pipeline.report(store, profile, console.messages().locale(),
				ReportOptions.DEFAULT.zone(), file, progress);
		summaries.report(written);
		if (profile.format().equals("crm")) {
			String program = profile.settings().get("profile");
			if (!CrmProfile.of(program).map(CrmProfile::isVerified).orElse(false)) {
				console.say("export.unverified", program);
			}
			if (written.files().getFirst().records() == 0) {
				console.say("export.noContacts");
			}
		}
	}
}
