package rebound.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The programs and services a suppression list can be written for. */
public enum SuppressionProfile {
	/** One address a line. */
	PLAIN("txt", true),
	/** One SHA-256 of an address a line, in lower-case hexadecimal; the address in lower case, in UTF-8. */
	SHA256("txt", true),
	/** As SHA256, but HMAC-SHA-256 (RFC 2104) with the setting {@code key}. */
	HMAC("txt", true),
	/** Amazon SES, account-level list: CSV for a bulk import job. */
	SES("csv", true),
	/** Amazon SES, account-level list: JSON Lines for a bulk import job. */
	SES_JSON("jsonl", true),
	/** Mailgun: CSV for the import of a domain's bounces. */
	MAILGUN("csv", true),
	/** Brevo: CSV for an import with "Blacklist the imported". */
	BREVO("csv", true),
	/** listmonk: CSV for an import in the mode "blocklist". */
	LISTMONK("csv", true),
	/** SendGrid: CSV for an import of global unsubscribes. */
	SENDGRID("csv", false),
	/** Mailchimp: CSV for an import as unsubscribed. */
	MAILCHIMP("csv", false),
	/** Postmark: one body of a request to its suppressions API a line. */
	POSTMARK("jsonl", true),
	/** SparkPost: CSV for the upload of a suppression list. */
	SPARKPOST("csv", true),
	/** Odoo: CSV for an import into {@code mail.blacklist}. */
	ODOO("csv", true),
	/** HubSpot: CSV for an opt-out list. */
	HUBSPOT("csv", true);

	private final String extension;
	private final boolean verified;

	SuppressionProfile(String extension, boolean verified) {
		this.extension = extension;
		this.verified = verified;
	}

	/** @return the stable id, for example {@code "ses-json"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** @return the file name's usual end without the dot */
	public String extension() {
		return extension;
	}

	/** @return whether the service's documentation or source was found to say so; else it is from common knowledge */
	public boolean isVerified() {
		return verified;
	}

	/** @return the profile with this id in any case, or empty */
	public static Optional<SuppressionProfile> of(String id) {
		return Arrays.stream(values()).filter(profile -> profile.id().equalsIgnoreCase(id)).findFirst();
	}
}
