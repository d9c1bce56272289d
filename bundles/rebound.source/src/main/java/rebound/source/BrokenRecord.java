package rebound.source;

import java.io.IOException;

/** A record of a log or an export that can't be read; the others of the file can. */
public final class BrokenRecord extends IOException {

	private static final long serialVersionUID = 1;

	private final Code code;

	/** What can be wrong with a record; the wording is the user interface's. */
	public enum Code {
		/** It does not follow the syntax of its format, or ends in the middle. */
		SYNTAX,
		/** It is longer than any real one. */
		TOO_LONG,
		/** It has another number of columns than the table's head. */
		COLUMNS,
		/** It tells of a delivery, but not of whose or how it went. */
		INCOMPLETE
	}

	public BrokenRecord(Code code) {
		super(code.name());
		this.code = code;
	}

	/** @return what is wrong with it */
	public Code code() {
		return code;
	}
}
