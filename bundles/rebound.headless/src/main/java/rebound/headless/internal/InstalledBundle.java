package rebound.headless.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the list of bundles that Equinox starts with ({@code bundles.info}). Read before the framework runs, with
 * nothing but the JDK.
 *
 * @param line    as it stands there
 * @param started whether it is started before anybody asks for it
 */
record InstalledBundle(String line, String name, String version, Path file, int startLevel, boolean started) {

	/** @param home what the files' names are relative to */
	static List<InstalledBundle> read(Path home, Path list) throws IOException {
		List<InstalledBundle> bundles = new ArrayList<>();
		for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
			String[] fields = line.split(",");
			if (!line.startsWith("#") && fields.length == 5) {
				bundles.add(new InstalledBundle(line, fields[0], fields[1],
						home.resolve(fields[2].replaceFirst("^file:", "")), Integer.parseInt(fields[3]),
						Boolean.parseBoolean(fields[4])));
			}
		}
		return bundles;
	}
}
