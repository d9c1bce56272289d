package rebound.pipeline.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

import rebound.customers.ChangingSource;
import rebound.customers.ReadSettings;
import rebound.pipeline.CustomerImport;
import rebound.store.BounceStore;

/**
 * Imports what changed since the last import. How far that was stands beside the connection file, in a file of the same
 * name with {@code .sync} behind it, for each database; without it all is read.
 */
public final class ChangedCustomers {

	private final ChangingSource source;
	private final String location;
	private final BounceStore store;
	private final ServiceWatch watch;

	public ChangedCustomers(ChangingSource source, String location, BounceStore store, ServiceWatch watch) {
		this.watch = watch;
		this.source = source;
		this.location = location;
		this.store = store;
	}

	/** @param removeGone whether to remove the customers that are not there any more */
	public CustomerImport read(ReadSettings settings, CustomerRows rows, boolean removeGone) throws IOException {
		Path file = Path.of(location + ".sync");
		Properties known = load(file);
		String since = store.customers().count() == 0 ? null : known.getProperty(database());
		Set<String> gone = new HashSet<>();
		ChangingSource.State state = watch.call(source.id(), life -> source.readChanges(location, since,
				settings, new WatchedRows(rows, life), record -> life.step(() -> gone.add(record))));
		CustomerImport summary = state.isAll() ? rows.finish(removeGone) : rows.finishChanges(gone, removeGone);
		if (state.token() == null) {
			known.remove(database());
		} else {
			known.setProperty(database(), state.token());
		}
		save(known, file);
		return summary;
	}

	private static Properties load(Path file) throws IOException {
		Properties properties = new Properties();
		if (Files.exists(file)) {
			try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
				properties.load(text);
			} catch (IllegalArgumentException broken) {
				properties.clear();
			}
		}
		return properties;
	}

	private static void save(Properties properties, Path file) {
		Path aside = file.resolveSibling(file.getFileName() + ".tmp");
		try {
			try (Writer text = Files.newBufferedWriter(aside, StandardCharsets.UTF_8)) {
				properties.store(text, null);
			}
			Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException unwritable) {
			// A folder that must not be written to: all is read again the next time.
		}
	}

	/** A database's URL may hold a password. */
	private String database() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
					.digest(store.location().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 16);
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}
}
