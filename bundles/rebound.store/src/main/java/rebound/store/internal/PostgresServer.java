package rebound.store.internal;

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
		Database.Connector connector = () -> drivers.connect(dialect, url, properties);
		new Migrations(dialect).migrate(connector, location());
		return new SqlBounceStore(new Database(connector, dialect, location()), () -> {
		});
	}

	/** The URL without what may hold a password. */
	private String location() {
		int query = url.indexOf('?');
		return query < 0 ? url : url.substring(0, query);
	}
}
