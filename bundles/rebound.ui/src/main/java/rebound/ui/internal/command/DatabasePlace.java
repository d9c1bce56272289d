package rebound.ui.internal.command;

import java.nio.file.Path;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Presets;

/** Where the databases are that the window opens. */
@Component(service = DatabasePlace.class)
public final class DatabasePlace {

	/** Preference node, and its key for the database that the user chose. */
	public static final String NODE = "rebound.ui";
	public static final String DATABASE = "database";
	private static final String SAMPLE_FOLDER = "sample-database";

	private final String fromCommandLine;

	/** Nothing was said on a command line. */
	@Activate
	public DatabasePlace() {
		this(null);
	}

	/** @param fromCommandLine goes before all settings; may be {@code null} */
	public DatabasePlace(String fromCommandLine) {
		this.fromCommandLine = fromCommandLine;
	}

	/** @return the user's own database: as said on the command line, in the preferences, or where it is by custom */
	public String own() {
		Presets presets = Presets.here();
		if (fromCommandLine != null && !presets.isLocked(Presets.DATABASE)) {
			return fromCommandLine;
		}
		String chosen = presets.isLocked(Presets.DATABASE) ? "" : preferences().get(DATABASE, "");
		return presets.choose(Presets.DATABASE, chosen.isBlank() ? null : chosen)
				.orElseGet(() -> DefaultDatabase.folder().toString());
	}

	/** Remembers another database as the user's own. */
	public void choose(String location) {
		preferences().put(DATABASE, location);
	}

	/** @return the database of the sample data, apart from the user's own */
	public static String sample() {
		return DefaultDatabase.folder().resolveSibling(SAMPLE_FOLDER).toString();
	}

	/** @return whether a location is the sample data's */
	public static boolean isSample(String location) {
		return Path.of(SAMPLE_FOLDER).equals(lastName(location));
	}

	private static Path lastName(String location) {
		return location.startsWith("jdbc:") ? null : Path.of(location).getFileName();
	}

	private static IEclipsePreferences preferences() {
		return InstanceScope.INSTANCE.getNode(NODE);
	}
}
