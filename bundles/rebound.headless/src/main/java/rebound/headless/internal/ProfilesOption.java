package rebound.headless.internal;

import java.nio.file.Path;

import picocli.CommandLine.Option;
import rebound.pipeline.DefaultDatabase;
import rebound.report.ReportProfiles;

/** The option that says where saved report profiles are, for use as a mixin. */
public final class ProfilesOption {

	@Option(names = "--profiles", paramLabel = "DIR")
	private Path folder;

	ReportProfiles open() {
		return new ReportProfiles(folder == null ? DefaultDatabase.reportProfiles() : folder);
	}
}
