package rebound.store;

import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/** Opens bounce databases. */
@ProviderType
public interface BounceStores {

	/**
	 * Opens a database; makes a new one where there is none, and brings an older one up to date.
	 *
	 * @param location a folder for an embedded Derby database, or a JDBC URL ({@code jdbc:postgresql://host/name} or
	 *                 {@code jdbc:derby:...})
	 * @return the open database; the caller closes it
	 * @throws StoreException if that is not possible
	 */
	BounceStore open(String location);

	/**
	 * Opens a database that exists already.
	 *
	 * @throws StoreException also with {@link StoreException.Code#NOT_FOUND}
	 */
	BounceStore openExisting(String location);

	/**
	 * Puts a backup in place.
	 *
	 * @param backup   the folder that {@link Upkeep#backup} wrote
	 * @param location the folder of the new database; none may be there
	 * @throws StoreException with {@link StoreException.Code#NOT_EMPTY} if there is one already
	 */
	void restore(Path backup, String location);
}
