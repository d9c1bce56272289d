package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.report.BounceReport;
import rebound.report.ReportException;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.Samples;

class VCardFormatTest {

	@TempDir
	Path folder;

	private List<String> written(String version, List<ReportRow> rows) throws IOException {
		Path file = folder.resolve("report.vcf");
		BounceReport.stock().write("vcard", Samples.data(rows, List.of()),
				ReportOptions.DEFAULT.with("version", version),
				file);
		String text = Files.readString(file);
		for (String line : text.split("\r\n")) {
			assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
			assertEquals(-1, line.indexOf('\n'));
		}
		return List.of(text.replace("\r\n ", "").split("\r\n"));
	}

	@Test
	void theWorkingAddressIsPreferredAndTheBouncedOneMarked() throws IOException {
		List<String> card = written("4.0", List.of(Samples.full()));
		assertEquals("BEGIN:VCARD", card.getFirst());
		assertEquals("VERSION:4.0", card.get(1));
		assertEquals("END:VCARD", card.getLast());
		for (String line : List.of("UID:urn:rebound:customer:007", "FN:Anna Berg", "N:Berg;Anna;;Ms;",
				"ORG:B\u00fccher & S\u00f6hne;Purchasing", "TITLE:Buyer", "TEL;VALUE=uri;TYPE=work:tel:+4930123",
				"EMAIL;PREF=1:anna@home.example",
				"EMAIL;PREF=100;X-BOUNCE-STATUS=hard:Anna.Berg@b\u00fccher.example", "CATEGORIES:Bounced",
				"REV:20261122T235958Z", "ADR;TYPE=work:;;=HYPERLINK(\"http://evil.example\");K\u00f6ln;NRW;01234;DE")) {
			assertTrue(card.contains(line), line + " in " + card);
		}
		String note = card.stream().filter(line -> line.startsWith("NOTE:")).findFirst().orElseThrow();
		assertTrue(note.contains("\"unknown\"\\; =cmd"), note);
		assertTrue(note.endsWith("\\nSuggested e-mail: anna@new.example"), note);
	}

	@Test
	void versionThreeIsForOutlook() throws IOException {
		List<String> card = written("3.0", List.of(Samples.full()));
		assertTrue(card.contains("VERSION:3.0"));
		assertTrue(card.contains("EMAIL;TYPE=INTERNET,PREF:anna@home.example"));
		assertTrue(card.contains("TEL;TYPE=work:+49 30 123"));
	}

	@Test
	void aCustomerHasOneCardAndAStrangerNone() throws IOException {
		List<String> cards = written("4.0",
				List.of(Samples.full(), Samples.full(), Samples.empty(), Samples.ordinary(1)));
		assertEquals(2, cards.stream().filter("BEGIN:VCARD"::equals).count());
	}

	@Test
	void thereIsNoOtherVersion() {
		assertThrows(ReportException.class, () -> written("2.1", List.of(Samples.full())));
	}
}
