package rebound.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/** The blocking policies that were in force, with all their settings: each decision names one. */
@ProviderType
public interface PolicyStore {

	/** Keeps a policy's settings; one that is known stays as it is. */
	void keep(String version, String settings, Instant now);

	/**
	 * Puts a policy in force for this database. All addresses are due to be judged again.
	 *
	 * @param seen the version that was in force when the user chose
	 * @throws StoreException with {@link StoreException.Code#CHANGED} if somebody has chosen another one since
	 */
	void choose(String version, String settings, String seen, String by, Instant now);

	/** @return the policy that the user put in force last, or empty when the program's own is */
	Optional<Version> chosen();

	/** @return the policy of this version, or empty */
	Optional<Version> find(String version);

	/** @return all that were ever in force, the first one first */
	List<Version> list();

	/**
	 * A blocking policy. Absent values are {@code null}.
	 *
	 * @param version   its name
	 * @param settings  as lines {@code name=value}
	 * @param firstUsed when it was first in force
	 * @param chosen    when the user put it in force last
	 * @param by        who that was
	 */
	record Version(String version, String settings, Instant firstUsed, Instant chosen, String by) {
	}
}
