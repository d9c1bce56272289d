package rebound.model;

/**
 * What a verdict rests on.
 *
 * @param source where it stands
 * @param text   the words or the code, as they stand there
 */
public record Evidence(Source source, String text) {

	/** Where evidence stands. */
	public enum Source {
		ACTION, STATUS, REPLY_CODE, DIAGNOSTIC, NOTICE, HEADER
	}
}
