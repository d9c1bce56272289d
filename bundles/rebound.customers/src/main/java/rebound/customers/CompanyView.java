package rebound.customers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import rebound.customers.Contact.Reach;
import rebound.customers.Suggestion.CompanyVerdict;
import rebound.customers.Suggestion.Kind;
import rebound.model.AddressKey;

/**
 * What all contacts of a customer's company tell about one of them.
 *
 * @param contacts  number of addresses
 * @param bounced   those of them that bounced
 * @param verdict   what follows
 * @param colleague whom to ask
 */
public record CompanyView(int contacts, int bounced, CompanyVerdict verdict, Optional<Suggestion> colleague) {

	private static final int PROVEN = 75;
	private static final int NOT_BOUNCED = 55;

	/** Looks at the company of a lost customer. */
	public static CompanyView of(LostCustomer lost) {
		List<Contact> all = lost.company();
		int bounced = (int) all.stream().filter(contact -> contact.reach() == Reach.BOUNCED).count();
		return new CompanyView(all.size(), bounced, verdict(lost, bounced), colleague(lost));
	}

	private static CompanyVerdict verdict(LostCustomer lost, int bounced) {
		List<Contact> all = lost.company();
		if (bounced == 0) {
			return all.isEmpty() ? CompanyVerdict.UNCLEAR : CompanyVerdict.ALIVE;
		}
		String domain = domainOf(lost);
		long sameDomain = all.stream().filter(contact -> contact.domain().equals(domain)).count();
		long sameDomainWorks = all.stream()
				.filter(contact -> contact.domain().equals(domain) && contact.reach() == Reach.WORKS).count();
		if (sameDomainWorks > 0 && !lost.domainIsDead()) {
			return CompanyVerdict.PERSON_LEFT;
		}
		boolean worksElsewhere = all.stream().anyMatch(contact -> contact.reach() == Reach.WORKS
				&& !contact.domain().equals(domain) && !isSameCustomer(contact, lost));
		if (worksElsewhere && (lost.domainIsDead() || sameDomain > 1)) {
			return CompanyVerdict.DOMAIN_MOVED;
		}
		boolean allBounced = bounced == all.size() && bounced > 1;
		return allBounced && lost.domainIsDead() ? CompanyVerdict.COMPANY_GONE : CompanyVerdict.UNCLEAR;
	}

	/** The colleague who last proved to be there, of the same department first; at best with a telephone. */
	private static Optional<Suggestion> colleague(LostCustomer lost) {
		Comparator<Contact> better = Comparator
				.comparing((Contact contact) -> contact.lastSuccess() != null)
				.thenComparing(contact -> Objects.equals(contact.customer().department(), lost.customer().department())
						&& contact.customer().department() != null)
				.thenComparing(contact -> contact.customer().phone() != null)
				.thenComparing(contact -> contact.lastSuccess() == null ? Instant.MIN : contact.lastSuccess())
				.thenComparing(Contact::email, Comparator.reverseOrder());
		return lost.company().stream()
				.filter(contact -> contact.reach() == Reach.WORKS && !isSameCustomer(contact, lost)
						&& !(lost.domainIsDead() && contact.domain().equals(domainOf(lost))))
				.max(better)
				.map(contact -> new Suggestion(Kind.COLLEAGUE, contact.email(), contact.customer().displayName(),
						phone(contact), null, contact.lastSuccess() != null ? PROVEN : NOT_BOUNCED, contact.email(),
						lost.company().size()));
	}

	private static String domainOf(LostCustomer lost) {
		return AddressKey.of(lost.email()).domain();
	}

	private static boolean isSameCustomer(Contact contact, LostCustomer lost) {
		return contact.customer().id().equals(lost.customer().id());
	}

	private static String phone(Contact contact) {
		return contact.customer().phone() != null ? contact.customer().phone() : contact.customer().mobile();
	}
}
