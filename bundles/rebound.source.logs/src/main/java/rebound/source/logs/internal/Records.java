package rebound.source.logs.internal;

import java.io.IOException;

import rebound.source.BrokenRecord;

/** Takes the records of a file one after the other. */
interface Records {

	/**
	 * Takes the next record.
	 *
	 * @param line number of its first line, from 1
	 * @param raw  the record as text, with its head if it is a row of a table
	 */
	void record(long line, String raw, Fields fields) throws IOException;

	/** Takes notice of a broken one. */
	void broken(long line, BrokenRecord.Code code);
}
