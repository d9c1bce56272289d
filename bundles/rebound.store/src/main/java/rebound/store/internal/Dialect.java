package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

import rebound.store.StoreException;

/** What differs between the databases. All other SQL is what both understand. */
interface Dialect {

	/** @return class name of the JDBC driver, as OSGi JDBC services are registered with */
	List<String> drivers();

	/** @return the word that statements of migrations are marked with which are for this database only */
	String name();

	/** Fills in the column types of a migration. */
	String ddl(String sql);

	/** @return the name of the schema all tables are in, as the database writes it */
	String schema();

	/** What happens to a row whose key is known, where several programs may write at once. */
	enum Conflict {
		/** The row that is known stays. */
		LEAVE,
		/** Of two rows of the same event the one that was written earlier stays. */
		KEEP_EARLIER,
		/** The address that is known is marked as due. */
		MARK_DUE
	}

	/** @return what ends an INSERT, or the empty string where nobody else writes */
	String onConflict(Conflict conflict);

	/**
	 * Begins to insert rows.
	 *
	 * @param columns separated by commas
	 */
	RowBatch insert(Connection connection, String table, String columns, Conflict conflict) throws SQLException;

	/** @return the order that ORDER BY puts texts in */
	Comparator<String> order();

	/** @return whether this process is the only one that writes */
	boolean isSingleWriter();

	/** @return whether an index gives rows in one direction only */
	boolean walksForwardsOnly();

	/** @return whether the same transaction may succeed when tried again */
	boolean isTransient(SQLException e);

	/** @return what the error means for the user */
	StoreException.Code code(SQLException e);

	/** @return who is logged in: on a server the server's user, else the operating system's */
	String user(Connection connection) throws SQLException;

	/** Checks that each table agrees with its indexes. */
	List<String> inconsistentTables(Connection connection, List<String> tables) throws SQLException;

	/** Gives unused disk space back. */
	void compact(Connection connection, List<String> tables) throws SQLException;
}
