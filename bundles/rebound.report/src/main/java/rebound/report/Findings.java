package rebound.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was found out about a lost customer. Absent values are {@code null}.
 *
 * @param suggestedEmail           the address to try instead
 * @param suggestedEmailSource     {@code 551}, {@code auto_reply}, {@code typo}, {@code pattern},
 *                                 {@code domain_rename} or {@code crm}
 * @param suggestedEmailConfidence 0 to 100
 * @param replacementName          who answers instead
 * @param replacementEmail         that person's address
 * @param replacementPhone         that person's telephone number
 * @param autoReplyKind            {@code left}, {@code moved}, {@code away} or {@code other}
 * @param returnDate               when the person is back
 * @param domainState              {@code ok}, {@code no_mx}, {@code null_mx}, {@code nxdomain}, {@code parked} or
 *                                 {@code unchecked}
 * @param domainChecked            when the domain was asked for
 * @param companyContacts          contacts of the same company
 * @param companyContactsBounced   those of them that bounced
 * @param companyVerdict           what the contacts together tell
 * @param colleagueName            the colleague to ask
 * @param colleagueEmail           that colleague's address
 * @param colleaguePhone           that colleague's telephone number
 * @param searchUrlWeb             a web search for the person
 * @param searchUrlLinkedin        a search in the business network
 */
public record Findings(String suggestedEmail, String suggestedEmailSource, Integer suggestedEmailConfidence,
		String replacementName, String replacementEmail, String replacementPhone, String autoReplyKind,
		LocalDate returnDate, String domainState, Instant domainChecked, Integer companyContacts,
		Integer companyContactsBounced, String companyVerdict, String colleagueName, String colleagueEmail,
		String colleaguePhone, String searchUrlWeb, String searchUrlLinkedin) {

	/** Nothing is known. */
	public static final Findings NONE = new Findings(null, null, null, null, null, null, null, null, "unchecked", null,
			null, null, null, null, null, null, null, null);
}
