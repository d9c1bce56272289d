package rebound.ui.internal.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.report.Column;
import rebound.report.CrmProfile;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportProfile;
import rebound.report.ReportProfiles;
import rebound.report.ReportRow;
import rebound.report.SuppressionProfile;

/** What can be exported: the report, what was saved under a name, and files for programs and services. */
public final class Exports {

	/** Rows that are shown before anything is written. */
	public static final int PREVIEWED = 10;

	private final Desk desk;
	private final Pipeline pipeline;
	private final ReportProfiles saved;
	private final Asker asker;

	/**
	 * Something that can be exported.
	 *
	 * @param name         for people
	 * @param isUnverified whether its form is from common knowledge, not from the program's documentation
	 */
	public record Choice(String name, ReportProfile profile, boolean isUnverified) {
	}

	/**
	 * The first rows.
	 *
	 * @param isCut whether there are more
	 */
	public record Preview(List<String> columns, List<List<String>> rows, boolean isCut) {
	}

	/** @param folder where profiles are saved */
	public Exports(Desk desk, Pipeline pipeline, Path folder) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.saved = new ReportProfiles(folder);
		this.asker = desk.database().asker();
	}

	/** @return the formats of the bounce report; those of programs' own files are choices of their own */
	public List<String> formats() {
		return pipeline.reportFormats().stream().filter(id -> !id.equals("crm") && !id.equals("suppression")).toList();
	}

	/** @return all there is, the bounce report first */
	public List<Choice> choices() {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice(desk.texts().text("report.what.report"), ReportProfile.DEFAULT, false));
		try {
			for (String name : saved.names()) {
				choices.add(new Choice(desk.texts().text("report.what.saved", name), saved.load(name), false));
			}
		} catch (IOException unreadable) {
			ILog.of(Exports.class).warn(unreadable.toString(), unreadable);
		}
		for (CrmProfile program : CrmProfile.values()) {
			choices.add(new Choice(desk.texts().text("report.what.crm", program.id()), ReportProfile.of(program),
					!program.isVerified()));
		}
		for (SuppressionProfile service : SuppressionProfile.values()) {
			if (service != SuppressionProfile.HMAC) {
				choices.add(new Choice(desk.texts().text("report.what.suppression", service.id()),
						ReportProfile.of(service), !service.isVerified()));
			}
		}
		return choices;
	}

	/** @return the usual end of a profile's file, without the dot */
	public String extension(ReportProfile profile) {
		String format = Objects.requireNonNullElse(profile.format(), "xlsx");
		return format.equals("suppression")
				? SuppressionProfile.of(profile.settings().getOrDefault("profile", "plain"))
						.map(SuppressionProfile::extension).orElse("txt")
				: pipeline.extension(format);
	}

	/** @return whether a profile can be saved under this name */
	public boolean isName(String name) {
		return ReportProfiles.isFree(name.strip());
	}

	/** @return whether the profile is saved */
	public boolean save(String name, ReportProfile profile) {
		try {
			saved.save(name, profile);
			return true;
		} catch (IOException failed) {
			ILog.of(Exports.class).error(failed.toString(), failed);
			return false;
		}
	}

	/** Hands over the first rows; a newer question makes the answer to an older one void. */
	public void preview(ReportProfile profile, Consumer<Preview> shown) {
		asker.ask(store -> {
			try {
				List<ReportRow> rows = pipeline.preview(store, profile, desk.texts().locale(), PREVIEWED + 1,
						Progress.NONE);
				return table(ReportColumns.choose(profile.columns()), rows);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}, shown);
	}

	private Preview table(List<Column<ReportRow>> columns, List<ReportRow> rows) {
		Labels labels = Labels.of(desk.texts().locale());
		List<List<String>> cells = rows.stream().limit(PREVIEWED).map(row -> columns.stream()
				.map(column -> Objects.toString(column.of(row, labels), "")).toList()).toList();
		return new Preview(columns.stream().map(labels::column).toList(), cells, rows.size() > PREVIEWED);
	}
}
