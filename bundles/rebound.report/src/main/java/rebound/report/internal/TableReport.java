package rebound.report.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import rebound.report.Column;
import rebound.report.EventColumns;
import rebound.report.Labels;
import rebound.report.ReportData;
import rebound.report.ReportException;
import rebound.report.ReportException.Code;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.Rows;
import rebound.report.TableTarget;
import rebound.report.TableTarget.Upserted;

/**
 * Writes a report into the tables of a database, in one transaction: all of it or nothing. Rows that are known by their
 * keys are changed, others are added, none is removed.
 */
public final class TableReport {

	private static final int ATTEMPTS = 3;
	private static final long PAUSE_MILLIS = 200;

	private final ReportData data;
	private final ReportOptions options;
	private final TableTarget target;
	private final List<Column<ReportRow>> columns;

	public TableReport(ReportData data, ReportOptions options, TableTarget target) throws ReportException {
		this.data = data;
		this.options = options;
		this.target = target;
		columns = SqlFormat.columns(options);
		if (!TargetTable.isName(target.table())) {
			throw new ReportException(Code.BAD_SETTING, "table", null);
		}
	}

	/** Writes it; again when others were in the way. */
	public List<Upserted> write() throws IOException {
		for (int attempt = 1;; attempt++) {
			try (Connection connection = target.connector().connect()) {
				return write(connection);
			} catch (SQLException failure) {
				if (attempt == ATTEMPTS || !mayPass(failure)) {
					throw new ReportException(Code.TARGET_FAILED, firstLine(failure), failure);
				}
				pause(attempt, failure);
			}
		}
	}

	private List<Upserted> write(Connection connection) throws SQLException, IOException {
		connection.setAutoCommit(false);
		boolean done = false;
		try {
			Labels labels = Labels.of(options.locale());
			List<Upserted> tables = new ArrayList<>();
			tables.add(upsert(connection, target.table(), columns, SqlFormat.KEYS, data.rows(), labels));
			if (options.events()) {
				tables.add(upsert(connection, target.table() + SqlFormat.EVENTS, EventColumns.ALL,
						SqlFormat.EVENT_KEYS, data.events(), labels));
			}
			connection.commit();
			done = true;
			return tables;
		} catch (Unexpected failure) {
			throw failure.getCause();
		} finally {
			if (!done) {
				connection.rollback();
			}
		}
	}

	private <R> Upserted upsert(Connection connection, String name, List<Column<R>> wanted, List<String> keys,
			Rows<R> rows, Labels labels) throws SQLException, IOException {
		TargetTable table = TargetTable.find(connection, name);
		if (table == null && target.create()) {
			try (Statement statement = connection.createStatement()) {
				statement.executeUpdate(SqlDialect.of(connection).createKeyed(name, wanted, keys));
			}
			table = TargetTable.find(connection, name);
		}
		if (table == null) {
			throw new ReportException(Code.NO_TABLE, name, null);
		}
		try (TableUpsert upsert = new TableUpsert(connection, table, wanted.stream().map(Column::name).toList(),
				keys)) {
			Object[] values = new Object[wanted.size()];
			rows.forEach(row -> {
				for (int i = 0; i < values.length; i++) {
					values[i] = wanted.get(i).of(row, labels);
				}
				try {
					upsert.row(values.clone());
				} catch (SQLException failure) {
					throw new Unexpected(failure);
				}
			});
			upsert.flush();
			return new Upserted(name, upsert.added(), upsert.changed());
		}
	}

	/** 40: serialization failure, deadlock; 23505: somebody else added the row; 08, 57P: the server was lost. */
	private static boolean mayPass(SQLException failure) {
		String state = failure.getSQLState() == null ? "" : failure.getSQLState();
		return state.startsWith("40") || state.equals("23505") || state.startsWith("08") || state.startsWith("57P");
	}

	private static void pause(int attempt, SQLException failure) throws ReportException {
		try {
			Thread.sleep(PAUSE_MILLIS * attempt);
		} catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			throw new ReportException(Code.TARGET_FAILED, firstLine(failure), failure);
		}
	}

	private static String firstLine(SQLException failure) {
		String text = String.valueOf(failure.getMessage());
		return text.lines().findFirst().orElse(text);
	}

	/** Brings an SQL failure out through the rows' reader. */
	private static final class Unexpected extends RuntimeException {
		private static final long serialVersionUID = 1;

		Unexpected(SQLException cause) {
			super(cause);
		}

		@Override
		public synchronized SQLException getCause() {
			return (SQLException) super.getCause();
		}
	}
}
