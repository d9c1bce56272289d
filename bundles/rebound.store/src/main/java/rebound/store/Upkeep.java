package rebound.store;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import org.osgi.annotation.versioning.ProviderType;

/** Care for the database. */
@ProviderType
public interface Upkeep {

	/** @return what is wrong with the database; empty when all is well */
	List<Damage> check();

	/** Copies the database, while it is in use, into a folder that does not exist yet; it appears when it is whole. */
	void backup(Path folder);

	/** Gives unused disk space back. */
	void compact();

	/**
	 * Copies everything into another database, which must be empty; all of it or, on an exception, nothing.
	 *
	 * @param copied told the number of rows copied so far, now and then; may throw to stop
	 */
	void copyTo(BounceStore target, LongConsumer copied);

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
