package rebound.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The business programs an update of contacts can be written for. None was tried against the live program; what is
 * verified follows its documentation.
 */
public enum CrmProfile {
	/** Contacts, upsert by an external id field of the user's own. */
	SALESFORCE(false),
	/** Contacts, by e-mail address or Record ID, with properties of the user's own. */
	HUBSPOT(true),
	/** Contacts, re-import of an export with its three columns that must not change. */
	DYNAMICS(false),
	/** Contacts by Record Id, with fields of the user's own. */
	ZOHO(true),
	/** Contacts by id, the address marked as invalid. */
	SUITECRM(false),
	/** Contacts by Contact ID, the address put on hold. */
	CIVICRM(false),
	/** Contacts by external id, with fields of the user's own. */
	ODOO(true);

	private final boolean verified;

	CrmProfile(boolean verified) {
		this.verified = verified;
	}

	/** @return the stable id, for example {@code "salesforce"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @return whether the program's documentation says that it reads such a file, which names records by this key; else
	 *         the fields are known to exist, but not whether an import may write them
	 */
	public boolean isVerified() {
		return verified;
	}

	/** @return the profile with this id in any case, or empty */
	public static Optional<CrmProfile> of(String id) {
		return Arrays.stream(values()).filter(profile -> profile.id().equalsIgnoreCase(id)).findFirst();
	}
}
