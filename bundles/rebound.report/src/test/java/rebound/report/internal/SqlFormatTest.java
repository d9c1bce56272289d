package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rebound.report.BounceReport;
import rebound.report.ReportException;
import rebound.report.ReportOptions;
import rebound.report.Samples;
import rebound.report.WrittenReport;

class SqlFormatTest {

	@TempDir
	Path folder;

	@Test
	void aDialectThatIsNoneNamesThoseThereAre() {
		ReportException wrong = assertThrows(ReportException.class,
				() -> SqlDialect.of(ReportOptions.DEFAULT.with("dialect", "oracle")));
		assertEquals("BAD_SETTING: dialect (ansi, postgresql, mysql, sqlserver, sqlite)", wrong.getMessage());
	}

	private String written(SqlDialect dialect) throws IOException {
		WrittenReport report = BounceReport.stock().write("sql", Samples.data(150),
				ReportOptions.DEFAULT.with("dialect", dialect.id()), folder.resolve("report.sql"));
		assertEquals(303, report.files().getFirst().records());
		return Files.readString(folder.resolve("report.sql"));
	}

	@ParameterizedTest
	@EnumSource(SqlDialect.class)
	void isOneTransactionThatEndsWithItsCommit(SqlDialect dialect) throws IOException {
		String script = written(dialect);
		assertTrue(script.endsWith(dialect.commit()));
		assertEquals(1, script.split("COMMIT", -1).length - 1);
		assertEquals(4, script.split("INSERT INTO " + quoted(dialect.waiting("bounce_report")), -1).length - 1
				+ script.split("INSERT INTO " + quoted(dialect.waiting("bounce_report_event")), -1).length - 1);
		assertEquals(dialect == SqlDialect.ANSI, Files.exists(folder.resolve("report-table.sql")));
	}

	private static String quoted(String text) {
		return Pattern.quote(text + " (");
	}

	@ParameterizedTest
	@EnumSource(SqlDialect.class)
	void hostileTextStaysText(SqlDialect dialect) {
		assertTrue(dialect.text("'); DROP TABLE x; --").endsWith("'''); DROP TABLE x; --'"));
		String lines = dialect.text("a\n\\! rm\nGO\n.shell x\r\u2028y\u0000z");
		assertTrue(lines.lines().count() == 1 && lines.endsWith("'a \\! rm GO .shell x y z'"), lines);
	}

	@Test
	void sqlcmdSubstitutesNothing() {
		assertEquals("N'a $' + N'(user)'", SqlDialect.SQLSERVER.text("a $(user)"));
	}

	@Test
	void literalsAreOfTheirType() throws IOException {
		String script = written(SqlDialect.POSTGRESQL);
		assertTrue(script.contains("TIMESTAMPTZ '2026-11-22T23:59:58Z'"));
		assertTrue(script.contains("DATE '2019-02-28'"));
		assertTrue(script.contains(", 1234.5, "));
		assertTrue(script.contains("\n('007', 'X-1', "));
		assertTrue(script.contains("\n('', NULL, "), "an address of no customer has the empty id");
	}

	@Test
	void keysAreAlwaysThere() throws IOException {
		ReportOptions options = new ReportOptions(ReportOptions.DEFAULT.locale(), ReportOptions.DEFAULT.zone(),
				List.of("email"), false, Map.of("dialect", "sqlite", "table", "Mine"));
		BounceReport.stock().write("sql", Samples.data(1), options, folder.resolve("x.sql"));
		String script = Files.readString(folder.resolve("x.sql"));
		assertTrue(script.contains("INSERT INTO \"Mine_new\" (\"email\", \"address_key\", \"customer_id\")"), script);
		assertFalse(script.contains("event"));
	}

	@Test
	void aTableNameIsAName() {
		for (Map<String, String> settings : List.of(Map.of("table", "x\"; DROP TABLE y"), Map.of("table", ""),
				Map.of("table", "1x"), Map.of("dialect", "cobol"))) {
			ReportOptions options = new ReportOptions(ReportOptions.DEFAULT.locale(), ReportOptions.DEFAULT.zone(),
					List.of(), true, settings);
			assertThrows(ReportException.class,
					() -> BounceReport.stock().write("sql", Samples.data(1), options, folder.resolve("x.sql")));
		}
	}
}
