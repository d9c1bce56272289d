package rebound.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The business programs an update of contacts can be written for. All are unverified: none was tried against the live
 * program.
 */
public enum CrmProfile {
	/** Contacts, upsert by an external id field of the user's own. */
	SALESFORCE,
	/** Contacts, by e-mail address or Record ID, with properties of the user's own. */
	HUBSPOT,
	/** Contacts, re-import of an export with its three columns that must not change. */
	DYNAMICS,
	/** Contacts by Record Id, with fields of the user's own. */
	ZOHO,
	/** Contacts by id, the address marked as invalid. */
	SUITECRM,
	/** Contacts by Contact ID, the address put on hold. */
	CIVICRM,
	/** Contacts by external id, with fields of the user's own. */
	ODOO;

	/** @return the stable id, for example {@code "salesforce"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return the profile with this id in any case, or empty */
	public static Optional<CrmProfile> of(String id) {
		return Arrays.stream(values()).filter(profile -> profile.id().equalsIgnoreCase(id)).findFirst();
	}
}
