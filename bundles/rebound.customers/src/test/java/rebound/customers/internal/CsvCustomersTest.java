package rebound.customers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.customers.CustomerField;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem.Code;
import rebound.model.Customer;

class CsvCustomersTest {

	@TempDir
	Path folder;

	private ReadCustomers read(String text) throws IOException {
		return read(text, StandardCharsets.UTF_8, ReadSettings.AUTOMATIC);
	}

	private ReadCustomers read(String text, Charset charset, ReadSettings settings) throws IOException {
		Path file = Files.write(folder.resolve("customers.csv"), text.getBytes(charset));
		ReadCustomers read = new ReadCustomers();
		new CsvCustomers().read(file.toString(), settings, read);
		return read;
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t", "|" })
	void findsTheDelimiter(String delimiter) throws IOException {
		ReadCustomers read = read("""
				Customer ID,First name,Last name,Email,Phone
				007,Anna,Berg,anna@acme.example,+46 8 123
				8,Jo,"Smith; Jr | x\t,",jo@acme.example,
				""".replace(",", delimiter));
		assertEquals(List.of(), read.problems);
		assertEquals(List.of("007", "8"), read.customers.stream().map(Customer::id).toList());
		assertEquals("+46 8 123", read.customers.get(0).phone());
		assertEquals(List.of("jo@acme.example"), read.customers.get(1).emails());
		assertNull(read.customers.get(1).phone());
		assertEquals(List.of(2L, 3L), read.rows);
	}

	@Test
	void believesExcelsOwnWordAboutTheDelimiter() throws IOException {
		ReadCustomers read = read("sep=;\r\nName;E-Mail\r\nBerg, Anna, Dr.;anna@acme.example\r\n");
		assertEquals("Berg, Anna, Dr.", read.customers.getFirst().fullName());
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16" })
	void findsTheEncoding(String charset) throws IOException {
		ReadCustomers read = read("Kundennr;Vorname;Name;E-Mail-Adresse\n1;Jürgen;Größe;j@acme.example\n",
				Charset.forName(charset), ReadSettings.AUTOMATIC);
		assertEquals("Jürgen", read.customers.getFirst().firstName());
		assertEquals("Größe", read.customers.getFirst().lastName());
		assertEquals(List.of(), read.problems);
	}

	@Test
	void oneBrokenCharacterDoesNotChangeTheEncoding() throws IOException {
		String text = "id,name,email\n1,J\u00fcrgen Gr\u00f6\u00dfe \u00e4\u00f6\u00fc\u00e4\u00f6\u00fc\u00e4,a@acme.example\n2,?,b@acme.example\n";
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("?")] = (byte) 0xfc;
		ReadCustomers read = new ReadCustomers();
		Path file = Files.write(folder.resolve("broken.csv"), bytes);
		new CsvCustomers().read(file.toString(), ReadSettings.AUTOMATIC, read);
		assertTrue(read.customers.getFirst().fullName().startsWith("J\u00fcrgen"));
		assertEquals(List.of(Code.BAD_ENCODING), read.codes());
	}

	@Test
	void leavesOutTheByteOrderMark() throws IOException {
		ReadCustomers read = read("\ufeffid,email\n1,a@acme.example\n");
		assertEquals(List.of(CustomerField.CUSTOMER_ID, CustomerField.EMAIL), read.fields());
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer no,first name,last name,e-mail,company,postcode,city,country,last order",
			"Kundennummer,Vorname,Nachname,E-Mail,Firma,PLZ,Ort,Land,Letzte Bestellung",
			"Numéro client,Prénom,Nom,Courriel,Société,Code postal,Ville,Pays,Dernière commande",
			"Kundnr,Förnamn,Efternamn,E-postadress,Företag,Postnummer,Ort,Land,Senaste order",
			"Código de cliente,Nombre,Apellidos,Correo electrónico,Empresa,Código postal,Ciudad,País,Última compra" })
	void knowsHeadersOfFiveLanguages(String header) throws IOException {
		ReadCustomers read = read(header + "\nK1,Eva,Lund,eva@acme.example,Acme,01234,Lund,Sweden,2026-03-04\n");
		Customer eva = read.customers.getFirst();
		assertEquals(List.of("K1", "Eva", "Lund", "Acme", "01234", "Lund", "SE"), List.of(eva.id(), eva.firstName(),
				eva.lastName(), eva.company(), eva.postalCode(), eva.city(), eva.countryCode()));
		assertEquals(LocalDate.of(2026, 3, 4), eva.lastOrder());
		assertEquals(List.of("eva@acme.example"), eva.emails());
	}

	@Test
	void keepsUnknownColumnsInTheirOrder() throws IOException {
		ReadCustomers read = read("id,Shoe size,email,Pet\n1,42,a@acme.example,cat\n");
		assertEquals(List.of(Map.entry("Shoe size", "42"), Map.entry("Pet", "cat")),
				List.copyOf(read.customers.getFirst().other().entrySet()));
	}

	@Test
	void takesSeveralAddressesFromColumnsAndValues() throws IOException {
		ReadCustomers read = read("""
				id,E-Mail 1,E-mail 2 - Value,Email3
				1,Anna Berg <anna@acme.example>,a@home.example; b@home.example,ANNA@acme.example
				""");
		assertEquals(List.of("anna@acme.example", "a@home.example", "b@home.example"),
				read(
						"id;Email;Email 2\n1;Anna Berg <anna@acme.example>;a@home.example, b@home.example,ANNA@acme.example\n").customers
						.getFirst().emails());
		assertEquals(1, read.customers.size());
	}

	@Test
	void readsQuotesAndLineBreaksInValues() throws IOException {
		ReadCustomers read = read(
				"id,name,street,email\r\n1,\"The \"\"Best\"\" Ltd\",\"Main St 1\r\nBack door\", \"a@acme.example\"\r\n2,b,c,d@acme.example");
		assertEquals("The \"Best\" Ltd", read.customers.get(0).fullName());
		assertEquals("Main St 1\nBack door", read.customers.get(0).street());
		assertEquals(List.of("a@acme.example"), read.customers.get(0).emails());
		assertEquals(List.of(2L, 3L), read.rows);
	}

	@Test
	void anOpenQuoteCostsOneRow() throws IOException {
		StringBuilder text = new StringBuilder("id,name,email\n1,\"open,a@acme.example\n");
		for (int i = 2; i < 1000; i++) {
			text.append(i).append(",n,x").append(i).append("@acme.example\n");
		}
		ReadCustomers read = read(text.toString());
		assertEquals(998, read.customers.size());
		assertEquals(List.of(Code.BROKEN_ROW), read.codes());
		assertEquals(2, read.problems.getFirst().row());
		assertEquals(1000, read.rows.getLast());
	}

	@Test
	void tellsWhatIsWrongAndWhere() throws IOException {
		ReadCustomers read = read("""
				id,email,customer value,last order
				1,no address,12,2026-01-01
				,,5,2026-01-01
				3,c@acme.example,many,yesterday
				4,d@acme.example,1,2026-01-01,surplus
				""");
		assertEquals(List.of(Code.BAD_ADDRESS, Code.BAD_ADDRESS, Code.NO_KEY, Code.BAD_VALUE, Code.BAD_VALUE,
				Code.TOO_MANY_VALUES), read.codes());
		assertEquals(List.of(2L, 2L, 3L, 4L, 4L, 5L), read.problems.stream().map(problem -> problem.row()).toList());
		assertEquals("many", read.customers.get(1).other().get("customer value"));
		assertEquals(3, read.customers.size());
	}

	@Test
	void aValueBeyondAllMeasureCostsItsRow() throws IOException {
		ReadCustomers read = read("id,email\n1," + "x".repeat(40_000) + "\n2,b@acme.example\n3," + "y".repeat(2 << 20)
				+ "\n4,d@acme.example\n");
		assertEquals(List.of("2", "4"), read.customers.stream().map(Customer::id).toList());
		assertEquals(List.of(Code.TOO_LONG, Code.TOO_LONG), read.codes());
	}

	@Test
	void findsTheHeaderBelowATitle() throws IOException {
		ReadCustomers read = read("Customers of Acme,,\n,,\nid,name,email\n1,Anna,a@acme.example\n");
		assertEquals("Anna", read.customers.getFirst().fullName());
		assertEquals(List.of(4L), read.rows);
	}

	@Test
	void readsAListWithoutHeader() throws IOException {
		ReadCustomers read = read("a@acme.example\nb@acme.example\n");
		assertEquals(List.of("a@acme.example", "b@acme.example"),
				read.customers.stream().map(Customer::id).toList());
	}

	@Test
	void findsAddressesUnderAnUnknownHeader() throws IOException {
		ReadCustomers read = read("Nimi,Sähköposti\nAino,aino@acme.example\n");
		assertEquals(List.of("aino@acme.example"), read.customers.getFirst().emails());
		assertEquals("Aino", read.customers.getFirst().other().get("Nimi"));
	}

	@Test
	void settingsGoFirst() throws IOException {
		ReadSettings settings = new ReadSettings(null,
				Map.of("NO", CustomerField.CUSTOMER_ID, "email", CustomerField.NONE, "Ref", CustomerField.EMAIL), ';',
				StandardCharsets.ISO_8859_1);
		ReadCustomers read = read("No;Email;Ref;Name\n5;x@acme.example;y@acme.example;Bj\u00f6rn\n",
				StandardCharsets.ISO_8859_1, settings);
		assertEquals("5", read.customers.getFirst().id());
		assertEquals(List.of("y@acme.example"), read.customers.getFirst().emails());
		assertEquals("Bj\u00f6rn", read.customers.getFirst().fullName());
	}

	@Test
	void takesOffWhatSpreadsheetsPutAroundTexts() throws IOException {
		ReadCustomers read = read("id,email,phone\n=\"007\",a@acme.example,'+49 30 1\n");
		assertEquals("007", read.customers.getFirst().id());
		assertEquals("+49 30 1", read.customers.getFirst().phone());
	}

	@Test
	void readsAnEmptyFile() throws IOException {
		assertTrue(read("").customers.isEmpty());
		assertTrue(read("id,email\n").customers.isEmpty());
	}

	@Test
	void aColumnThatHoldsAddressesIsReadAsSuchWhateverItIsCalled() throws IOException {
		ReadCustomers contacts = read("Firma;Kontakt;Betreuer\nAcme;anna@acme.example;berit@shop.example\n");
		assertEquals(List.of(CustomerField.COMPANY, CustomerField.EMAIL, CustomerField.OWNER), contacts.fields());
		ReadCustomers people = read("Firma;Kontakt;E-Mail\nAcme;anna@acme.example;a@acme.example\n");
		assertEquals(List.of(CustomerField.COMPANY, CustomerField.FULL_NAME, CustomerField.EMAIL), people.fields());
	}
}
