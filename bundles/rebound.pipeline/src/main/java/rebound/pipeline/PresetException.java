package rebound.pipeline;

/** What an administrator has set can't be used, or may not be chosen otherwise. */
public final class PresetException extends RuntimeException {

	private static final long serialVersionUID = 1;

	/** What is wrong. */
	public enum Code {
		/** The file can't be read; the name is the file's. */
		UNREADABLE,
		/** A setting has a value that it can't have. */
		WRONG_VALUE,
		/** Somebody wants something else than what is set, and may not; the detail is who set it. */
		LOCKED
	}

	private final Code code;
	private final String name;
	private final String detail;

	/**
	 * @param name   the setting's or the file's
	 * @param detail the value, the reason or who set it
	 */
	public PresetException(Code code, String name, String detail) {
		super(code + ": " + name + ": " + detail);
		this.code = code;
		this.name = name;
		this.detail = detail;
	}

	/** @return what is wrong */
	public Code code() {
		return code;
	}

	/** @return the setting's name or the file's */
	public String name() {
		return name;
	}

	/** @return the value, the reason or who set it */
	public String detail() {
		return detail;
	}
}
