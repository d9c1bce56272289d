package rebound.customers;

import java.util.Locale;
import java.util.Optional;

/** What a column of customer data can mean. The ids are the report's column names where it has the column. */
public enum CustomerField {
	CUSTOMER_ID,
	EXTERNAL_ID,
	CRM_RECORD_ID,
	SALUTATION,
	FIRST_NAME,
	LAST_NAME,
	FULL_NAME,
	JOB_TITLE,
	COMPANY,
	DEPARTMENT,
	ACCOUNT_ID,
	OWNER,
	OWNER_EMAIL,
	LANGUAGE,
	CUSTOMER_VALUE,
	CUSTOMER_CLASS,
	CUSTOMER_SINCE,
	LAST_ORDER_DATE,
	CONSENT_STATUS,
	/** Any of the customer's addresses; a table may have several such columns, the first is the preferred one. */
	EMAIL,
	PHONE,
	MOBILE,
	STREET,
	POSTAL_CODE,
	CITY,
	REGION,
	COUNTRY_CODE,
	WEBSITE,
	/** Whether the customer is only ever suggested, never blocked automatically. */
	PROTECTED,
	/** Rebound has no name for it; kept under its header. */
	OTHER,
	/** Not read at all. */
	NONE;

	/** @return the stable id, for example {@code "first_name"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return the field with this id in any case, or empty */
	public static Optional<CustomerField> of(String id) {
		for (CustomerField field : values()) {
			if (field.name().equalsIgnoreCase(id.strip())) {
				return Optional.of(field);
			}
		}
		return Optional.empty();
	}
}
