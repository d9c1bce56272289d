package rebound.customers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.CustomerSources;
import rebound.customers.ReadSettings;
import rebound.model.Customer;

class XlsxCustomersTest {

	private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c>"
			+ "<c r=\"B1\" t=\"str\"><v>email</v></c></row>";

	@TempDir
	Path folder;

	private static ReadCustomers read(Path file) throws IOException {
		ReadCustomers read = new ReadCustomers();
		CustomerSources.stock().find(file.toString()).orElseThrow().read(file.toString(), ReadSettings.AUTOMATIC, read);
		return read;
	}

	private Path workbook(Map<String, String> more, String rows) throws IOException {
		Path file = folder.resolve("customers.XLSX");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			part(zip, "xl/workbook.xml", more.getOrDefault("workbook", "<workbook xmlns:r='r'><sheets>"
					+ "<sheet name='a' state='hidden' r:id='x'/><sheet name='b' r:id='y'/></sheets></workbook>"));
			part(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='x' Target='no.xml'/>"
					+ "<Relationship Id='y' Target='/xl/worksheets/s.xml'/></Relationships>");
			part(zip, "xl/worksheets/s.xml", more.getOrDefault("prolog", "") + "<worksheet><sheetData>" + rows
					+ "</sheetData></worksheet>");
			if (more.containsKey("shared")) {
				part(zip, "xl/sharedStrings.xml", more.get("shared"));
			}
		}
		return file;
	}

	private static void part(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	@Test
	void readsWhatLibreOfficeWrote() throws IOException {
		Path file = folder.resolve("lo.xlsx");
		try (InputStream in = XlsxCustomersTest.class.getResourceAsStream("libreoffice.xlsx")) {
			Files.copy(in, file);
		}
		ReadCustomers read = read(file);
		assertEquals(List.of(), read.problems);
		Customer first = read.customers.getFirst();
		assertEquals("007", first.id());
		assertEquals("Größe & Söhne <1>", first.fullName());
		assertEquals("01234", first.postalCode());
		assertEquals(1234.567, first.value());
		assertEquals(LocalDate.of(2026, 11, 9), first.lastOrder());
		assertTrue(first.isProtected());
		assertEquals(LocalDate.of(2026, 1, 2), read.customers.get(2).lastOrder());
		assertEquals(List.of(2L, 3L, 5L), read.rows);
	}

	@Test
	void readsSharedRichAndEscapedTexts() throws IOException {
		Path file = workbook(
				Map.of("shared",
						"<sst><si><r><t>a_x0040_</t></r><r><t>acme</t></r><rPh><t>no</t></rPh></si></sst>"),
				HEADER + "<row><c><v>1.2E3</v></c><c t=\"inlineStr\"><is><t>b@acme.example</t></is></c></row>"
						+ "<row r=\"9\"><c r=\"B9\" t=\"s\"><v>0</v></c><c r=\"A9\" t=\"e\"><v>#N/A</v></c></row>");
		ReadCustomers read = read(file);
		assertEquals("1200", read.customers.getFirst().id());
		assertEquals("a@acme", read.customers.get(1).id());
		assertEquals(List.of(2L, 9L), read.rows);
	}

	@Test
	void refusesEntities() throws IOException {
		Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
		Path file = workbook(
				Map.of("prolog", "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"),
				HEADER + "<row><c t=\"str\"><v>&e;</v></c><c t=\"str\"><v>a@acme.example</v></c></row>");
		assertThrows(IOException.class, () -> read(file));
	}

	@Test
	void aFileThatIsNoWorkbookIsAnError() throws IOException {
		Path file = Files.writeString(folder.resolve("x.xlsx"), "id,email");
		assertThrows(IOException.class, () -> read(file));
		Path empty = workbook(Map.of("workbook", "<workbook/>"), "");
		assertThrows(IOException.class, () -> read(empty));
	}
}
