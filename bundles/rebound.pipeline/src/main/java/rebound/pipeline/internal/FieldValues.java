package rebound.pipeline.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import rebound.customers.MappedColumn;
import rebound.model.Customer;

/** Shows what was read from a column, for people who check how a file is understood. */
public final class FieldValues {

	static final int MOST = 3;

	private FieldValues() {
	}

	/** @return some values that the customers have of the column */
	public static String of(MappedColumn column, List<Customer> customers) {
		return customers.stream().map(customer -> value(column, customer)).filter(Objects::nonNull)
				.map(Object::toString).filter(text -> !text.isEmpty()).distinct().limit(MOST)
				.collect(Collectors.joining(", "));
	}

	private static Object value(MappedColumn column, Customer customer) {
		return switch (column.field()) {
			case CUSTOMER_ID -> customer.id();
			case EXTERNAL_ID -> customer.externalId();
			case CRM_RECORD_ID -> customer.crmRecordId();
			case SALUTATION -> customer.salutation();
			case FIRST_NAME -> customer.firstName();
			case LAST_NAME -> customer.lastName();
			case FULL_NAME -> customer.fullName();
			case JOB_TITLE -> customer.jobTitle();
			case COMPANY -> customer.company();
			case DEPARTMENT -> customer.department();
			case ACCOUNT_ID -> customer.accountId();
			case OWNER -> customer.owner();
			case OWNER_EMAIL -> customer.ownerEmail();
			case LANGUAGE -> customer.language();
			case CUSTOMER_VALUE -> customer.value();
			case CUSTOMER_CLASS -> customer.customerClass();
			case CUSTOMER_SINCE -> customer.since();
			case LAST_ORDER_DATE -> customer.lastOrder();
			case CONSENT_STATUS -> customer.consentStatus();
			case EMAIL -> String.join(" ", customer.emails());
			case PHONE -> customer.phone();
			case MOBILE -> customer.mobile();
			case STREET -> customer.street();
			case POSTAL_CODE -> customer.postalCode();
			case CITY -> customer.city();
			case REGION -> customer.region();
			case COUNTRY_CODE -> customer.countryCode();
			case WEBSITE -> customer.website();
			case PROTECTED -> customer.isProtected();
			case OTHER -> customer.other().get(column.header());
			case NONE -> null;
		};
	}
}
