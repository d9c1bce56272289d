package rebound.dns.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.dns.DnsChecks;
import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;

class DnsCheckTest {

	private static Dnsmasq resolver;

	private final DomainChecks checks = new DnsChecks(Clock.systemUTC());

	@BeforeAll
	static void start() throws Exception {
		assumeTrue(Dnsmasq.program() != null, "dnsmasq is not installed (apt-get install dnsmasq-base)");
		resolver = Dnsmasq.start("--local=/example/", "--mx-host=shop.example,mx2.shop.example,20",
				"--mx-host=shop.example,mx1.shop.example,10", "--host-record=old.example,192.0.2.7",
				"--host-record=new.example,2001:db8::7", "--txt-record=web.example,text",
				// preference 0 and the root as target
				"--dns-rr=nomail.example,15,000000", "--cname=alias.example,shop.example",
				"--dns-rr=xn--bcher-kva.example,15,000a026d78c000");
	}

	@AfterAll
	static void end() {
		if (resolver != null) {
			resolver.close();
		}
	}

	@Test
	void tellsWhichDomainsTakeMail() {
		DomainCheck check = checks.asking(resolver.address());
		Map<String, State> wanted = Map.of("shop.example", State.OK, "old.example", State.OK, "new.example", State.OK,
				"web.example", State.NO_MX, "nomail.example", State.NULL_MX, "gone.example", State.NXDOMAIN);
		wanted.forEach((domain, state) -> assertEquals(state, check.check(domain).state(), domain));
		assertEquals(List.of("mx1.shop.example", "mx2.shop.example"), check.check("shop.example").hosts());
		assertNotNull(check.check("gone.example").checked());
		assertTrue(check.check("gone.example").isDead());
		assertFalse(check.check("old.example").isDead());
	}

	/** Outside of its own domains this resolver refuses: that says nothing of the domain. */
	@ParameterizedTest
	@ValueSource(strings = { "elsewhere.test", "a..b", "",
			"very-long-label-very-long-label-very-long-label-very-long-label.x" })
	void noAnswerIsNoVerdict(String domain) {
		assertEquals(State.UNCHECKED, checks.asking(resolver.address()).check(domain).state());
	}

	@Test
	void deafResolverIsNoVerdict() {
		DomainAnswer answer = checks.asking("127.0.0.1:" + Dnsmasq.freePort()).check("shop.example");
		assertEquals(State.UNCHECKED, answer.state());
		assertFalse(answer.isDead());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":53", "127.0.0.1:0", "127.0.0.1:port", "127.0.0.1:70000", "[::1]53" })
	void wrongResolverIsRefused(String resolverName) {
		assertThrows(IllegalArgumentException.class, () -> checks.asking(resolverName));
	}
}
