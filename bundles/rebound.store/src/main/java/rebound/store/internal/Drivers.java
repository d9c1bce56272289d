package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import rebound.store.StoreException;

/** Finds the JDBC driver of a dialect. */
@FunctionalInterface
interface Drivers {

	/** @throws StoreException with {@link StoreException.Code#NO_DRIVER} if there is none */
	Connection connect(Dialect dialect, String url, Properties properties) throws SQLException;
}
