package rebound.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import rebound.model.ServiceRecord;
import rebound.model.ServiceRecords;

class MailboxDiscoveryTest {

	private static List<String> hosts(Map<String, List<ServiceRecord>> told) throws IOException {
		ServiceRecords dns = (service, domain, resolver) -> domain.equals("xn--lden-loa.example")
				? told.getOrDefault(service, List.of())
				: List.of();
		return MailboxDiscovery.of("news@L\u00e4den.example", dns, null).stream()
				.map(server -> server.protocol() + " " + server.security() + " " + server.host()).toList();
	}

	@Test
	void prefersPriorityThenImapThenTlsThenWeight() throws IOException {
		assertEquals(List.of("imap tls a", "imap tls b", "imap starttls c", "pop3 tls d", "imap tls e"),
				hosts(Map.of("_imaps._tcp",
						List.of(new ServiceRecord("e", 993, 9, 0), new ServiceRecord("b", 993, 0, 1),
								new ServiceRecord("a", 993, 0, 2)),
						"_imap._tcp", List.of(new ServiceRecord("c", 143, 0, 0)), "_pop3s._tcp",
						List.of(new ServiceRecord("d", 995, 0, 0)))));
	}

	@Test
	void namesThatAreNoHostsAreLeftOut() throws IOException {
		assertEquals(List.of("imap tls ok.example"),
				hosts(Map.of("_imaps._tcp", List.of(new ServiceRecord("-x", 993, 0, 0),
						new ServiceRecord("a b", 993, 0, 0), new ServiceRecord("", 993, 0, 0),
						new ServiceRecord("zero.example", 0, 0, 0), new ServiceRecord("ok.example", 993, 0, 0)))));
	}

	@Test
	void onlyTheDomainItselfVouchesForAServer() {
		assertTrue(new MailboxDiscovery("imap", "tls", "mail.shop.example", 993, "shop.example").isOfDomain());
		assertTrue(new MailboxDiscovery("imap", "tls", "shop.example", 993, "shop.example").isOfDomain());
		assertFalse(new MailboxDiscovery("imap", "tls", "myshop.example", 993, "shop.example").isOfDomain());
		assertFalse(new MailboxDiscovery("imap", "tls", "shop.example.evil.test", 993, "shop.example").isOfDomain());
	}
}
