package rebound.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the DNS says of a mail domain.
 *
 * @param domain  A-labels, lower case
 * @param hosts   the domain's mail servers, the preferred one first; empty where none is named
 * @param checked when it was asked; {@code null} if it never was
 */
public record DomainAnswer(String domain, State state, List<String> hosts, Instant checked) {

	/** Whether a domain takes mail. */
	public enum State {
		/** It has a mail server, or an address that stands in for one (RFC 5321, 5.1). */
		OK,
		/** It exists and has neither a mail server nor an address. */
		NO_MX,
		/** It says that it takes no mail (RFC 7505). */
		NULL_MX,
		/** It does not exist. */
		NXDOMAIN,
		/** It was not asked, or there was no answer: nothing is known. */
		UNCHECKED;

		/** @return the stable id that files and databases keep, for example {@code "no_mx"} */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** @return the state with this id, or empty */
		public static Optional<State> of(String id) {
			return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
		}
	}

	public DomainAnswer {
		hosts = List.copyOf(hosts);
	}

	/** @return whether the DNS says for sure that no mail can arrive */
	public boolean isDead() {
		return state == State.NO_MX || state == State.NULL_MX || state == State.NXDOMAIN;
	}
}
