package rebound.report;

import java.io.IOException;
import java.util.List;

/** A report could not be written; the file that was there before, if any, is as it was. */
public final class ReportException extends IOException {

	private static final long serialVersionUID = 1;

	/** Why; the wording is the user interface's. */
	public enum Code {
		/** No format has this id. */
		UNKNOWN_FORMAT,
		/** A column was asked for that there is none of. */
		UNKNOWN_COLUMN,
		/** No profile is saved under this name. */
		UNKNOWN_PROFILE,
		/** A profile can't be saved under this name. */
		BAD_PROFILE_NAME,
		/** The file of a saved profile can't be understood. */
		BAD_PROFILE,
		/** A setting of the format is missing or wrong. */
		BAD_SETTING,
		/** The database has no such table, and none was to be made. */
		NO_TABLE,
		/** A table of the database lacks a column of the report. */
		NO_TABLE_COLUMN,
		/** The database can't be reached or refuses; nothing was changed in it. */
		TARGET_FAILED,
		/** The format failed; the cause says how. */
		FORMAT_FAILED,
		/** The written file does not hold what was to be written. */
		SELF_CHECK_FAILED
	}

	private final Code code;

	/** @param detail the id, name or count it is about */
	public ReportException(Code code, String detail, Throwable cause) {
		super(code + ": " + detail, cause);
		this.code = code;
	}

	/** @return says that a setting has a value that is none of those there are */
	public static ReportException setting(String name, List<String> values) {
		return new ReportException(Code.BAD_SETTING, name + " (" + String.join(", ", values) + ")", null);
	}

	/** @return why */
	public Code code() {
		return code;
	}
}
