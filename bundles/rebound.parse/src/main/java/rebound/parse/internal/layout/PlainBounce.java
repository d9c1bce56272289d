package rebound.parse.internal.layout;

import java.util.List;

import rebound.model.RecipientStatus;

/**
 * What the human-readable text of a bounce says.
 *
 * @param layout        id of the layout that was recognised, for example {@code "qmail"}
 * @param recipients    the failed or delayed recipients in the text's order; may be empty for a bounce that names none
 * @param reportingMta  the server that reports, where the text names it, else {@code null}
 * @param originalStart offset in the text at which the header of the returned message begins, -1 if it is not there
 */
public record PlainBounce(String layout, List<RecipientStatus> recipients, String reportingMta, int originalStart) {

	public PlainBounce {
		recipients = List.copyOf(recipients);
	}
}
