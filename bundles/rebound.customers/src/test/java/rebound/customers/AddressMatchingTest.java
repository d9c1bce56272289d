package rebound.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.model.AddressKey;

class AddressMatchingTest {

	@ParameterizedTest
	@CsvSource({ "Anna.Berg+news@gmail.com,annaberg@googlemail.com", "anna+x+y@outlook.com,anna@outlook.com",
			"anna_b-erg@protonmail.com,annaberg@proton.me", "anna@bücher.example,ANNA@xn--bcher-kva.example",
			"anna@BÜCHER.example,anna@bücher.example" })
	void areOneMailbox(String one, String other) {
		assertEquals(AddressMatching.PROVIDER.mailbox(AddressKey.of(one)),
				AddressMatching.PROVIDER.mailbox(AddressKey.of(other)));
	}

	@ParameterizedTest
	@CsvSource({ "anna+news@acme.example,anna@acme.example", "an.na@acme.example,anna@acme.example",
			"an.na@outlook.com,anna@outlook.com", "anna@outlook.com,anna@hotmail.com", "anna@me.com,anna@icloud.com",
			"+x@gmail.com,+y@gmail.com", "an.na@yahoo.com,anna@yahoo.com" })
	void areTwoMailboxes(String one, String other) {
		assertNotEquals(AddressMatching.PROVIDER.mailbox(AddressKey.of(one)),
				AddressMatching.PROVIDER.mailbox(AddressKey.of(other)));
	}

	@Test
	void exactlyIsExactly() {
		AddressKey address = AddressKey.of("Anna.Berg+news@gmail.com");
		assertEquals(address, AddressMatching.EXACT.mailbox(address));
		assertEquals("anna.berg+news@gmail.com", address.value());
	}

	@ParameterizedTest
	@CsvSource({ "+@gmail.com", ".@gmail.com", "\"a.b\"@gmail.com", "nobody", "@gmail.com" })
	void whatIsLeftEmptyStaysAsItIs(String odd) {
		assertEquals(AddressKey.of(odd), AddressMatching.PROVIDER.mailbox(AddressKey.of(odd)));
	}
}
