package rebound.store.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import rebound.model.AddressKey;
import rebound.model.Customer;

/** A customer as rows of the tables of customers, their addresses and their words. */
final class CustomerRow {
	static final String COLUMNS = "id, external_id, crm_record_id, salutation, first_name, last_name, full_name, "
			+ "job_title, company, department, account_id, owner, owner_email, language, customer_value, "
			+ "customer_class, customer_since, last_order, consent_status, phone, mobile, street, postal_code, city, "
			+ "region, country_code, website, is_protected, other, emails";
	private static final int OTHER_LIMIT = 20_000;
	private static final char FIELD = '\u001F';
	private static final char ENTRY = '\u001E';

	private CustomerRow() {
	}

	/** Writes a row of {@link #COLUMNS} and the segment that the customer's words are in. */
	static void write(RowBatch insert, Customer customer, byte[] segment) throws SQLException {
		String[] texts = { customer.externalId(), customer.crmRecordId(), customer.salutation(), customer.firstName(),
				customer.lastName(), customer.fullName(), customer.jobTitle(), customer.company(),
				customer.department(), customer.accountId(), customer.owner(), customer.ownerEmail(),
				customer.language() };
		int[] lengths = { 200, 200, 100, 200, 200, 400, 200, 400, 200, 200, 200, 320, 35 };
		insert.text(1, customer.id());
		for (int i = 0; i < texts.length; i++) {
			insert.text(i + 2, Text.clean(texts[i], lengths[i]));
		}
		boolean hasValue = customer.value() != null && Double.isFinite(customer.value());
		insert.decimal(15, hasValue ? customer.value() : null);
		insert.text(16, Text.clean(customer.customerClass(), 100));
		insert.text(17, EventRow.day(customer.since()));
		insert.text(18, EventRow.day(customer.lastOrder()));
		String[] rest = { customer.consentStatus(), customer.phone(), customer.mobile(), customer.street(),
				customer.postalCode(), customer.city(), customer.region(), customer.countryCode(),
				customer.website() };
		int[] restLengths = { 100, 100, 100, 400, 40, 200, 200, 10, 500 };
		for (int i = 0; i < rest.length; i++) {
			insert.text(i + 19, Text.clean(rest[i], restLengths[i]));
		}
		insert.number(28, customer.isProtected() ? 1 : 0);
		insert.text(29, join(customer.other()));
		insert.text(30, emails(customer.emails()));
		insert.bytes(31, segment);
		insert.add();
	}

	/** @return the customers of these ids */
	static Map<String, Customer> read(Connection connection, Collection<String> ids) throws SQLException {
		Map<String, Customer> customers = new HashMap<>();
		Rows.eachOf(connection, "SELECT " + COLUMNS + " FROM " + Rows.byKey("customer") + " WHERE id IN ", ids,
				row -> customers.put(row.getString(1), read(row)));
		return customers;
	}

	static Customer read(ResultSet row) throws SQLException {
		double value = row.getDouble(15);
		Double known = row.wasNull() ? null : value;
		return new Customer(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
				row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getString(10),
				row.getString(11), row.getString(12), row.getString(13), row.getString(14), known, row.getString(16),
				date(row.getString(17)), date(row.getString(18)), row.getString(19), emails(row.getString(30)),
				row.getString(20),
				row.getString(21), row.getString(22), row.getString(23), row.getString(24), row.getString(25),
				row.getString(26), row.getString(27), row.getInt(28) != 0, split(row.getString(29)));
	}

	/** @return the customer as it will be read again: texts cut, addresses without repetition */
	static Customer stored(Customer customer, List<String> emails) {
		return new Customer(customer.id(), Text.clean(customer.externalId(), 200),
				Text.clean(customer.crmRecordId(), 200), Text.clean(customer.salutation(), 100),
				Text.clean(customer.firstName(), 200), Text.clean(customer.lastName(), 200),
				Text.clean(customer.fullName(), 400), Text.clean(customer.jobTitle(), 200),
				Text.clean(customer.company(), 400), Text.clean(customer.department(), 200),
				Text.clean(customer.accountId(), 200), Text.clean(customer.owner(), 200),
				Text.clean(customer.ownerEmail(), 320), Text.clean(customer.language(), 35), customer.value(),
				Text.clean(customer.customerClass(), 100), date(EventRow.day(customer.since())),
				date(EventRow.day(customer.lastOrder())), Text.clean(customer.consentStatus(), 100), emails,
				Text.clean(customer.phone(), 100), Text.clean(customer.mobile(), 100),
				Text.clean(customer.street(), 400), Text.clean(customer.postalCode(), 40),
				Text.clean(customer.city(), 200), Text.clean(customer.region(), 200),
				Text.clean(customer.countryCode(), 10), Text.clean(customer.website(), 500), customer.isProtected(),
				split(join(customer.other())));
	}

	/** @return the addresses that can be compared, by their folded form, in order, as many as a row takes */
	static Map<AddressKey, String> addresses(Customer customer) {
		Map<AddressKey, String> addresses = new LinkedHashMap<>();
		int length = 0;
		for (String email : customer.emails()) {
			String clean = Text.clean(email.strip(), 320).replace(ENTRY, ' ');
			AddressKey key = AddressKey.of(clean);
			length += clean.length() + 1;
			if (!clean.isEmpty() && key.value().length() <= 320 && key.domain().length() <= 255
					&& length <= OTHER_LIMIT) {
				addresses.putIfAbsent(key, clean);
			}
		}
		return addresses;
	}

	/** @return a stored customer's addresses as one text, or {@code null} */
	static String emails(Collection<String> stored) {
		return stored.isEmpty() ? null : String.join(String.valueOf(ENTRY), stored);
	}

	private static List<String> emails(String text) {
		return text == null ? List.of() : List.of(text.split(String.valueOf(ENTRY)));
	}

	private static String join(Map<String, String> other) {
		StringBuilder text = new StringBuilder();
		if (other != null) {
			for (Map.Entry<String, String> entry : other.entrySet()) {
				String name = unmarked(entry.getKey());
				String value = unmarked(entry.getValue());
				if (text.length() + name.length() + value.length() + 2 <= OTHER_LIMIT) {
					text.append(name).append(FIELD).append(value).append(ENTRY);
				}
			}
		}
		return text.isEmpty() ? null : text.toString();
	}

	private static String unmarked(String text) {
		return text == null ? "" : Text.clean(text, OTHER_LIMIT).replace(FIELD, ' ').replace(ENTRY, ' ');
	}

	private static Map<String, String> split(String text) {
		Map<String, String> other = new LinkedHashMap<>();
		if (text != null) {
			String[] entries = text.split(String.valueOf(ENTRY));
			for (String entry : entries) {
				int field = entry.indexOf(FIELD);
				if (field >= 0) {
					other.put(entry.substring(0, field), entry.substring(field + 1));
				}
			}
		}
		return other;
	}

	private static LocalDate date(String text) {
		try {
			return text == null ? null : LocalDate.parse(text);
		} catch (DateTimeException writtenByOthers) {
			return null;
		}
	}
}
