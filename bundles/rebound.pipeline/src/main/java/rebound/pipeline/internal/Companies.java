package rebound.pipeline.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import rebound.customers.Contact;
import rebound.customers.Contact.Reach;
import rebound.model.Customer;

/**
 * The contacts of the companies and mail domains that an address bounced of: of each all are counted, and a bounded
 * number is kept. A company is what the customer data call so; its private mailboxes at providers are not the company's.
 */
final class Companies {

	private static final int KEPT_OF_ONE = 20;
	private static final int KEPT = 200_000;
	/** What has addresses in more domains is no company but a word such as "private". */
	private static final int DOMAINS_OF_A_COMPANY = 5;

	private final Predicate<String> isProvider;
	private final Map<String, Group> byDomain = new HashMap<>();
	private final Map<String, Group> byCompany = new HashMap<>();
	private int kept;

	/** Some contacts, and how many there are. */
	private static final class Group {
		private final List<Contact> contacts = new ArrayList<>();
		private final Set<String> domains = new HashSet<>();
		private int total;
		private int bounced;
	}

	/**
	 * How many contacts there are.
	 *
	 * @param bounced those of them that bounced
	 */
	record Size(int total, int bounced) {
	}

	/** @param isProvider whether people who have nothing to do with one another have addresses in a domain */
	Companies(Predicate<String> isProvider) {
		this.isProvider = isProvider;
	}

	/** @return whether people who have nothing to do with one another have addresses in a domain */
	boolean isPrivate(String domain) {
		return isProvider.test(domain);
	}

	/** First: an address of this domain bounced hard. */
	void bounced(String domain) {
		if (!isProvider.test(domain)) {
			byDomain.computeIfAbsent(domain, none -> new Group());
		}
	}

	/** Second: this customer's address bounced hard. */
	void bounced(Customer customer) {
		String company = company(customer);
		if (company != null && byCompany.size() < KEPT) {
			byCompany.computeIfAbsent(company, none -> new Group());
		}
	}

	/**
	 * Third: each address of each customer.
	 *
	 * @param contact  what is to be kept
	 * @param customer whose it is, with the company
	 */
	void add(Contact contact, Customer customer) {
		String domain = contact.domain();
		boolean isPrivate = isProvider.test(domain);
		String company = isPrivate ? null : company(customer);
		add(isPrivate ? null : byDomain.get(domain), contact, domain);
		add(company == null ? null : byCompany.get(company), contact, domain);
	}

	private void add(Group group, Contact contact, String domain) {
		if (group == null) {
			return;
		}
		group.total++;
		group.bounced += contact.reach() == Reach.BOUNCED ? 1 : 0;
		if (group.domains.size() <= DOMAINS_OF_A_COMPANY) {
			group.domains.add(domain);
		}
		if (group.contacts.size() < KEPT_OF_ONE && kept < KEPT) {
			group.contacts.add(contact);
			kept++;
		}
	}

	/** @return the contacts that were kept of the customer's company and of the domain, each address once */
	List<Contact> of(Customer customer, String domain) {
		Group ofDomain = byDomain.get(domain);
		Group ofCompany = ofCompany(customer);
		if (ofCompany == null) {
			return ofDomain == null ? List.of() : ofDomain.contacts;
		}
		List<Contact> all = new ArrayList<>(ofDomain == null ? List.of() : ofDomain.contacts);
		ofCompany.contacts.stream().filter(contact -> !contact.domain().equals(domain)).forEach(all::add);
		return all;
	}

	/** @return how many contacts the customer's company has, or the domain if these are more; {@code null} if none */
	Size size(Customer customer, String domain) {
		Group ofDomain = byDomain.get(domain);
		Group ofCompany = ofCompany(customer);
		Group larger = ofCompany == null || ofDomain != null && ofDomain.total > ofCompany.total ? ofDomain : ofCompany;
		return larger == null || larger.total == 0 ? null : new Size(larger.total, larger.bounced);
	}

	private Group ofCompany(Customer customer) {
		String company = company(customer);
		Group group = company == null ? null : byCompany.get(company);
		return group == null || group.domains.size() > DOMAINS_OF_A_COMPANY ? null : group;
	}

	/** @return what tells the customer's company from others, {@code null} if the customer data name none */
	static String company(Customer customer) {
		String name = customer.accountId() != null ? customer.accountId() : customer.company();
		return name == null || name.isBlank() ? null : name.strip().toLowerCase(Locale.ROOT);
	}
}
