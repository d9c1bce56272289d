package rebound.store;

import java.nio.file.Path;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** Care for the database. */
@ProviderType
public interface Upkeep {

	/** Watches long work. */
	@FunctionalInterface
	interface Watch {
		/** Looks away. */
		Watch NONE = (fraction, items) -> {
		};

		/**
		 * Takes notice of how far the work has come; may throw an exception to stop it.
		 *
		 * @param fraction the part that is done, 0 to 1
		 * @param items    number of rows, tables or files done so far
		 */
		void done(double fraction, long items);
	}

	/** @return what is wrong with the database; empty when all is well */
	List<Damage> check(Watch watch);

	/**
	 * Copies the database into a folder that does not exist yet; it appears when it is whole. The database can be read
	 * meanwhile; who wants to write waits.
	 */
	void backup(Path folder, Watch watch);

	/** Gives unused disk space back, one table after the other. */
	void compact(Watch watch);

	/**
	 * Copies everything into another database, which must be empty; all of it or, on an exception, nothing.
	 */
	void copyTo(BounceStore target, Watch watch);

	/**
	 * Makes the groups of a database server's users that read, work and administrate, and gives them their rights on this
	 * database; doing it again repairs them. Users are put into groups with the server's own means.
	 *
	 * @return the groups' names: reader, operator, administrator
	 * @throws StoreException with {@link StoreException.Code#BAD_LOCATION} if the database has no users
	 */
	List<String> createRoles();

	/**
	 * Something wrong with the database.
	 *
	 * @param code   what is wrong
	 * @param detail where, for people
	 */
	record Damage(Code code, String detail) {

		/** What can be wrong. */
		public enum Code {
			/** A table and its indexes disagree. */
			INCONSISTENT_TABLE,
			/** A row names another that is not there. */
			MISSING_ROW,
			/** A mail can't be unpacked or is not the one its hash tells. */
			BROKEN_MAIL
		}
	}
}
