package rebound.pipeline;

import java.time.Instant;

import rebound.model.DomainAnswer;

/**
 * A domain that takes no mail, as bounces and the DNS say.
 *
 * @param since     when the DNS first said so
 * @param checks    how often it did
 * @param addresses number of known addresses that bounced for it and are not blocked
 * @param isSure    whether that was long enough to offer a block of the whole domain
 */
public record DeadDomain(String domain, DomainAnswer.State state, Instant since, int checks, int addresses,
		boolean isSure) {
}
