package rebound.crm.jdbc.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import rebound.customers.CrmConnection;
import rebound.customers.CrmConnector;
import rebound.customers.CustomerField;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.CustomerTable;
import rebound.customers.ReadSettings;

/**
 * Customers from any JDBC database. The connection file names {@code query} (one SELECT) or {@code table}; columns are
 * understood by their names, or as {@code map.COLUMN = field} says. Reading is a read-only transaction. Where changes may
 * be written, {@code write.table}, {@code write.id} and the columns {@code write.email}, {@code write.bounce_status},
 * {@code write.note}, {@code write.task} say so.
 */
@Component(service = { CustomerSource.class, CrmConnector.class })
public final class JdbcCustomers implements CrmConnector {

	private static final String TYPE = "jdbc";
	private static final int FETCH_SIZE = 500;
	private static final int LONGEST_VALUE = 32_767;

	private final JdbcDrivers drivers;

	@Activate
	public JdbcCustomers(@Reference JdbcDrivers drivers) {
		this.drivers = drivers;
	}

	@Override
	public String id() {
		return TYPE;
	}

	@Override
	public boolean accepts(String location) {
		return CrmConnection.isOf(TYPE, location);
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		CrmConnection where = CrmConnection.read(location);
		try (Connection connection = drivers.open(where)) {
			connection.setReadOnly(true);
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.setFetchSize(FETCH_SIZE);
				try (ResultSet rows = statement.executeQuery(query(where, connection))) {
					CustomerTable.read(new ResultRows(rows)::next, mapped(where, settings), handler);
				}
			} finally {
				connection.rollback();
			}
		} catch (SQLException failed) {
			throw new IOException(failed.getMessage(), failed);
		}
	}

	private static String query(CrmConnection where, Connection connection) throws IOException, SQLException {
		String query = where.setting("query", null);
		String table = where.setting("table", null);
		if ((query == null) == (table == null)) {
			throw new IOException(where + ": name either query= or table=");
		}
		return query != null ? query : "SELECT * FROM " + new Quoting(connection).name(table);
	}

	private static ReadSettings mapped(CrmConnection where, ReadSettings settings) throws IOException {
		Map<String, CustomerField> columns = new HashMap<>();
		for (Map.Entry<String, String> entry : where.settings().entrySet()) {
			if (entry.getKey().startsWith("map.")) {
				columns.put(entry.getKey().substring(4), CustomerField.of(entry.getValue())
						.orElseThrow(() -> new IOException(where + ": no customer field " + entry.getValue())));
			}
		}
		columns.putAll(settings.columns());
		return new ReadSettings(settings.profile(), columns, settings.delimiter(), settings.charset());
	}

	@Override
	public List<WriteResult> write(String location, List<WriteOrder> orders, boolean dryRun) throws IOException {
		CrmConnection where = CrmConnection.read(location);
		try (Connection connection = drivers.open(where)) {
			connection.setReadOnly(dryRun);
			connection.setAutoCommit(false);
			try {
				List<WriteResult> results = new JdbcWriter(where, connection, dryRun).write(orders);
				if (!dryRun) {
					connection.commit();
				}
				return results;
			} finally {
				connection.rollback();
			}
		} catch (SQLException failed) {
			throw new IOException(failed.getMessage(), failed);
		}
	}

	/** The column names, then row after row as texts. */
	private static final class ResultRows {
		private final ResultSet rows;
		private final int width;
		private List<String> header;

		ResultRows(ResultSet rows) throws SQLException {
			this.rows = rows;
			ResultSetMetaData columns = rows.getMetaData();
			this.width = columns.getColumnCount();
			this.header = new ArrayList<>();
			for (int i = 1; i <= width; i++) {
				header.add(columns.getColumnLabel(i));
			}
		}

		List<String> next() throws IOException {
			if (header != null) {
				List<String> first = header;
				header = null;
				return first;
			}
			try {
				if (!rows.next()) {
					return null;
				}
				List<String> values = new ArrayList<>(width);
				for (int i = 1; i <= width; i++) {
					String value = rows.getString(i);
					values.add(value == null
							? ""
							: value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE));
				}
				return values;
			} catch (SQLException failed) {
				throw new IOException(failed.getMessage(), failed);
			}
		}
	}
}
