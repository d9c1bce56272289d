package rebound.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressKeyTest {

	@Test
	void foldsCaseAndInternationalDomains() {
		assertEquals("anna.berg@xn--bcher-kva.example", AddressKey.of(" Anna.Berg@Bücher.EXAMPLE ").value());
		assertEquals(AddressKey.of("x@bücher.example"), AddressKey.of("X@XN--BCHER-KVA.example"));
	}

	@Test
	void keepsWhatIsNoAddress() {
		assertEquals("anna berg", AddressKey.of("Anna Berg").value());
		assertEquals("", AddressKey.of("").domain().isEmpty() ? "" : "domain");
		assertEquals("a@" + "x".repeat(70) + "é.example", AddressKey.of("a@" + "x".repeat(70) + "é.example").value());
	}
}
