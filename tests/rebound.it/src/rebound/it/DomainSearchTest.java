package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.CompanyView;
import rebound.customers.ReadSettings;
import rebound.customers.Suggestion.CompanyVerdict;
import rebound.customers.WorkItem;
import rebound.model.DomainAnswer.State;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.pipeline.WorkFilter;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** What the DNS, a real resolver on loopback, adds to the search for lost customers. */
class DomainSearchTest {

	private static final Path DNSMASQ = Path.of("/usr/sbin/dnsmasq");
	private static final int ATTEMPTS = 5;
	private static final String CUSTOMERS = """
			customer_id,full_name,company,email
			M1,Anna Berg,Moved Ltd,anna@old.example
			M2,Carl Cool,Moved Ltd,carl@old.example
			M3,Eva East,Moved Ltd,eva@new.example
			G1,Gil Gone,Gone Ltd,gil@gone.example
			G2,Gus Gone,Gone Ltd,gus@gone.example
			L1,Lea Left,Here Ltd,lea@here.example
			L2,Leo Here,Here Ltd,leo@here.example
			T1,Tim Typo,,tim@gmial.com
			""";

	@TempDir
	private Path folder;
	private Process resolver;
	private String address;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(DNSMASQ), "dnsmasq is not installed (apt-get install dnsmasq-base):"
				+ " what the DNS adds to the search is not tested");
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port;
			try (DatagramSocket free = new DatagramSocket(0)) {
				port = free.getLocalPort();
			}
			address = "127.0.0.1:" + port;
			resolver = new ProcessBuilder(DNSMASQ.toString(), "--keep-in-foreground", "--conf-file=/dev/null",
					"--pid-file=", "--no-resolv", "--no-hosts", "--bind-interfaces", "--listen-address=127.0.0.1",
					"--port=" + port, "--local=/example/", "--local=/com/", "--mx-host=new.example,mx.new.example,10",
					"--mx-host=here.example,mx.here.example,10", "--mx-host=gmail.com,mx.gmail.com,10")
					.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			if (!resolver.waitFor(300, TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		throw new IOException("dnsmasq does not start");
	}

	@AfterEach
	void stop() throws InterruptedException {
		if (resolver != null) {
			resolver.destroyForcibly().waitFor();
		}
	}

	@Test
	void tellsWhatBecameOfTheCompany() throws IOException {
		Pipeline pipeline = Services.one(Pipeline.class);
		DomainCheck check = Services.one(DomainChecks.class).asking(address);
		Path customers = Files.writeString(folder.resolve("customers.csv"), CUSTOMERS);
		Path mails = Files.createDirectory(folder.resolve("mail"));
		for (String email : List.of("anna@old.example", "carl@old.example", "gil@gone.example", "gus@gone.example",
				"lea@here.example", "tim@gmial.com")) {
			Files.writeString(mails.resolve(email + ".eml"), bounce(email));
		}
		try (BounceStore store = Services.one(BounceStores.class).open(folder.resolve("database").toString())) {
			pipeline.importCustomers(customers.toString(), ReadSettings.AUTOMATIC, store, Progress.NONE);
			pipeline.importMail(List.of(mails.toString()), store, Progress.NONE);
			Map<String, WorkItem> before = byCustomer(pipeline.workList(store, WorkFilter.OPEN, Progress.NONE));
			assertEquals(6, before.size());
			assertEquals(CompanyVerdict.UNCLEAR, verdict(before.get("G1")));
			assertEquals(60, before.get("T1").best().confidence());

			Map<String, WorkItem> after = byCustomer(pipeline.workList(store, WorkFilter.OPEN, check, Progress.NONE));
			assertEquals(CompanyVerdict.DOMAIN_MOVED, verdict(after.get("M1")));
			assertEquals("eva@new.example",
					CompanyView.of(after.get("M1").lost()).colleague().orElseThrow().email());
			assertEquals(CompanyVerdict.COMPANY_GONE, verdict(after.get("G1")));
			assertEquals(CompanyVerdict.PERSON_LEFT, verdict(after.get("L1")));
			assertEquals(State.OK, after.get("L1").lost().asked().state());
			assertEquals("tim@gmail.com", after.get("T1").best().email());
			assertTrue(after.get("T1").best().confidence() > 90);
			assertEquals(State.NXDOMAIN, after.get("T1").lost().asked().state());
		}
	}

	private static CompanyVerdict verdict(WorkItem item) {
		return CompanyView.of(item.lost()).verdict();
	}

	private static Map<String, WorkItem> byCustomer(List<WorkItem> items) {
		Map<String, WorkItem> map = new TreeMap<>();
		items.forEach(item -> map.put(item.lost().customer().id(), item));
		return map;
	}

	private static String bounce(String recipient) {
		return """
				From: MAILER-DAEMON@mx.example
				To: news@shop.example
				Date: Mon, 05 Oct 2026 08:00:00 +0000
				Subject: Undelivered Mail Returned to Sender
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example

				Final-Recipient: rfc822; %1$s
				Action: failed
				Status: 5.1.1
				Diagnostic-Code: smtp; 550 5.1.1 <%1$s>: Recipient address rejected: User unknown

				--b--
				""".formatted(recipient);
	}
}
