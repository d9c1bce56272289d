package rebound.customers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import rebound.model.AddressKey;

/** When two addresses count as one mailbox. */
public enum AddressMatching {
	/** Only the very same address, in any case and with its domain in either form. */
	EXACT,
	/**
	 * Also those that their provider says are one: {@code anna+news@} and {@code anna@} where it has sub-addresses (RFC
	 * 5233), {@code an.na@} and {@code anna@} where it ignores dots. No other domain is guessed at.
	 */
	PROVIDER;

	private static final Map<String, Provider> PROVIDERS = new HashMap<>();

	/** A provider's domains are names of the same mailboxes, or else each has its own. */
	private record Provider(String domain, String ignored) {
	}

	static {
		// As the providers' help pages say. Outlook.com, iCloud and Fastmail keep their domains apart.
		same("gmail.com", ".", "gmail.com", "googlemail.com");
		same("proton.me", ".-_", "proton.me", "protonmail.com", "pm.me", "protonmail.ch");
		apart("outlook.com", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "fastmail.com",
				"fastmail.fm", "posteo.de", "posteo.net", "mailbox.org");
	}

	private static void same(String first, String ignored, String... domains) {
		for (String domain : domains) {
			PROVIDERS.put(domain, new Provider(first, ignored));
		}
	}

	private static void apart(String... domains) {
		for (String domain : domains) {
			PROVIDERS.put(domain, new Provider(domain, ""));
		}
	}

	/** @return the setting of this name, for example {@code "provider"}, or empty */
	public static Optional<AddressMatching> of(String name) {
		for (AddressMatching matching : values()) {
			if (matching.name().equalsIgnoreCase(name.strip())) {
				return Optional.of(matching);
			}
		}
		return Optional.empty();
	}

	/** @return the one address that stands for all of the mailbox */
	public AddressKey mailbox(AddressKey address) {
		Provider provider = this == EXACT ? null : PROVIDERS.get(address.domain());
		int at = address.value().lastIndexOf('@');
		if (provider == null || at < 1 || address.value().charAt(0) == '"') {
			return address;
		}
		StringBuilder local = new StringBuilder();
		for (int i = 0; i < at; i++) {
			char c = address.value().charAt(i);
			if (c == '+' && i > 0) {
				break;
			}
			if (provider.ignored().indexOf(c) < 0) {
				local.append(c);
			}
		}
		return local.isEmpty() ? address : new AddressKey(local.append('@').append(provider.domain()).toString());
	}

	/** @return whether one mailbox of this domain may have several addresses */
	public boolean hasAliases(String domain) {
		return this == PROVIDER && PROVIDERS.containsKey(domain);
	}
}
