package rebound.report.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Component;
import rebound.report.Column;
import rebound.report.EventColumns;
import rebound.report.Labels;
import rebound.report.ReportColumns;
import rebound.report.ReportData;
import rebound.report.ReportException;
import rebound.report.ReportException.Code;
import rebound.report.ReportFiles;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.Rows;
import rebound.report.TableTarget;
import rebound.report.WrittenFile;

/**
 * A script for a database: makes the tables, and in one transaction changes the rows that are known and adds those that
 * are new. Setting {@code dialect}: {@code ansi}, {@code postgresql}, {@code mysql}, {@code sqlserver} or
 * {@code sqlite}; setting {@code table}: the report's table, whose events are in the table of that name with
 * {@code _event}.
 */
@Component
public final class SqlFormat implements ReportFormat {

	private static final int ROWS_OF_A_STATEMENT = 100;
	private static final int LONGEST_NAME = 40;
	static final List<String> KEYS = List.of("address_key", "customer_id");
	static final List<String> EVENT_KEYS = List.of("event_id");
	/** Added to the name of the report's table, the name of its events'. */
	static final String EVENTS = "_event";
	private static final String TABLES = "table";

	@Override
	public String id() {
		return "sql";
	}

	@Override
	public String extension() {
		return "sql";
	}

	@Override
	public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files) throws IOException {
		SqlDialect dialect = SqlDialect.of(options);
		String table = options.setting("table", TableTarget.TABLE);
		if (!isName(table, LONGEST_NAME)) {
			throw new ReportException(Code.BAD_SETTING, "table", null);
		}
		String eventTable = table + EVENTS;
		List<Column<ReportRow>> columns = columns(options);
		Labels labels = Labels.of(options.locale());
		String tables = dialect.create(table, columns, KEYS)
				+ (options.events() ? dialect.create(eventTable, EventColumns.ALL, EVENT_KEYS) : "");
		List<WrittenFile> written = new ArrayList<>();
		AtomicLong count = new AtomicLong();
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(files.open(ReportFiles.MAIN), StandardCharsets.UTF_8), 1 << 16)) {
			out.write(dialect.begin());
			if (dialect != SqlDialect.ANSI) {
				out.write(tables);
			}
			if (dialect == SqlDialect.MYSQL) {
				out.write("START TRANSACTION;\n");
			}
			table(out, dialect, table, columns, KEYS, data.rows(), labels, count);
			if (options.events()) {
				table(out, dialect, eventTable, EventColumns.ALL, EVENT_KEYS, data.events(), labels, count);
			}
			out.write(dialect.commit());
		}
		written.add(new WrittenFile(ReportFiles.MAIN, count.get(), SqlFormat::recount));
		if (dialect == SqlDialect.ANSI) {
			try (Writer out = new OutputStreamWriter(files.open(TABLES), StandardCharsets.UTF_8)) {
				out.write(tables);
			}
			written.add(new WrittenFile(TABLES, 0, SqlFormat::recount));
		}
		return written;
	}

	/** The columns chosen, and those that tell the rows apart. */
	static List<Column<ReportRow>> columns(ReportOptions options) throws ReportException {
		List<String> names = new ArrayList<>(options.columns());
		if (!names.isEmpty()) {
			KEYS.stream().filter(key -> !names.contains(key)).forEach(names::add);
		}
		return ReportColumns.choose(names);
	}

	private static <R> void table(Writer out, SqlDialect dialect, String table, List<Column<R>> columns,
			List<String> keys, Rows<R> rows, Labels labels, AtomicLong count) throws IOException {
		StringBuilder insert = new StringBuilder("INSERT INTO ").append(dialect.waiting(table)).append(" (");
		for (Column<R> column : columns) {
			insert.append(column == columns.getFirst() ? "" : ", ").append(dialect.name(column.name()));
		}
		insert.append(") VALUES\n");
		out.write(dialect.createWaiting(table, columns, keys));
		AtomicLong inTable = new AtomicLong();
		rows.forEach(row -> {
			boolean first = inTable.getAndIncrement() % ROWS_OF_A_STATEMENT == 0;
			out.append(!first ? ",\n" : inTable.get() == 1 ? "" : ";\n").append(first ? insert : "").append('(');
			for (int i = 0; i < columns.size(); i++) {
				out.append(i == 0 ? "" : ", ").append(literal(dialect, columns.get(i), columns.get(i).of(row, labels),
						keys));
			}
			out.append(')');
		});
		out.write(inTable.get() == 0 ? "" : ";\n");
		out.write(dialect.takeOver(table, columns, keys));
		count.addAndGet(inTable.get());
	}

	/** A key is never null: an address of no customer has the empty id. */
	private static String literal(SqlDialect dialect, Column<?> column, Object value, List<String> keys) {
		return switch (value) {
			case null -> keys.contains(column.name()) ? "''" : "NULL";
			case Instant instant -> dialect.timestamp(Text.of(instant));
			case LocalDate date -> dialect.date(Text.of(date));
			case Number number -> Text.of(number);
			default -> dialect.text(value.toString());
		};
	}

	static boolean isName(String text, int longest) {
		return !text.isEmpty() && text.length() <= longest && !Character.isDigit(text.charAt(0))
				&& text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
						|| c == '_');
	}

	/** @return number of rows of values, each of which stands on a line of its own */
	private static long recount(InputStream file) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
		long rows = 0;
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			rows += line.startsWith("(") ? 1 : 0;
		}
		return rows;
	}
}
