package rebound.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BounceReportTest {

	/** The formats that want a profile both know this one. */
	private static final ReportOptions ODOO = ReportOptions.DEFAULT.with("profile", "odoo");

	@TempDir
	Path folder;

	private final BounceReport report = BounceReport.stock();

	static List<String> formats() {
		return BounceReport.stock().formats();
	}

	@ParameterizedTest
	@MethodSource("formats")
	void sameInputGivesTheSameBytes(String format) throws IOException {
		WrittenReport one = report.write(format, Samples.data(50), ODOO, folder.resolve("1/report"));
		WrittenReport two = report.write(format, Samples.data(50), ODOO, folder.resolve("2/report"));
		for (int i = 0; i < one.files().size(); i++) {
			assertArrayEquals(Files.readAllBytes(one.files().get(i).file()),
					Files.readAllBytes(two.files().get(i).file()));
		}
		assertEquals(Files.readString(one.metadata()), Files.readString(two.metadata()));
	}

	@Test
	void metadataTellsWhatIsInTheFiles() throws IOException {
		WrittenReport written = report.write("csv", Samples.data(3), ReportOptions.DEFAULT,
				folder.resolve("bounce-report.csv"));
		assertEquals(List.of("bounce-report.csv", "bounce-report-events.csv"),
				written.files().stream().map(part -> part.file().getFileName().toString()).toList());
		assertEquals(List.of(5L, 4L), written.files().stream().map(WrittenReport.Part::records).toList());
		String json = Files.readString(folder.resolve("bounce-report.csv.meta.json"));
		assertTrue(json.contains("\"count\": 5,\n  \"sha256\": \"" + written.files().getFirst().sha256() + "\""), json);
		assertTrue(json.contains("\"filter\": \"period 2026\""), json);
		assertTrue(json.contains("\"policy_version\": \"policy-1\""), json);
		assertTrue(json.contains("\"time_zone\": \"UTC\""), json);
	}

	@Test
	void aStopLeavesEverythingAsItWas() throws IOException {
		Path file = Files.writeString(folder.resolve("report.csv"), "before");
		Rows<ReportRow> stopped = receiver -> {
			receiver.row(Samples.full());
			throw new CancellationException();
		};
		ReportData data = new ReportData(stopped, receiver -> {
		}, List.of(), null, null);
		for (String format : report.formats()) {
			assertThrows(CancellationException.class,
					() -> report.write(format, data, ODOO, file));
		}
		assertEquals("before", Files.readString(file));
		assertEquals(1, count());
	}

	@Test
	void tellsWhichFormatFailed() throws IOException {
		BounceReport broken = new BounceReport(List.of(format("broken", files -> {
			throw new IllegalStateException("boom");
		})));
		ReportException failure = assertThrows(ReportException.class,
				() -> broken.write("broken", Samples.data(1), ReportOptions.DEFAULT, folder.resolve("x")));
		assertEquals(ReportException.Code.FORMAT_FAILED, failure.code());
		assertTrue(failure.getMessage().contains("broken"));
		assertEquals(0, count());
	}

	@Test
	void aFileThatDoesNotHoldItsRecordsIsNotPublished() throws IOException {
		BounceReport lossy = new BounceReport(List.of(format("lossy", files -> {
			try (OutputStream out = files.open(ReportFiles.MAIN)) {
				out.write("one\n".getBytes(StandardCharsets.UTF_8));
			}
			return List.of(new WrittenFile(ReportFiles.MAIN, 2,
					file -> new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().count()));
		})));
		ReportException failure = assertThrows(ReportException.class,
				() -> lossy.write("lossy", Samples.data(1), ReportOptions.DEFAULT, folder.resolve("x")));
		assertEquals(ReportException.Code.SELF_CHECK_FAILED, failure.code());
		assertEquals(0, count());
	}

	@Test
	void anUnknownFormatIsToldByName() {
		ReportException failure = assertThrows(ReportException.class,
				() -> report.write("doc", Samples.data(1), ReportOptions.DEFAULT, folder.resolve("x")));
		assertEquals(ReportException.Code.UNKNOWN_FORMAT, failure.code());
	}

	private long count() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.count();
		}
	}

	private interface Writing {
		List<WrittenFile> write(ReportFiles files) throws IOException;
	}

	private static ReportFormat format(String id, Writing writing) {
		return new ReportFormat() {
			@Override
			public String id() {
				return id;
			}

			@Override
			public String extension() {
				return "txt";
			}

			@Override
			public List<WrittenFile> write(ReportData data, ReportOptions options, ReportFiles files)
					throws IOException {
				return writing.write(files);
			}
		};
	}
}
