package rebound.ui.internal.desk;

import java.net.IDN;

/** Writes addresses for people. */
public final class Addresses {

	private Addresses() {
	}

	/** @return the address with its domain in Unicode (RFC 5890) */
	public static String unicode(String address) {
		int at = address.lastIndexOf('@');
		return address.substring(0, at + 1) + IDN.toUnicode(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
	}
}
