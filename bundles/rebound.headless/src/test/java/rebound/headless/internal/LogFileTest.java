package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import rebound.headless.ExitCode;
import rebound.pipeline.Presets;

class LogFileTest extends CliFixture {

	@Test
	void eachCommandIsALineThatTellsHowItEnded() throws Exception {
		Path log = folder.resolve("logs/rebound.log");
		try (AutoCloseable open = LogFile.begin(presets("log.file=" + log + "\n"))) {
			run("import", folder.resolve("nowhere").toString());
			assertEquals(ExitCode.OK, run("log"));
		}
		String text = Files.readString(Path.of(log + ".0"));
		assertTrue(text.lines().anyMatch(line -> line.matches("\\S+Z WARNING rebound.run: import ended with 3 .*")),
				text);
		assertTrue(text.lines().anyMatch(line -> line.matches("\\S+Z INFO rebound.run: log ended with 0 .*")), text);
		assertTrue(text.lines().anyMatch(line -> line.contains("nowhere")), text);
	}

	@Test
	void jsonIsOneObjectALine() throws Exception {
		Path log = folder.resolve("rebound.log");
		try (AutoCloseable open = LogFile.begin(presets("log.file=" + log + "\nlog.format=json\n"))) {
			plain("columns");
		}
		String text = Files.readString(Path.of(log + ".0"));
		assertTrue(text.startsWith("{\"time\":\"") && text.endsWith("}\n"), text);
		assertTrue(text.contains("\"logger\":\"rebound.run\",\"message\":\"columns ended with 0 after "), text);
	}

	@Test
	void whatIsFullIsPutAside() throws Exception {
		Path log = folder.resolve("full.log");
		Files.write(Path.of(log + ".0"), new byte[10_000_000]);
		try (AutoCloseable open = LogFile.begin(presets("log.file=" + log + "\n"))) {
			plain("columns");
			plain("columns");
		}
		assertTrue(Files.size(Path.of(log + ".1")) >= 10_000_000);
		assertTrue(Files.readString(Path.of(log + ".0")).contains("columns ended with 0"));
	}

	private Presets presets(String text) throws Exception {
		return Presets.read(Path.of(write("rebound.properties", text)));
	}
}
