package rebound.pipeline;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jdbc.DataSourceFactory;

/** Opens other databases than Rebound's own, with the JDBC drivers that are installed. */
@Component(service = Connections.class)
public final class Connections {

	/** SQLState for a connection that can't be made (ISO/IEC 9075-2, 24.1). */
	private static final String NO_CONNECTION = "08001";

	private final List<DataSourceFactory> services;

	/** @param services the drivers, as the OSGi JDBC service offers them */
	@Activate
	public Connections(
			@Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY) List<DataSourceFactory> services) {
		this.services = List.copyOf(services);
	}

	/**
	 * Opens a database.
	 *
	 * @param url a JDBC URL
	 * @return the connection, which the caller closes
	 * @throws SQLException if no driver knows the URL, or the database can't be opened
	 */
	public Connection connect(String url) throws SQLException {
		Properties properties = new Properties();
		if (url.startsWith("jdbc:postgresql:")) {
			// one round trip for many rows
			properties.setProperty("reWriteBatchedInserts", "true");
		}
		for (DataSourceFactory service : services) {
			Driver driver = service.createDriver(null);
			if (driver.acceptsURL(url)) {
				Connection connection = driver.connect(url, properties);
				if (connection != null) {
					return connection;
				}
			}
		}
		if (services.isEmpty()) {
			// Without OSGi the drivers are on the class path.
			return DriverManager.getConnection(url, properties);
		}
		throw new SQLException("no driver for " + url.substring(0, Math.min(url.length(), 20)), NO_CONNECTION);
	}
}
