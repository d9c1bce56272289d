package rebound.customers.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;

import rebound.model.AddressKey;
import rebound.model.Customer;

/** The ways companies make a local part of first and last name. */
public enum AddressPattern {
	FIRST_DOT_LAST((first, last) -> first + '.' + last),
	F_DOT_LAST((first, last) -> first.charAt(0) + "." + last),
	F_LAST((first, last) -> first.charAt(0) + last),
	FIRST_LAST((first, last) -> first + last),
	FIRST_UNDERSCORE_LAST((first, last) -> first + '_' + last),
	FIRST_DASH_LAST((first, last) -> first + '-' + last),
	FIRST((first, last) -> first),
	LAST((first, last) -> last),
	LAST_DOT_FIRST((first, last) -> last + '.' + first),
	LAST_F((first, last) -> last + first.charAt(0)),
	FIRST_L((first, last) -> first + last.charAt(0)),
	FIRST_DOT_L((first, last) -> first + '.' + last.charAt(0));

	private static final Set<String> GERMAN = Set.of("DE", "AT", "CH");

	private final BinaryOperator<String> local;

	AddressPattern(BinaryOperator<String> local) {
		this.local = local;
	}

	/** A name in the letters of addresses. */
	private record Name(String first, String last) {
	}

	/** @return the local part of this customer's address, {@code null} where the name is not known well enough */
	public String make(Customer customer) {
		Name name = name(customer);
		return name == null ? null : local.apply(name.first, name.last);
	}

	/** @return the patterns that this customer's address follows */
	public static List<AddressPattern> of(Customer customer, AddressKey address) {
		Name name = name(customer);
		return name == null
				? List.of()
				: Arrays.stream(values())
						.filter(each -> address.value().startsWith(each.local.apply(name.first, name.last) + '@'))
						.toList();
	}

	private static Name name(Customer customer) {
		if (customer.firstName() == null || customer.lastName() == null) {
			return null;
		}
		boolean german = customer.countryCode() != null && GERMAN.contains(customer.countryCode())
				|| customer.language() != null && customer.language().toLowerCase(Locale.ROOT).startsWith("de");
		String first = letters(customer.firstName(), german);
		String last = letters(customer.lastName(), german);
		return first.isEmpty() || last.isEmpty() ? null : new Name(first, last);
	}

	/** @return the name in the letters of addresses: a German umlaut is two, another language's accent is none */
	private static String letters(String name, boolean german) {
		String lower = name.strip().toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o").replace("æ", "ae")
				.replace("ł", "l").replace("đ", "d");
		if (german) {
			lower = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
		}
		StringBuilder letters = new StringBuilder();
		String plain = Normalizer.normalize(lower, Normalizer.Form.NFD);
		for (int i = 0; i < plain.length(); i++) {
			char c = plain.charAt(i);
			if (c >= 'a' && c <= 'z' || c == '-') {
				letters.append(c);
			}
		}
		return letters.toString();
	}
}
