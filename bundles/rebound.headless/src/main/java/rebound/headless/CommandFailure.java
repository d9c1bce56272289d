package rebound.headless;

/** A command can't do what was asked. Its message is for the user: one sentence, and what to do about it. */
public final class CommandFailure extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final int exitCode;

	/**
	 * @param exitCode one of {@link ExitCode}
	 * @param message  for the user
	 * @param cause    may be {@code null}
	 */
	public CommandFailure(int exitCode, String message, Throwable cause) {
		super(message, cause);
		this.exitCode = exitCode;
	}

	/** @return one of {@link ExitCode} */
	public int exitCode() {
		return exitCode;
	}
}
