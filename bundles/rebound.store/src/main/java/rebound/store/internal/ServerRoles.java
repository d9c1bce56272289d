package rebound.store.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What groups of a PostgreSQL server's users may do. The server itself enforces it, whatever program they use; nobody
 * but the owner can delete what was decided or change the schema.
 */
final class ServerRoles {

	static final String READER = "rebound_reader";
	static final String OPERATOR = "rebound_operator";
	static final String ADMINISTRATOR = "rebound_administrator";

	/** Daily work replaces and removes rows of these only. */
	private static final List<String> REPLACED = List.of("event", "campaign", "customer", "customer_address",
			"word_segment", "word_block", "follow_up", "mailbox", "mailbox_mail");
	/** Daily work adds to these, and never changes what is there: contents of mails, decisions, policies. */
	private static final List<String> ADDED = List.of("mail", "decision", "policy_version");
	/** To delete this would hide what was done. */
	private static final String AUDIT = "decision";

	private final String schema;

	ServerRoles(String schema) {
		this.schema = schema;
	}

	/** Makes the groups, where there are none yet, and gives them their rights. */
	List<String> create(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String role : List.of(READER, OPERATOR, ADMINISTRATOR)) {
				if (!exists(statement, role)) {
					statement.executeUpdate("CREATE ROLE " + role + " NOLOGIN");
				}
				statement.executeUpdate("GRANT USAGE ON SCHEMA " + schema + " TO " + role);
				statement.executeUpdate("REVOKE ALL ON ALL TABLES IN SCHEMA " + schema + " FROM " + role);
				statement.executeUpdate("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + role);
			}
			// Who has erased whom must not be found by trying addresses: that takes the secret.
			revoke(statement, "SELECT", "secret", READER);
			for (String table : SqlUpkeep.TABLES) {
				grant(statement, ADDED.contains(table) ? "INSERT" : "INSERT, UPDATE", table, OPERATOR);
				grant(statement, table.equals(AUDIT) ? "INSERT, UPDATE" : "INSERT, UPDATE, DELETE", table,
						ADMINISTRATOR);
			}
			for (String table : REPLACED) {
				grant(statement, "DELETE", table, OPERATOR);
			}
		}
		return List.of(READER, OPERATOR, ADMINISTRATOR);
	}

	private static boolean exists(Statement statement, String role) throws SQLException {
		try (ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
			return rows.next();
		}
	}

	private void grant(Statement statement, String rights, String table, String role) throws SQLException {
		statement.executeUpdate("GRANT " + rights + " ON " + schema + "." + table + " TO " + role);
	}

	private void revoke(Statement statement, String rights, String table, String role) throws SQLException {
		statement.executeUpdate("REVOKE " + rights + " ON " + schema + "." + table + " FROM " + role);
	}
}
