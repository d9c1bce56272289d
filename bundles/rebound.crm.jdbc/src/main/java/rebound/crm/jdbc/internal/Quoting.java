package rebound.crm.jdbc.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes names of tables and columns so that nothing in them is taken for SQL. */
final class Quoting {

	private final String quote;

	Quoting(Connection connection) throws SQLException {
		String found = connection.getMetaData().getIdentifierQuoteString();
		this.quote = found == null || found.isBlank() ? "\"" : found;
	}

	/** @param name may have a schema before it, parted by a full stop; taken as written, case too */
	String name(String name) {
		return Arrays.stream(name.split("\\.")).map(part -> quote + part.replace(quote, quote + quote) + quote)
				.collect(Collectors.joining("."));
	}
}
