package rebound.customers.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import rebound.customers.CustomerField;
import rebound.customers.CustomerHandler;
import rebound.customers.MappedColumn;
import rebound.customers.RowProblem;
import rebound.customers.RowProblem.Code;
import rebound.model.AddressKey;
import rebound.model.Customer;

/** Makes a customer of the values of a row. */
final class CustomerRow {

	private final List<MappedColumn> columns;
	private final Notation notation;
	private final CustomerHandler handler;

	private long row;
	private final Map<CustomerField, String> fields = new EnumMap<>(CustomerField.class);
	private final Set<String> emails = new LinkedHashSet<>();
	private final Map<String, String> other = new LinkedHashMap<>();

	CustomerRow(List<MappedColumn> columns, Notation notation, CustomerHandler handler) {
		this.columns = columns;
		this.notation = notation;
		this.handler = handler;
	}

	/** Hands over the customer of a row, or tells why there is none. */
	void hand(long number, List<String> values) {
		row = number;
		fields.clear();
		emails.clear();
		other.clear();
		for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
			value(columns.get(i), clean(values.get(i)));
		}
		if (values.subList(Math.min(columns.size(), values.size()), values.size()).stream()
				.anyMatch(value -> !value.isBlank())) {
			problem(Code.TOO_MANY_VALUES, Integer.toString(values.size()));
		}
		String id = id();
		if (id == null) {
			problem(Code.NO_KEY, null);
		} else {
			handler.customer(row, customer(id));
		}
	}

	private void value(MappedColumn column, String value) {
		if (value.isEmpty() || column.field() == CustomerField.NONE) {
			return;
		}
		if (value.indexOf('\ufffd') >= 0) {
			problem(Code.BAD_ENCODING, column.header());
		}
		if (column.field() == CustomerField.EMAIL) {
			addresses(column, value);
		} else if (column.field() == CustomerField.OTHER || fields.putIfAbsent(column.field(), value) != null) {
			other.put(column.header(), value);
		}
	}

	private void addresses(MappedColumn column, String value) {
		for (String part : Addresses.split(value)) {
			if (Addresses.isAddress(part)) {
				if (emails.stream().map(AddressKey::of).noneMatch(AddressKey.of(part)::equals)) {
					emails.add(part);
				}
			} else {
				problem(Code.BAD_ADDRESS, part);
				other.merge(column.header(), part, (before, more) -> before + ' ' + more);
			}
		}
	}

	private String id() {
		for (CustomerField field : List.of(CustomerField.CUSTOMER_ID, CustomerField.EXTERNAL_ID,
				CustomerField.CRM_RECORD_ID)) {
			if (fields.get(field) != null) {
				return fields.get(field);
			}
		}
		return emails.isEmpty() ? null : AddressKey.of(emails.iterator().next()).value();
	}

	private Customer customer(String id) {
		Double worth = parsed(CustomerField.CUSTOMER_VALUE, notation::number);
		LocalDate since = parsed(CustomerField.CUSTOMER_SINCE, notation::date);
		LocalDate lastOrder = parsed(CustomerField.LAST_ORDER_DATE, notation::date);
		String country = parsed(CustomerField.COUNTRY_CODE, Countries::code);
		Boolean isProtected = parsed(CustomerField.PROTECTED, Notation::yesOrNo);
		return new Customer(id, text(CustomerField.EXTERNAL_ID), text(CustomerField.CRM_RECORD_ID),
				text(CustomerField.SALUTATION), text(CustomerField.FIRST_NAME), text(CustomerField.LAST_NAME),
				text(CustomerField.FULL_NAME), text(CustomerField.JOB_TITLE), text(CustomerField.COMPANY),
				text(CustomerField.DEPARTMENT), text(CustomerField.ACCOUNT_ID), text(CustomerField.OWNER),
				text(CustomerField.OWNER_EMAIL), text(CustomerField.LANGUAGE), worth,
				text(CustomerField.CUSTOMER_CLASS), since, lastOrder, text(CustomerField.CONSENT_STATUS),
				new ArrayList<>(emails), text(CustomerField.PHONE), text(CustomerField.MOBILE),
				text(CustomerField.STREET), text(CustomerField.POSTAL_CODE), text(CustomerField.CITY),
				text(CustomerField.REGION), country, text(CustomerField.WEBSITE), Boolean.TRUE.equals(isProtected),
				other);
	}

	private String text(CustomerField field) {
		return fields.get(field);
	}

	private <T> T parsed(CustomerField field, Function<String, Optional<T>> parser) {
		String value = fields.get(field);
		if (value == null) {
			return null;
		}
		Optional<T> parsed = parser.apply(value);
		if (parsed.isEmpty()) {
			problem(Code.BAD_VALUE, field.id() + ": " + value);
			columns.stream().filter(column -> column.field() == field).findFirst()
					.ifPresent(column -> other.put(column.header(), value));
		}
		return parsed.orElse(null);
	}

	private void problem(Code code, String detail) {
		handler.problem(new RowProblem(row, code, detail));
	}

	/** Takes off what spreadsheets put around a text so that it stays one: {@code ="007"}, {@code '+49 30}. */
	private static String clean(String value) {
		String text = value.strip();
		if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
			text = text.substring(2, text.length() - 1).strip();
		}
		if (text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0) {
			text = text.substring(1);
		}
		return text.equals("\\N") ? "" : text;
	}
}
