package rebound.headless.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import picocli.CommandLine.Mixin;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.report.Column;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportRow;

/** Lists the columns a report can have. */
@Component(property = Command.NAME + "=columns")
@picocli.CommandLine.Command(name = "columns")
public final class ColumnsCommand implements Command {

	@Mixin
	private Listing.Option format;

	@Mixin
	private Console console;

	@Override
	public Integer call() {
		Labels labels = Labels.of(console.messages().locale());
		Listing listing = format.begin(console, List.of(Listing.text("name", 26), Listing.text("type", 10),
				Listing.text("label", 32), Listing.text("meaning", 0)));
		for (Column<ReportRow> column : ReportColumns.ALL) {
			listing.row(column.name(), column.type().id(), labels.column(column), labels.about(column));
		}
		listing.end("columns.none");
		return ExitCode.OK;
	}
}
