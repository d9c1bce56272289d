package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rebound.report.BounceReport;
import rebound.report.CrmProfile;
import rebound.report.ReportException;
import rebound.report.ReportOptions;
import rebound.report.Samples;

class CrmFormatTest {

	@TempDir
	Path folder;

	private List<CSVRecord> written(String profile, String key) throws IOException {
		ReportOptions options = ReportOptions.DEFAULT.with("profile", profile);
		BounceReport.stock().write("crm", Samples.data(3), key == null ? options : options.with("key", key),
				folder.resolve("crm.csv"));
		String text = Files.readString(folder.resolve("crm.csv"));
		assertFalse(text.startsWith("\ufeff"));
		try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180.builder().setHeader().get())) {
			return parser.getRecords();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"salesforce|Rebound_External_Id__c,EmailBouncedReason,EmailBouncedDate|X-1|2",
			"hubspot|Email,Bounce Status,Bounce Reason,Bounce Date,Suggested Email|Anna.Berg@b\u00fccher.example|2",
			"dynamics|(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,Email,Do not allow Bulk Emails|003A|1",
			"zoho|Record Id,Email,Bounce Status,Bounce Reason,Bounce Date,Suggested Email|003A|2",
			"suitecrm|id,first_name,last_name,email1,invalid_email|003A|1",
			"civicrm|Contact ID,Email,On Hold|003A|1",
			"odoo|id,email,x_bounce_status,x_bounce_reason,x_bounce_date,x_suggested_email|X-1|2" })
	void speaksTheProgramsOwnNames(String profile, String header, String first, int rows) throws IOException {
		List<CSVRecord> records = written(profile, null);
		assertEquals(List.of(header.split(",")), records.getFirst().getParser().getHeaderNames());
		assertEquals(first, records.getFirst().get(0));
		assertEquals(rows, records.size(), "soft bounces and other customers' second addresses are left out");
	}

	@Test
	void salesforceGetsItsFormsAndAMap() throws IOException {
		CSVRecord record = written("salesforce", "Id").getFirst();
		assertEquals("003A", record.get("Id"));
		assertEquals("2026-11-22T23:59:58Z", record.get("EmailBouncedDate"));
		assertTrue(record.get("EmailBouncedReason").startsWith("No such mailbox: 550 5.1.1"));
		assertTrue(record.get("EmailBouncedReason").length() <= 255);
		assertTrue(
				Files.readString(folder.resolve("crm-map.sdl")).contains("\nEmailBouncedReason=EmailBouncedReason\n"));
	}

	@ParameterizedTest
	@EnumSource(CrmProfile.class)
	void aBounceIsNoUnsubscription(CrmProfile profile) throws IOException {
		String header = String.join(",", written(profile.id(), null).getFirst().getParser().getHeaderNames())
				.toLowerCase(Locale.ROOT).replace(" ", "");
		assertFalse(header.contains("optout") || header.contains("optedout") || header.contains("unsubscribe"), header);
	}

	@Test
	void aProfileMustBeNamed() {
		assertThrows(ReportException.class, () -> written("", null));
		assertThrows(ReportException.class, () -> written("abacus", null));
	}
}
