package rebound.store.internal;

import java.sql.SQLException;
import java.time.Instant;

/** Rows that are put together value by value and inserted all at once. Columns count from 1. */
interface RowBatch extends AutoCloseable {

	/** Writes a text, or nothing, into the row that is being put together. */
	void text(int column, String value) throws SQLException;

	/** Writes a number, or nothing. */
	void number(int column, Long value) throws SQLException;

	/** Writes a number with a fraction, or nothing. */
	void decimal(int column, Double value) throws SQLException;

	/** Writes bytes, or nothing. */
	void bytes(int column, byte[] value) throws SQLException;

	/** Ends a row. */
	void add() throws SQLException;

	/** Inserts the rows, in the order they were added in. */
	void execute() throws SQLException;

	@Override
	void close() throws SQLException;

	/** Writes a number. */
	default void number(int column, long value) throws SQLException {
		number(column, Long.valueOf(value));
	}

	/** Writes a time, or nothing. */
	default void time(int column, Instant value) throws SQLException {
		number(column, value == null ? null : Long.valueOf(value.toEpochMilli()));
	}
}
