package rebound.customers;

import java.io.IOException;
import java.io.Reader;

import rebound.customers.internal.VCardCustomers;

/** Makes customers of vCards (RFC 6350, RFC 2426), wherever the text comes from. */
public final class VCards {

	private VCards() {
	}

	/** Hands over the customer of each vCard in the text, numbered from 1. */
	public static void read(Reader text, ReadSettings settings, CustomerHandler handler) throws IOException {
		VCardCustomers.read(text, settings, handler);
	}
}
