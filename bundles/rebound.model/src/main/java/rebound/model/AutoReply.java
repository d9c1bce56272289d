package rebound.model;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What an automatic answer, or a bounce that names a forwarding address (reply code 551, status 5.1.6), tells about
 * the person. Absent values are {@code null}.
 *
 * @param subKind        what happened to the person
 * @param returnDate     the day the person is back, for {@link SubKind#AWAY}
 * @param newAddress     the person's own new address
 * @param successorName  who answers instead
 * @param successorEmail the successor's address
 * @param successorPhone the successor's telephone number as written
 * @param sentence       the sentence these come from, as it stands in the mail
 */
public record AutoReply(SubKind subKind, LocalDate returnDate, String newAddress, String successorName,
		String successorEmail, String successorPhone, String sentence) {

	/** What happened to the person who no longer answers. */
	public enum SubKind {
		AWAY, LEFT, MOVED, OTHER;

		/** @return the stable id that files and databases keep, for example {@code "left"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
