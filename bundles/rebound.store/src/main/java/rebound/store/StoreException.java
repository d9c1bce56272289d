package rebound.store;

/** The database can't do what was asked. */
public final class StoreException extends RuntimeException {
	private static final long serialVersionUID = 1;

	/** What is the matter; the wording is the user interface's. */
	public enum Code {
		/** Another program has the database open. */
		IN_USE,
		/** A newer version of this program wrote the database. */
		NEWER_SCHEMA,
		/** There is no database at the location. */
		NOT_FOUND,
		/** The location is no database and no place for a new one. */
		BAD_LOCATION,
		/** The user may not read or write the database, or the server refused the login. */
		NO_ACCESS,
		/** The database server does not answer. */
		UNREACHABLE,
		/** No driver for databases of this kind is installed. */
		NO_DRIVER,
		/** The database's files are damaged. */
		DAMAGED,
		/** The disk is full; what was confirmed before is kept. */
		DISK_FULL,
		/** Others changed the same rows at the same time, again and again. */
		BUSY,
		/** Somebody else has changed it since it was shown; nothing was written. */
		CHANGED,
		/** The place to back up or move to holds something already. */
		NOT_EMPTY,
		/** Anything else; the cause tells. */
		FAILED
	}

	private final Code code;

	/**
	 * @param code   what is the matter
	 * @param detail where or with what, for people
	 * @param cause  what the database said; may be {@code null}
	 */
	public StoreException(Code code, String detail, Throwable cause) {
		super(code + ": " + detail, cause);
		this.code = code;
	}

	/** @return what is the matter */
	public Code code() {
		return code;
	}
}
