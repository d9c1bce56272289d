package rebound.source;

import java.io.IOException;
import java.net.IDN;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import rebound.model.ServiceRecord;
import rebound.model.ServiceRecords;

/**
 * A server that the DNS names for an address's mailbox (RFC 6186). Whoever can answer in the DNS's place can name any
 * server, which would then be sent the password: a server that is not {@linkplain #isOfDomain part of the domain} has to
 * be confirmed by the user.
 *
 * @param protocol {@code imap} or {@code pop3}
 * @param security {@code tls}, or {@code starttls}
 * @param host     name of the server
 * @param port     its port
 * @param domain   the address's domain
 */
public record MailboxDiscovery(String protocol, String security, String host, int port, String domain) {

	private static final List<String> SERVICES = List.of("_imaps._tcp", "_imap._tcp", "_pop3s._tcp", "_pop3._tcp");

	private record Offer(MailboxDiscovery server, int priority, int rank, int weight) {
	}

	/**
	 * Asks for the servers of an address.
	 *
	 * @param resolver whom to ask, or {@code null} for the system's resolvers
	 * @return the servers, the preferred one first: by priority, then IMAP before POP3 and TLS before STARTTLS
	 * @throws IOException              if there is no answer
	 * @throws IllegalArgumentException if the resolver or the address is none
	 */
	public static List<MailboxDiscovery> of(String address, ServiceRecords dns, String resolver) throws IOException {
		String domain = IDN.toASCII(address.substring(address.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
		List<Offer> offers = new ArrayList<>();
		for (int rank = 0; rank < SERVICES.size(); rank++) {
			String service = SERVICES.get(rank);
			String protocol = service.startsWith("_imap") ? "imap" : "pop3";
			String security = service.startsWith("_imaps") || service.startsWith("_pop3s") ? "tls" : "starttls";
			for (ServiceRecord found : dns.find(service, domain, resolver)) {
				if (isHost(found.host()) && found.port() > 0) {
					offers.add(new Offer(new MailboxDiscovery(protocol, security, found.host(), found.port(), domain),
							found.priority(), rank, found.weight()));
				}
			}
		}
		return offers.stream().sorted(Comparator.comparingInt(Offer::priority).thenComparingInt(Offer::rank)
				.thenComparing(Comparator.comparingInt(Offer::weight).reversed())).map(Offer::server).toList();
	}

	private static boolean isHost(String name) {
		return !name.isEmpty() && !name.startsWith("-")
				&& name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
	}

	/** @return whether the server's name is within the address's domain */
	public boolean isOfDomain() {
		return host.equals(domain) || host.endsWith("." + domain);
	}

	/** @return the settings, by the names of {@link MailboxConfiguration} */
	public Properties settings() {
		Properties settings = new Properties();
		settings.setProperty("protocol", protocol);
		settings.setProperty("security", security);
		settings.setProperty("host", host);
		settings.setProperty("port", Integer.toString(port));
		return settings;
	}
}
