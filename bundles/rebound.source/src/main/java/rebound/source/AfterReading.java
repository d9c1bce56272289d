package rebound.source;

/**
 * What is done on the server with a mail that was recognised as a bounce and is safely stored; nothing is ever done
 * with others.
 *
 * @param action what
 * @param target the keyword for {@link Action#MARK}, the folder for {@link Action#MOVE}; else {@code null}
 * @param days   how long after reading, in days
 */
public record AfterReading(Action action, String target, int days) {

	/** Leaves mails as they are. */
	public static final AfterReading LEAVE = new AfterReading(Action.LEAVE, null, 0);

	/** What can be done. */
	public enum Action {
		LEAVE, MARK, MOVE, DELETE
	}
}
