package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import rebound.store.StoreException;

/** What differs between the databases. All other SQL is what both understand. */
interface Dialect {

	/** @return class name of the JDBC driver, as OSGi JDBC services are registered with */
	List<String> drivers();

	/** Fills in the column types of a migration. */
	String ddl(String sql);

	/** @return the name of the schema all tables are in, as the database writes it */
	String schema();

	/** @return what makes an INSERT leave out rows whose key is known, or the empty string where nobody else writes */
	String onConflictDoNothing();

	/** @return what makes an INSERT put an event in the place of the same one that was written later, or nothing */
	String onConflictKeepEarlier();

	/** @return what makes an INSERT into address mark one that is known as due, or nothing */
	String onConflictMarkDue();

	/** @return whether this process is the only one that writes */
	boolean isSingleWriter();

	/** @return whether an index gives rows in one direction only */
	boolean walksForwardsOnly();

	/** @return whether the same transaction may succeed when tried again */
	boolean isTransient(SQLException e);

	/** @return what the error means for the user */
	StoreException.Code code(SQLException e);

	/** Checks that each table agrees with its indexes. */
	List<String> inconsistentTables(Connection connection, List<String> tables) throws SQLException;

	/** Gives unused disk space back. */
	void compact(Connection connection, List<String> tables) throws SQLException;
}
