package rebound.ui.internal.desk;

import java.net.IDN;

/** Writes addresses for people. */
public final class Addresses {

	private Addresses() {
	}

	/** @return a domain in Unicode (RFC 5890) */
	public static String unicodeDomain(String domain) {
		return IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED);
	}

	/** @return the address with its domain in Unicode (RFC 5890) */
	public static String unicode(String address) {
		int at = address.lastIndexOf('@');
		return address.substring(0, at + 1) + unicodeDomain(address.substring(at + 1));
	}
}
