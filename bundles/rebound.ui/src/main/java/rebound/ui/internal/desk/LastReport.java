package rebound.ui.internal.desk;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;

/** The report that was written last, to be opened again. For the window's thread. */
@Component(service = LastReport.class)
public final class LastReport {

	private Path file;

	/** Remembers a report. */
	public void written(Path report) {
		file = report;
	}

	/** @return its main file, or {@code null} if none was written since the program was started */
	public Path file() {
		return file;
	}
}
