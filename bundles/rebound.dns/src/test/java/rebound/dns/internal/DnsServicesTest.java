package rebound.dns.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rebound.model.ServiceRecord;
import rebound.model.ServiceRecords;

class DnsServicesTest {

	private static Dnsmasq resolver;

	private final ServiceRecords dns = new DnsServices();

	@BeforeAll
	static void start() throws Exception {
		assumeTrue(Dnsmasq.program() != null, "dnsmasq is not installed (apt-get install dnsmasq-base)");
		resolver = Dnsmasq.start("--local=/example/", "--srv-host=_imaps._tcp.shop.example,mail.shop.example,993,0,5",
				"--srv-host=_imaps._tcp.shop.example,spare.shop.example,1993,10,0",
				// no host: decidedly not offered
				"--srv-host=_pop3s._tcp.shop.example");
	}

	@AfterAll
	static void end() {
		if (resolver != null) {
			resolver.close();
		}
	}

	@Test
	void tellsTheServersOfAService() throws IOException {
		assertEquals(Set.of(new ServiceRecord("mail.shop.example", 993, 0, 5),
				new ServiceRecord("spare.shop.example", 1993, 10, 0)),
				Set.copyOf(dns.find("_imaps._tcp", "shop.example", resolver.address())));
	}

	@Test
	void noServiceIsNoServer() throws IOException {
		for (String service : List.of("_pop3s._tcp", "_imap._tcp")) {
			assertEquals(List.of(), dns.find(service, "shop.example", resolver.address()));
		}
		assertEquals(List.of(), dns.find("_imaps._tcp", "gone.example", resolver.address()));
		assertEquals(List.of(), dns.find("_imaps._tcp", "a..b", resolver.address()));
		assertEquals(List.of(), dns.find("_imaps._tcp", "long.".repeat(52) + "example", resolver.address()));
	}

	@Test
	void silenceIsNoAnswer() {
		assertThrows(IOException.class,
				() -> dns.find("_imaps._tcp", "shop.example", "127.0.0.1:" + Dnsmasq.freePort()));
		assertThrows(IllegalArgumentException.class, () -> dns.find("_imaps._tcp", "shop.example", "127.0.0.1:port"));
	}
}
