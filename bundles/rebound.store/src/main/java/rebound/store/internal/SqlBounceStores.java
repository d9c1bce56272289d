package rebound.store.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jdbc.DataSourceFactory;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** Opens databases through the OSGi JDBC service or, without OSGi, the drivers on the class path. */
@Component
public final class SqlBounceStores implements BounceStores {
	private static final String DERBY = "jdbc:derby:";

	private final Drivers drivers;

	/** Uses the drivers that are registered as services. */
	@Activate
	public SqlBounceStores(
			@Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY) List<Map.Entry<Map<String, Object>, DataSourceFactory>> services) {
		drivers = (dialect, url, properties) -> {
			Connection connection = driver(services, dialect).connect(url, properties);
			if (connection == null) {
				throw new StoreException(Code.BAD_LOCATION, url, null);
			}
			return connection;
		};
	}

	/** Uses the drivers on the class path. */
	public SqlBounceStores() {
		drivers = (dialect, url, properties) -> {
			if (DriverManager.drivers().noneMatch(driver -> dialect.drivers().contains(driver.getClass().getName()))) {
				throw new StoreException(Code.NO_DRIVER, dialect.drivers().getFirst(), null);
			}
			return DriverManager.getConnection(url, properties);
		};
	}

	@Override
	public BounceStore open(String location) {
		return open(location, true);
	}

	@Override
	public BounceStore openExisting(String location) {
		return open(location, false);
	}

	@Override
	public void restore(Path backup, String location) {
		if (location.startsWith("jdbc:") && !location.startsWith(DERBY)) {
			throw new StoreException(Code.BAD_LOCATION, location, null);
		}
		folder(location.startsWith(DERBY) ? location.substring(DERBY.length()) : location).restore(backup);
	}

	private BounceStore open(String location, boolean create) {
		if (location.startsWith("jdbc:postgresql:")) {
			return new PostgresServer(drivers, location).open();
		}
		if (location.startsWith(DERBY)) {
			return folder(location.substring(DERBY.length())).open(create);
		}
		if (location.startsWith("jdbc:")) {
			throw new StoreException(Code.NO_DRIVER, location, null);
		}
		return folder(location).open(create);
	}

	private DerbyFolder folder(String path) {
		// a semicolon would begin an attribute of the JDBC URL
		if (path.indexOf(';') >= 0 || path.isBlank()) {
			throw new StoreException(Code.BAD_LOCATION, path, null);
		}
		try {
			return new DerbyFolder(drivers, Path.of(path).toAbsolutePath().normalize());
		} catch (InvalidPathException e) {
			throw new StoreException(Code.BAD_LOCATION, path, e);
		}
	}

	private static Driver driver(List<Map.Entry<Map<String, Object>, DataSourceFactory>> services, Dialect dialect)
			throws SQLException {
		for (Map.Entry<Map<String, Object>, DataSourceFactory> service : services) {
			Object name = service.getKey().get(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS);
			if (name instanceof String driver && dialect.drivers().contains(driver)) {
				return service.getValue().createDriver(null);
			}
		}
		throw new StoreException(Code.NO_DRIVER, dialect.drivers().getFirst(), null);
	}
}
