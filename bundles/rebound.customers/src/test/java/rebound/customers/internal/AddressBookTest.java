package rebound.customers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.CustomerField;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem.Code;
import rebound.model.Customer;

class AddressBookTest {

	@TempDir
	Path folder;

	private ReadCustomers read(String name, String text, ReadSettings settings) throws IOException {
		Path file = Files.writeString(folder.resolve(name), text.replace("\n", "\r\n"));
		ReadCustomers read = new ReadCustomers();
		CustomerSources.stock().find(file.toString()).orElseThrow().read(file.toString(), settings, read);
		return read;
	}

	private ReadCustomers cards(String text) throws IOException {
		return read("people.vcf", text, ReadSettings.AUTOMATIC);
	}

	private ReadCustomers directory(String text) throws IOException {
		return read("people.ldif", text, ReadSettings.AUTOMATIC);
	}

	@Test
	void readsVersionFour() throws IOException {
		ReadCustomers read = cards("""
				BEGIN:VCARD
				VERSION:4.0
				UID:urn:uuid:1
				FN:Anna Berg
				N:Berg;Anna;;Dr.;
				ORG:Acme\\; Söhne;Purchasing
				item1.EMAIL;TYPE=home:anna@home.example
				EMAIL;PREF=1;TYPE="work":anna@ac
				 me.example
				TEL;VALUE=uri;TYPE="voice,work":tel:+49-30-1
				TEL;TYPE=cell:0171 2
				ADR;TYPE=work;LABEL="x: y":;;Main St 1\\, back;Köln;;01234;Germany
				NOTE:two\\nlines
				PHOTO:data:image/png;base64,AAAA
				END:VCARD
				""");
		Customer anna = read.customers.getFirst();
		assertEquals(List.of(), read.problems);
		assertEquals("urn:uuid:1", anna.id());
		assertEquals(List.of("Anna", "Berg", "Dr."), List.of(anna.firstName(), anna.lastName(), anna.salutation()));
		assertEquals(List.of("anna@acme.example", "anna@home.example"), anna.emails());
		assertEquals("Acme; Söhne", anna.company());
		assertEquals("Purchasing", anna.department());
		assertEquals("+49-30-1", anna.phone());
		assertEquals("0171 2", anna.mobile());
		assertEquals(List.of("Main St 1, back", "Köln", "01234", "DE"),
				List.of(anna.street(), anna.city(), anna.postalCode(), anna.countryCode()));
		assertEquals(Map.of("NOTE", "two\nlines"), anna.other());
	}

	@Test
	void readsQuotedPrintableOfOlderVersions() throws IOException {
		ReadCustomers read = cards("""
				BEGIN:VCARD
				VERSION:2.1
				N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=
				=B6rg
				EMAIL;PREF;INTERNET:joerg@acme.example
				END:VCARD
				""");
		assertEquals("Müller", read.customers.getFirst().lastName());
		assertEquals("Jörg", read.customers.getFirst().firstName());
		assertEquals("joerg@acme.example", read.customers.getFirst().id());
	}

	@Test
	void tellsOfCardsThatAreNoCustomers() throws IOException {
		ReadCustomers read = cards("""
				BEGIN:VCARD
				FN:Nobody
				END:VCARD
				BEGIN:VCARD
				EMAIL:b@acme.example
				NOTE:%s
				END:VCARD
				BEGIN:VCARD
				EMAIL:c@acme.example
				""".formatted("x".repeat(40_000)));
		assertEquals(List.of(Code.NO_KEY, Code.TOO_LONG, Code.BROKEN_ROW), read.codes());
		assertEquals(List.of(1L, 2L, 3L), read.problems.stream().map(problem -> problem.row()).toList());
	}

	@Test
	void linesThatAreNoPropertiesAreLeftOut() throws IOException {
		ReadCustomers read = cards("BEGIN:VCARD\n;;:x\n:\nrubbish\n\nEMAIL;:a@acme.example\nEND:VCARD\n");
		assertEquals("a@acme.example", read.customers.getFirst().id());
	}

	@Test
	void readsADirectory() throws IOException {
		String name = Base64.getEncoder().encodeToString("Jörg".getBytes(StandardCharsets.UTF_8));
		ReadCustomers read = directory("""
				version: 1
				# people
				dn: uid=jm,ou=people,dc=acme,
				 dc=example
				objectClass: inetOrgPerson
				uid: jm
				givenName:: %s
				sn;lang-de: Müller
				mail: jm@acme.example
				mail: j.mueller@acme.example
				telephoneNumber: +49 30 1
				jpegPhoto:< file:///etc/passwd

				dn: ou=people,dc=acme,dc=example
				objectClass: organizationalUnit
				ou: people

				dn: uid=x
				mail:: ***
				""".formatted(name));
		Customer joerg = read.customers.getFirst();
		assertEquals("jm", joerg.id());
		assertEquals("Jörg", joerg.firstName());
		assertEquals("Müller", joerg.lastName());
		assertEquals(List.of("jm@acme.example", "j.mueller@acme.example"), joerg.emails());
		assertEquals("uid=jm,ou=people,dc=acme,dc=example", joerg.other().get("dn"));
		assertEquals(List.of(Code.NO_CUSTOMER, Code.BROKEN_ROW), read.codes());
		assertEquals(1, read.customers.size());
	}

	@Test
	void settingsGoFirst() throws IOException {
		ReadSettings settings = new ReadSettings(null, Map.of("NOTE", CustomerField.CUSTOMER_ID), null, null);
		ReadCustomers read = read("x.vcf", "BEGIN:VCARD\nNOTE:K7\nEMAIL:a@acme.example\nEND:VCARD\n", settings);
		assertEquals("K7", read.customers.getFirst().id());
	}
}
