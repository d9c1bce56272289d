package rebound.headless;

/** How a command ended. The numbers are fixed: schedulers and scripts rely on them. */
public final class ExitCode {

	/** All was done. */
	public static final int OK = 0;
	/** Done, but some of the input could not be read; each is named. */
	public static final int INCOMPLETE = 1;
	/** The command line is wrong; nothing was done. */
	public static final int USAGE = 2;
	/** The input is not there or can't be read at all. */
	public static final int NO_INPUT = 3;
	/** The database can't be opened or used. */
	public static final int DATABASE = 4;
	/** The output can't be written; a file that was there before is as it was. */
	public static final int NO_OUTPUT = 5;
	/** A mistake in Rebound or in an extension of it. */
	public static final int INTERNAL = 70;
	/** Stopped by the user; nothing is half-written, and what was stored stays stored. */
	public static final int STOPPED = 130;

	private ExitCode() {
	}
}
