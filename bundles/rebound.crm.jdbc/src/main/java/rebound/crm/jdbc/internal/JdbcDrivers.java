package rebound.crm.jdbc.internal;

import java.io.IOException;
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
import rebound.customers.CrmConnection;

/** Opens connections with the drivers that are registered as OSGi JDBC services or, without OSGi, on the class path. */
@Component(service = JdbcDrivers.class)
public final class JdbcDrivers {

	private final List<DataSourceFactory> services;

	@Activate
	public JdbcDrivers(
			@Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY) List<DataSourceFactory> services) {
		this.services = List.copyOf(services);
	}

	/** @throws IOException if no driver knows the URL, or the database does not answer */
	Connection open(CrmConnection where) throws IOException {
		Properties properties = new Properties();
		if (where.user() != null) {
			properties.setProperty("user", where.user());
		}
		if (where.password() != null) {
			properties.setProperty("password", where.password());
		}
		try {
			for (DataSourceFactory service : services) {
				Driver driver = service.createDriver(null);
				if (driver.acceptsURL(where.url())) {
					return driver.connect(where.url(), properties);
				}
			}
			return DriverManager.getConnection(where.url(), properties);
		} catch (SQLException failed) {
			throw new IOException(failed.getMessage(), failed);
		}
	}
}
