package rebound.pipeline;

/** A service that somebody else may have made did not do its work. */
public final class ServiceException extends RuntimeException {
	private static final long serialVersionUID = 1;

	/** What is the matter; the wording is the user interface's. */
	public enum Code {
		/** It threw what its interface does not know; the cause tells. */
		FAILED,
		/** It gave no sign of life for too long, and is left out until the program is started again. */
		SILENT
	}

	private final Code code;
	private final String service;

	/**
	 * @param service the service's id
	 * @param cause   what it threw; may be {@code null}
	 */
	public ServiceException(Code code, String service, Throwable cause) {
		super(code + ": " + service, cause);
		this.code = code;
		this.service = service;
	}

	/** @return what is the matter */
	public Code code() {
		return code;
	}

	/** @return the service's id */
	public String service() {
		return service;
	}
}
