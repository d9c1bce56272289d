package rebound.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import rebound.report.ReportException.Code;
import rebound.report.TableTarget.Upserted;

/** Into Derby; releng/prove-exports does the same with PostgreSQL. */
class TableTargetTest {

	@TempDir
	private static Path folder;
	private static int databases;

	private final BounceReport report = BounceReport.stock();
	private String url;

	@BeforeAll
	static void derbyKeepsNoLog() {
		System.setProperty("derby.stream.error.method", "java.io.OutputStream.nullOutputStream");
	}

	@BeforeEach
	void anEmptyDatabase() {
		url = "jdbc:derby:" + folder.resolve("db" + databases++) + ";create=true";
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(url);
	}

	private List<Upserted> write(ReportData data, ReportOptions options, boolean create) throws IOException {
		return report.write(data, options, new TableTarget(this::connect, "bounce_report", create));
	}

	private List<Object> query(String sql) throws SQLException {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			List<Object> values = new ArrayList<>();
			while (result.next()) {
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					values.add(result.getObject(i));
				}
			}
			return values;
		}
	}

	@Test
	void rowsAreAddedOnceAndThenChanged() throws Exception {
		assertEquals(List.of(new Upserted("bounce_report", 1202, 0), new Upserted("bounce_report_event", 1201, 0)),
				write(Samples.data(1200), ReportOptions.DEFAULT, true));
		assertEquals(List.of(new Upserted("bounce_report", 3, 1202), new Upserted("bounce_report_event", 3, 1201)),
				write(Samples.data(1203), ReportOptions.DEFAULT, false));
		assertEquals(List.of(1205), query("SELECT COUNT(*) FROM \"bounce_report\""));
		LocalDateTime last = LocalDateTime.ofInstant(Samples.LAST, ZoneOffset.UTC);
		assertEquals(List.of("B\u00fccher & S\u00f6hne", 1234.5, Timestamp.valueOf(last), 3L),
				query("SELECT \"company\", \"customer_value\", \"last_bounce_utc\", \"hard_count\""
						+ " FROM \"bounce_report\" WHERE \"customer_id\" = '007'"));
		assertEquals(List.of("nobody@nowhere.example"),
				query("SELECT \"email\" FROM \"bounce_report\" WHERE \"customer_id\" = ''"));
	}

	@Test
	void aTableOfTheUsersOwnIsFilledAsItIs() throws Exception {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.executeUpdate("CREATE TABLE Bounce_Report (address_key VARCHAR(320), customer_id VARCHAR(20),"
					+ " diagnostic_text VARCHAR(10), last_bounce_utc VARCHAR(20), smtp_code INT, customer_since DATE,"
					+ " own_note VARCHAR(20) DEFAULT 'keep')");
		}
		ReportOptions options = new ReportOptions(Locale.ENGLISH, ReportOptions.DEFAULT.zone(),
				List.of("diagnostic_text", "last_bounce_utc", "smtp_code", "customer_since"), false, Map.of());
		assertEquals(List.of(new Upserted("bounce_report", 2, 0)), write(Samples.data(0), options, false));
		assertEquals(List.of("550 5.1.1 ", "2026-11-22T23:59:58Z", 550, Date.valueOf("2019-02-28"), "keep"),
				query("SELECT diagnostic_text, last_bounce_utc, smtp_code, customer_since, own_note FROM bounce_report"
						+ " WHERE customer_id = '007'"));
	}

	@Test
	void whatStopsHalfWayLeavesNothing() throws Exception {
		ReportData good = Samples.data(1000);
		Rows<EventRow> broken = receiver -> {
			throw new IOException("gone");
		};
		ReportData data = new ReportData(good.rows(), broken, good.campaigns(), null, "policy-1");
		assertEquals("gone",
				assertThrows(IOException.class, () -> write(data, ReportOptions.DEFAULT, true)).getMessage());
		assertEquals(Code.NO_TABLE, code(() -> write(good, ReportOptions.DEFAULT, false)));
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.executeUpdate("CREATE TABLE bounce_report (address_key VARCHAR(320), email VARCHAR(320))");
		}
		assertEquals(Code.NO_TABLE_COLUMN, code(() -> write(good, ReportOptions.DEFAULT, true)));
		assertEquals(List.of(0), query("SELECT COUNT(*) FROM bounce_report"));
	}

	@Test
	void aPassingFailureIsTriedAgainAnotherIsTold() throws Exception {
		AtomicInteger attempts = new AtomicInteger();
		TableTarget busy = new TableTarget(() -> {
			if (attempts.incrementAndGet() < 3) {
				throw new SQLException("deadlock", "40001");
			}
			return connect();
		}, "bounce_report", true);
		assertEquals(2, report.write(Samples.data(1), ReportOptions.DEFAULT, busy).size());
		assertEquals(3, attempts.get());
		TableTarget refused = new TableTarget(() -> {
			attempts.incrementAndGet();
			throw new SQLException("no such user", "28000");
		}, "bounce_report", true);
		assertEquals(Code.TARGET_FAILED, code(() -> report.write(Samples.data(1), ReportOptions.DEFAULT, refused)));
		assertEquals(4, attempts.get());
		assertEquals(Code.BAD_SETTING, code(() -> report.write(Samples.data(1), ReportOptions.DEFAULT,
				new TableTarget(this::connect, "x; DROP TABLE y", true))));
	}

	private static Code code(Executable action) {
		return assertThrows(ReportException.class, action).code();
	}
}
