package rebound.model;

/**
 * Something that was wrong with a mail, yet did not keep it from being read.
 *
 * @param code   what it was
 * @param detail where or how much, for people; never needed to understand the code; may be {@code null}
 */
public record Problem(Code code, String detail) {

	/** The known problems; the wording is the user interface's. */
	public enum Code {
		/** A limit was reached; what lay beyond was not read. */
		MESSAGE_TOO_LARGE,
		TOO_MANY_PARTS,
		TOO_DEEP,
		TOO_MANY_HEADERS,
		LINE_TOO_LONG,
		TOO_MANY_RECIPIENTS,
		/** The MIME structure does not end as it began. */
		BROKEN_MIME,
		/** A charset or transfer encoding that is unknown or wrong; the text was read as well as possible. */
		BAD_ENCODING,
		/** The file holds no mail. */
		NO_MAIL,
		/** A delivery report whose fields do not follow RFC 3464. */
		BROKEN_REPORT,
		/** A report of failure that names no recipient. */
		NO_RECIPIENT,
		/** A third-party rule failed and was left out. */
		RULE_FAILED,
		/** The file or mail could not be read to its end. */
		UNREADABLE
	}
}
