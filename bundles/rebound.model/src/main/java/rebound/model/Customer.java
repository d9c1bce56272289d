package rebound.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer as the customer database describes it. Absent values are {@code null}.
 *
 * @param id            the user's own id; unique in one customer database
 * @param emails        addresses as written, the preferred one first
 * @param value         worth in the user's currency, for ranking
 * @param isProtected   only ever suggested, never blocked automatically
 * @param countryCode   ISO 3166-1 alpha-2
 * @param language      BCP 47
 * @param other         columns Rebound has no name for, by their header, in order
 */
public record Customer(String id, String externalId, String crmRecordId, String salutation, String firstName,
		String lastName, String fullName, String jobTitle, String company, String department, String accountId,
		String owner, String ownerEmail, String language, Double value, String customerClass, LocalDate since,
		LocalDate lastOrder, String consentStatus, List<String> emails, String phone, String mobile, String street,
		String postalCode, String city, String region, String countryCode, String website, boolean isProtected,
		Map<String, String> other) {

	public Customer {
		emails = List.copyOf(emails);
		other = other.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(other));
	}

	/** @return the full name, or first and last name joined, never {@code null} */
	public String displayName() {
		if (fullName != null && !fullName.isBlank()) {
			return fullName;
		}
		String joined = (firstName == null ? "" : firstName) + ' ' + (lastName == null ? "" : lastName);
		return joined.strip();
	}
}
