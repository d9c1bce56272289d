package rebound.model;

/**
 * What a report says about one recipient. Absent values are {@code null}; texts are decoded, on one line, with white
 * space squeezed.
 *
 * @param recipient         the address that failed (RFC 3464 Final-Recipient), without {@code <>} or address type
 * @param originalRecipient the address as the sender knows it (Original-Recipient), where the report names it
 * @param action            what the reporting server did
 * @param status            the enhanced status code that decides: the remote server's where it quotes one, else the
 *                          report's own
 * @param replyCode         the SMTP reply code, 0 where none is known
 * @param diagnostic        the reply or error text, continuation lines joined
 * @param command           the SMTP command that was answered
 * @param remoteMta         the server that answered, host name or address
 */
public record RecipientStatus(String recipient, String originalRecipient, Action action, EnhancedStatus status,
		int replyCode, String diagnostic, SmtpCommand command, String remoteMta) {

	/** Microsoft gives every customer a domain of its own name under this one; mail inside goes by it. */
	private static final String HOSTED = ".onmicrosoft.com";

	/**
	 * Whether the original recipient's server took the mail and passed it on to an address elsewhere, which failed: that
	 * tells nothing against the original recipient. A domain and its subdomains are one place.
	 */
	public boolean isForwarded() {
		if (originalRecipient == null || recipient == null || originalRecipient.equals(recipient)
				|| recipient.indexOf('@') < 1 || originalRecipient.indexOf('@') < 1) {
			return false;
		}
		String from = AddressKey.of(originalRecipient).domain();
		String to = AddressKey.of(recipient).domain();
		return !from.isEmpty() && !to.isEmpty() && !to.endsWith(HOSTED) && !isWithin(to, from) && !isWithin(from, to);
	}

	private static boolean isWithin(String domain, String parent) {
		return domain.equals(parent) || domain.endsWith("." + parent);
	}
}
