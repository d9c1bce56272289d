package rebound.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.report.BounceReport;
import rebound.report.ReportOptions;
import rebound.report.Samples;

class JsonLinesFormatTest {

	@TempDir
	Path folder;

	@Test
	void writesAnObjectForEachRow() throws IOException {
		Path file = folder.resolve("report.jsonl");
		BounceReport.stock().write("jsonl", Samples.data(2), ReportOptions.DEFAULT, file);
		List<String> lines = Files.readAllLines(file);
		assertEquals(4, lines.size());
		String full = lines.getFirst();
		assertTrue(full.startsWith("{\"customer_id\":\"007\",\"external_id\":\"X-1\","), full);
		assertTrue(full.contains(",\"customer_value\":1234.5,"), full);
		assertTrue(full.contains(",\"hard_count\":3,"), full);
		assertTrue(full.contains(",\"customer_since\":\"2019-02-28\","), full);
		assertTrue(full.contains(",\"last_bounce_utc\":\"2026-11-22T23:59:58Z\","), full);
		assertTrue(full.contains("\"follow_up_note\":\"call \\\"her\\\"\\nagain\""), full);
		assertTrue(full.contains("A0\\r\\n\\u0007next"), full);
		assertTrue(lines.get(1).startsWith("{\"customer_id\":null,"), lines.get(1));
		assertEquals(3, Files.readAllLines(folder.resolve("report-events.jsonl")).size());
	}
}
