package rebound.model;

import java.net.IDN;
import java.util.Locale;

/**
 * An e-mail address in the one form that is compared and stored: lower case, domain as A-labels (RFC 5891). The local
 * part is folded too: no large mail host tells case apart, and a customer database is full of both.
 *
 * @param value the folded address, for example {@code "anna@xn--bcher-kva.example"}
 */
public record AddressKey(String value) implements Comparable<AddressKey> {

	/** Folds an address; one that has no valid domain is folded by case only. */
	public static AddressKey of(String address) {
		String text = address.strip();
		int at = text.lastIndexOf('@');
		String local = text.substring(0, at < 0 ? text.length() : at).toLowerCase(Locale.ROOT);
		return new AddressKey(at < 0 ? local : local + '@' + asciiDomain(text.substring(at + 1)));
	}

	/** @return the part behind the last {@code @}, or the empty string */
	public String domain() {
		return value.substring(value.lastIndexOf('@') + 1);
	}

	@Override
	public int compareTo(AddressKey other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}

	private static String asciiDomain(String domain) {
		String lower = domain.toLowerCase(Locale.ROOT);
		int ascii = 0;
		while (ascii < lower.length() && lower.charAt(ascii) < 128) {
			ascii++;
		}
		if (ascii == lower.length()) {
			return lower;
		}
		try {
			return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		} catch (IllegalArgumentException notADomain) {
			return lower;
		}
	}
}
