package rebound.pipeline;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the database lies unless the user says otherwise: in the folder that the environment variable
 * {@value #VARIABLE} names (the start script sets it where data lie beside the program), else in the user's own folder,
 * as is the custom of the system. The window and the command line mean the same one.
 */
public final class DefaultDatabase {

	/** Environment variable with an absolute path. */
	private static final String VARIABLE = "REBOUND_DATA";

	private DefaultDatabase() {
	}

	/** @return the folder of the user who runs this program; it need not exist */
	public static Path folder() {
		// HOME goes before what the system knows of the user: "sudo -u", containers and tests set it.
		String home = System.getenv("HOME");
		return folder(System.getProperty("os.name", ""),
				home == null || !home.startsWith("/") ? System.getProperty("user.home") : home, System.getenv());
	}

	/** @return the folder of the configured mailboxes: as the administrator has set it, else beside the database */
	public static Path sources() {
		return Presets.here().value(Presets.SOURCES).map(Path::of).orElseGet(() -> folder().resolveSibling("sources"));
	}

	/** @return the folder of the report profiles the user saved, beside the database; it need not exist */
	public static Path reportProfiles() {
		return folder().resolveSibling("report-profiles");
	}

	/** @return the folder of the ways to read customers that the user saved, beside the database; it need not exist */
	public static Path importProfiles() {
		return folder().resolveSibling("import-profiles");
	}

	/** @return the file of the places that the user searches lost customers in, beside the database; it need not exist */
	public static Path searchLinks() {
		return folder().resolveSibling("search-links.txt");
	}

	/** XDG base directories, Windows' local application data, macOS' Application Support. */
	static Path folder(String system, String home, Map<String, String> environment) {
		String chosen = environment.get(VARIABLE);
		if (chosen != null && Path.of(chosen).isAbsolute()) {
			return Path.of(chosen, "database");
		}
		String name = system.toLowerCase(Locale.ROOT);
		if (name.startsWith("windows")) {
			String local = environment.get("LOCALAPPDATA");
			return (local == null || local.isBlank() ? Path.of(home, "AppData", "Local") : Path.of(local))
					.resolve("Rebound").resolve("database");
		}
		if (name.startsWith("mac")) {
			return Path.of(home, "Library", "Application Support", "Rebound", "database");
		}
		String data = environment.get("XDG_DATA_HOME");
		// The specification wants relative paths ignored.
		return (data == null || !data.startsWith("/") ? Path.of(home, ".local", "share") : Path.of(data))
				.resolve("rebound").resolve("database");
	}
}
