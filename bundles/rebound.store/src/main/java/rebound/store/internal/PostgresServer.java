package rebound.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

import rebound.store.BounceStore;

/** A database on a PostgreSQL server. */
final class PostgresServer {
	private final Drivers drivers;
	private final String url;

	PostgresServer(Drivers drivers, String url) {
		this.drivers = drivers;
		this.url = url;
	}

	BounceStore open() {
		Dialect dialect = new PostgresDialect();
		Properties properties = new Properties();
		properties.setProperty("ApplicationName", "Rebound");
		// one round trip for many rows
		properties.setProperty("reWriteBatchedInserts", "true");
		// rows are fetched a part at a time, which keeps memory bounded
		properties.setProperty("defaultRowFetchSize", "500");
		Database.Connector connector = () -> withPlansForSizes(drivers.connect(dialect, url, properties));
		new Migrations(dialect).migrate(connector, location());
		Database database = new Database(connector, dialect, location());
		return new SqlBounceStore(database, new PostgresNeighbours(connector, database), () -> {
		});
	}

	/**
	 * Lets the server plan a statement for the sizes that tables have now. A plan that was made while a table was empty
	 * reads all of it, and would be kept as long as the connection.
	 */
	private static Connection withPlansForSizes(Connection connection) throws SQLException {
		boolean ready = false;
		try (PreparedStatement set = connection.prepareStatement("SELECT set_config(name, 'force_custom_plan', false) "
				+ "FROM pg_settings WHERE name = 'plan_cache_mode'")) {
			set.execute();
			ready = true;
			return connection;
		} finally {
			if (!ready) {
				connection.close();
			}
		}
	}

	/** The URL without what may hold a password. */
	private String location() {
		int query = url.indexOf('?');
		return query < 0 ? url : url.substring(0, query);
	}
}
