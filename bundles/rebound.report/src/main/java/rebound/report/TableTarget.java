package rebound.report;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A table of a database that a report goes into.
 *
 * @param connector opens the database
 * @param table     its name, perhaps with its schema: {@code crm.bounce_report}; the events go into the table of that
 *                  name with {@code _event}
 * @param create    whether tables that are not there are made
 */
public record TableTarget(Connector connector, String table, boolean create) {

	/** What the report's table is called unless the user says otherwise. */
	public static final String TABLE = "bounce_report";

	/** Opens connections to one database. */
	@FunctionalInterface
	public interface Connector {
		/** @return a new connection; the caller closes it */
		Connection connect() throws SQLException;
	}

	/**
	 * What became of a table.
	 *
	 * @param table   its name
	 * @param added   number of rows that are new
	 * @param changed number of rows that were there and are as the report has them now
	 */
	public record Upserted(String table, long added, long changed) {
	}
}
