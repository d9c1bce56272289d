package rebound.store.derby.internal;

import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;

import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * Offers Derby's embedded driver as the OSGi JDBC service. The driver's class is found by name, because Derby's jars
 * are nested in this bundle only when it is packed.
 */
@Component(property = { DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + '=' + DerbyDataSourceFactory.DRIVER,
		DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=derby", DataSourceFactory.OSGI_JDBC_DRIVER_VERSION + "=10.17.1.0" })
public final class DerbyDataSourceFactory implements DataSourceFactory {

	static final String DRIVER = "org.apache.derby.iapi.jdbc.AutoloadedDriver";

	@Override
	public Driver createDriver(Properties properties) throws SQLException {
		try {
			return (Driver) Class.forName(DRIVER).getConstructor().newInstance();
		} catch (ReflectiveOperationException | LinkageError e) {
			throw new SQLException(DRIVER, e);
		}
	}

	@Override
	public DataSource createDataSource(Properties properties) throws SQLException {
		throw new SQLFeatureNotSupportedException();
	}

	@Override
	public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties) throws SQLException {
		throw new SQLFeatureNotSupportedException();
	}

	@Override
	public XADataSource createXADataSource(Properties properties) throws SQLException {
		throw new SQLFeatureNotSupportedException();
	}
}
