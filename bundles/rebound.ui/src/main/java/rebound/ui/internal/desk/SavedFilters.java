package rebound.ui.internal.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ILog;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** The filters of the bounce log that the user saved under a name. */
public final class SavedFilters {

	private static final int LONGEST_NAME = 60;

	private final Preferences node;

	/** @param node where they are kept */
	public SavedFilters(Preferences node) {
		this.node = node;
	}

	/** @return their names, sorted */
	public List<String> names() {
		try {
			return Arrays.stream(node.childrenNames()).sorted(String.CASE_INSENSITIVE_ORDER).toList();
		} catch (BackingStoreException unreadable) {
			ILog.of(SavedFilters.class).warn(unreadable.toString(), unreadable);
			return List.of();
		}
	}

	/** @return whether a filter can have this name */
	public static boolean isName(String name) {
		return !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf('/') < 0;
	}

	/** Keeps a filter, in place of the one of its name. */
	public void save(String name, Map<String, String> filter) {
		Preferences kept = node.node(name.strip());
		filter.forEach(kept::put);
		flush();
	}

	/** @return what a filter asks for; empty if there is none of this name */
	public Map<String, String> find(String name) {
		Map<String, String> filter = new LinkedHashMap<>();
		try {
			if (node.nodeExists(name)) {
				Preferences kept = node.node(name);
				for (String key : kept.keys()) {
					filter.put(key, kept.get(key, ""));
				}
			}
		} catch (BackingStoreException unreadable) {
			ILog.of(SavedFilters.class).warn(unreadable.toString(), unreadable);
		}
		return filter;
	}

	/** Forgets a filter. */
	public void remove(String name) {
		try {
			if (node.nodeExists(name)) {
				node.node(name).removeNode();
				flush();
			}
		} catch (BackingStoreException unreadable) {
			ILog.of(SavedFilters.class).warn(unreadable.toString(), unreadable);
		}
	}

	private void flush() {
		try {
			node.flush();
		} catch (BackingStoreException unwritable) {
			ILog.of(SavedFilters.class).warn(unwritable.toString(), unwritable);
		}
	}
}
