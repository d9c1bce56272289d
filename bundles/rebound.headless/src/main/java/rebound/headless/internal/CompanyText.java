package rebound.headless.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import rebound.headless.Console;
import rebound.headless.Messages;
import rebound.model.AddressKey;
import rebound.model.Customer;
import rebound.model.DomainAnswer;
import rebound.pipeline.ChangeList.Wish;
import rebound.pipeline.Company;
import rebound.pipeline.Company.Domain;
import rebound.pipeline.Company.Person;

/** Prints a company as a whole, for a person or as a JSON object. */
final class CompanyText {

	private static final int MOST_TO_ASK = 3;

	private final Console console;
	private final Messages messages;

	CompanyText(Console console) {
		this.console = console;
		this.messages = console.messages();
	}

	void print(Company company) {
		line("find.whole", company.name(), company.people().size(), company.bounced(),
				messages.text("company.whole." + company.verdict().id()));
		if (!company.isWhole()) {
			line("find.whole.cut", Company.MOST_PEOPLE);
		}
		for (Domain domain : company.domains()) {
			DomainAnswer asked = domain.asked();
			String told = asked == null
					? ""
					: messages.text("step.domain", asked.domain(), messages.text("domain." + asked.state().id()),
							LocalDate.ofInstant(asked.checked(), ZoneOffset.UTC));
			line("find.whole.domain", domain.name(), domain.addresses(), domain.bounced(), told);
		}
		for (Person person : company.people()) {
			line("find.whole.person", messages.text("reach." + person.reach().name().toLowerCase(Locale.ROOT)),
					state(person), person.email(), named(person.customer()));
		}
		for (Person person : company.colleagues().stream().limit(MOST_TO_ASK).toList()) {
			line("find.whole.ask", named(person.customer()), person.email(),
					person.customer().phone() == null ? "-" : person.customer().phone());
		}
		company.moves().stream()
				.collect(Collectors.groupingBy(wish -> domain(wish.oldValue()), TreeMap::new, Collectors.toList()))
				.forEach(this::move);
	}

	private void move(String from, List<Wish> wishes) {
		line("find.whole.move", wishes.size(), from, domain(wishes.getFirst().newValue()));
	}

	private static String domain(String address) {
		return AddressKey.of(address).domain();
	}

	private static String state(Person person) {
		return person.standing() == null ? "-" : person.standing().state().id();
	}

	private static String named(Customer customer) {
		return Stream.of(customer.displayName(), customer.jobTitle(), customer.department())
				.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
	}

	private void line(String key, Object... values) {
		console.print(new TableLine().rest(messages.text(key, values), Integer.MAX_VALUE).toString());
	}

	/** @return the company as a JSON object in a line */
	static byte[] json(Company company) {
		JsonWriter json = new JsonWriter();
		json.beginObject().field("company", company.name()).field("company_verdict", company.verdict().id())
				.field("company_contacts_total", company.people().size())
				.field("company_contacts_bounced", company.bounced()).field("company_whole", company.isWhole());
		json.beginArray("domains");
		for (Domain domain : company.domains()) {
			json.beginObject().field("email_domain", domain.name()).field("contacts", domain.addresses())
					.field("bounced", domain.bounced())
					.field("domain_state", domain.asked() == null ? null : domain.asked().state().id()).endObject();
		}
		json.endArray();
		json.beginArray("people");
		for (Person person : company.people()) {
			json.beginObject().field("customer_id", person.customer().id())
					.field("full_name", person.customer().displayName()).field("email", person.email())
					.field("phone", person.customer().phone())
					.field("reach", person.reach().name().toLowerCase(Locale.ROOT))
					.field("status", person.standing() == null ? null : person.standing().state().id())
					.field("suggested_email", person.moved() == null ? null : person.moved().email()).endObject();
		}
		json.endArray();
		json.beginArray("colleagues");
		company.colleagues().forEach(person -> json.beginObject().field("colleague_name", person.customer()
				.displayName()).field("colleague_email", person.email())
				.field("colleague_phone", person.customer().phone()).endObject());
		return json.endArray().endObject().endLine().take();
	}
}
