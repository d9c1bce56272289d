package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.model.BounceType;
import rebound.model.Grounds;
import rebound.model.PolicyRule;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.report.BounceReport;
import rebound.report.ReportData;
import rebound.report.ReportException;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.Samples;
import rebound.report.SuppressionProfile;
import rebound.report.WrittenReport;

class SuppressionFormatTest {

	@TempDir
	Path folder;

	private WrittenReport written(String profile, List<ReportRow> rows) throws IOException {
		ReportOptions options = ReportOptions.DEFAULT.with("profile", profile).with("key", "secret");
		return BounceReport.stock().write("suppression", Samples.data(rows, List.of()), options,
				folder.resolve("suppressed.txt"));
	}

	private static ReportRow blocked(ReportRow row, Reason grounds) {
		Standing old = row.standing();
		Standing standing = new Standing(old.address(), Standing.State.BLOCKED, old.since(), null, null, null,
				new Grounds(PolicyRule.USER, grounds, 1, null, null, null), null, old.counters(), 1, false, null);
		return new ReportRow(row.customer(), row.email(), row.last(), standing, null, null, row.followUp(),
				row.findings());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "plain|anna.berg@xn--bcher-kva.example",
			"ses|anna.berg@xn--bcher-kva.example,BOUNCE",
			"ses-json|{\"emailAddress\":\"anna.berg@xn--bcher-kva.example\",\"reason\":\"BOUNCE\"}",
			"brevo|EMAIL/anna.berg@xn--bcher-kva.example",
			"listmonk|email,name,attributes/anna.berg@xn--bcher-kva.example,Anna Berg,\"{\"\"bounce_reason\"\": \"\"userunknown\"\"}\"",
			"sendgrid|email/anna.berg@xn--bcher-kva.example", "mailchimp|Email Address/anna.berg@xn--bcher-kva.example",
			"postmark|{\"Suppressions\":[{\"EmailAddress\":\"anna.berg@xn--bcher-kva.example\"}]}",
			"sparkpost|recipient,type,description/anna.berg@xn--bcher-kva.example,non_transactional,userunknown",
			"odoo|email/anna.berg@xn--bcher-kva.example", "hubspot|Email/anna.berg@xn--bcher-kva.example" })
	void writesWhatEachServiceExpects(String profile, String wanted) throws IOException {
		WrittenReport report = written(profile, List.of(Samples.full()));
		assertEquals(List.of(wanted.split("/")), Files.readAllLines(report.files().getFirst().file()));
		assertEquals(1, report.files().getFirst().records());
	}

	@Test
	void mailgunGetsCodeTextAndMailDate() throws IOException {
		String text = Files.readString(written("mailgun", List.of(Samples.full())).files().getFirst().file());
		assertTrue(text.startsWith("address,code,error,created_at\r\nanna.berg@xn--bcher-kva.example,550,\"550 5.1.1 "),
				text);
		assertTrue(text.endsWith(",\"Sun, 22 Nov 2026 23:59:58 +0000\"\r\n"), text);
		assertEquals(2, text.lines().count());
	}

	@Test
	void hashesAreOfTheFoldedAddress() throws IOException {
		ReportRow row = Samples.full();
		ReportRow plain = new ReportRow(null, "Anna@ACME.example", row.last(), row.standing(), null, null,
				row.followUp(), row.findings());
		assertEquals(List.of("cf9794e832c05b7ad7a478c3441a956ef9a03be8210f3612675478a83cee7be1"),
				Files.readAllLines(written("sha256", List.of(plain)).files().getFirst().file()));
		assertEquals(List.of("6ee6ba34810e9b2f3b48d87b1abd977e1f7ea0509431dd85f4c3c989172b03e0"),
				Files.readAllLines(written("hmac", List.of(plain)).files().getFirst().file()));
	}

	@Test
	void softAndSendersFaultsNeverGetOntoTheList() throws IOException {
		List<ReportRow> rows = new ArrayList<>(List.of(Samples.empty()));
		for (int i = 0; i < 3; i++) {
			rows.add(Samples.ordinary(i));
			rows.add(blocked(Samples.ordinary(i), null));
		}
		ReportRow hardNowSoftGrounds = blocked(Samples.ordinary(3), Reason.MAILBOXFULL);
		assertEquals(Reason.USERUNKNOWN, hardNowSoftGrounds.last().verdict().reason());
		rows.add(hardNowSoftGrounds);
		for (SuppressionProfile profile : SuppressionProfile.values()) {
			assertEquals(1, written(profile.id(), rows).files().getFirst().records(), profile.id());
		}
		assertEquals(List.of("user0@corp0.example"),
				Files.readAllLines(written("plain", rows).files().getFirst().file()));
		for (Reason reason : Reason.values()) {
			assertEquals(reason.type() != BounceType.SOFT,
					SuppressionFormat.belongs(blocked(Samples.full(), reason)), reason.id());
		}
	}

	@Test
	void anAddressOfTwoCustomersStandsOnce() throws IOException {
		assertEquals(1, written("plain", List.of(Samples.full(), Samples.full())).files().getFirst().records());
	}

	@Test
	void aListLongerThanTheServiceTakesIsSplit() throws IOException {
		WrittenReport report = BounceReport.stock().write("suppression",
				new ReportData(receiver -> {
					ReportRow row = blocked(Samples.ordinary(0), null);
					for (int i = 0; i < 100_001; i++) {
						receiver.row(new ReportRow(null, "u" + i + "@acme.example", null, row.standing(), null, null,
								row.followUp(), row.findings()));
					}
				}, receiver -> {
				}, List.of(), null, null), ReportOptions.DEFAULT.with("profile", "ses"), folder.resolve("ses.csv"));
		assertEquals(List.of("ses.csv", "ses-2.csv"),
				report.files().stream().map(part -> part.file().getFileName().toString()).toList());
		assertEquals(List.of(100_000L, 1L), report.files().stream().map(WrittenReport.Part::records).toList());
	}

	@Test
	void aSecretListNeedsItsKeyAndAProfileItsName() {
		for (ReportOptions options : List.of(ReportOptions.DEFAULT.with("profile", "hmac"),
				ReportOptions.DEFAULT.with("profile", "pigeon"))) {
			ReportException failure = assertThrows(ReportException.class, () -> BounceReport.stock()
					.write("suppression", Samples.data(1), options, folder.resolve("x")));
			assertEquals(ReportException.Code.BAD_SETTING, failure.code());
		}
		assertFalse(Files.exists(folder.resolve("x")));
	}
}
