package rebound.headless.internal;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rebound.headless.Command;
import rebound.headless.Console;
import rebound.headless.DatabaseOption;
import rebound.headless.ExitCode;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.Decision;
import rebound.model.LifeSign;
import rebound.model.Standing;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.Privacy.Person;

/** Writes all that is stored of a person, for a subject-access request: one JSON object. */
@Component(property = Command.NAME + "=export-person")
@picocli.CommandLine.Command(name = "export-person")
public final class ExportPersonCommand implements Command {

	@Parameters(paramLabel = "ADDRESS")
	private String address;

	@Option(names = "--out", paramLabel = "FILE")
	private Path out;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private Console console;

	private final BounceStores stores;

	@Activate
	public ExportPersonCommand(@Reference BounceStores stores) {
		this.stores = stores;
	}

	@Override
	public Integer call() {
		AddressKey key = Decisions.address(address, console);
		try (BounceStore store = database.openExisting(stores); OutputFile file = new OutputFile(out, console)) {
			file.write(json(store.privacy().export(key)));
			file.commit();
		}
		return ExitCode.OK;
	}

	private byte[] json(Person person) {
		JsonWriter json = new JsonWriter().beginObject().field("address", person.address().value());
		json.beginArray("customers");
		person.customers().forEach(customer -> customer(json, customer));
		json.endArray();
		standing(json, person.standing());
		json.beginArray("events");
		person.events().forEach(event -> event(json, event));
		json.endArray().beginArray("lifeSigns");
		for (LifeSign sign : person.lifeSigns()) {
			json.beginObject().field("kind", sign.kind().id()).field("at", text(sign.at()))
					.field("source", sign.source()).endObject();
		}
		json.endArray().beginArray("decisions");
		for (Decision decision : person.decisions()) {
			json.beginObject().field("id", decision.id()).field("action", decision.action().id())
					.field("at", text(decision.at())).field("by", decision.by())
					.field("policy", decision.policyVersion()).field("note", decision.note())
					.field("why", decision.grounds() == null
							? null
							: new Sentences(console.messages()).why(decision.grounds()))
					.endObject();
		}
		return json.endArray().endObject().endLine().take();
	}

	private static void customer(JsonWriter json, Customer customer) {
		json.beginObject().field("id", customer.id()).field("externalId", customer.externalId())
				.field("crmRecordId", customer.crmRecordId()).field("salutation", customer.salutation())
				.field("firstName", customer.firstName()).field("lastName", customer.lastName())
				.field("fullName", customer.fullName()).field("jobTitle", customer.jobTitle())
				.field("company", customer.company()).field("department", customer.department())
				.field("accountId", customer.accountId()).field("owner", customer.owner())
				.field("ownerEmail", customer.ownerEmail()).field("language", customer.language())
				.field("value", text(customer.value())).field("customerClass", customer.customerClass())
				.field("since", text(customer.since())).field("lastOrder", text(customer.lastOrder()))
				.field("consentStatus", customer.consentStatus()).field("phone", customer.phone())
				.field("mobile", customer.mobile()).field("street", customer.street())
				.field("postalCode", customer.postalCode()).field("city", customer.city())
				.field("region", customer.region()).field("countryCode", customer.countryCode())
				.field("website", customer.website()).field("protected", customer.isProtected());
		json.beginArray("emails");
		customer.emails().forEach(json::value);
		json.endArray().beginArray("other");
		customer.other().forEach((header, value) -> json.beginObject().field("column", header).field("value", value)
				.endObject());
		json.endArray().endObject();
	}

	private void standing(JsonWriter json, Standing standing) {
		if (standing == null) {
			json.nullField("standing");
			return;
		}
		json.beginObject("standing").field("state", standing.state().id()).field("since", text(standing.since()))
				.field("why", new Sentences(console.messages()).why(standing)).field("score", standing.score())
				.field("policy", standing.policyVersion()).field("hard", standing.counters().hard())
				.field("soft", standing.counters().soft()).field("bounces", standing.counters().total())
				.field("firstBounce", text(standing.counters().firstBounce()))
				.field("lastBounce", text(standing.counters().lastBounce()))
				.field("lastSuccess", text(standing.counters().lastSuccess())).endObject();
	}

	private static void event(JsonWriter json, BounceEvent event) {
		json.beginObject().field("id", event.id()).field("occurred", text(event.occurred()))
				.field("received", text(event.received())).field("campaign", event.campaignId())
				.field("subject", event.subject()).field("messageId", event.messageId())
				.field("kind", event.verdict().kind().id()).field("type", event.verdict().type().id())
				.field("reason", event.verdict().reason() == null ? null : event.verdict().reason().id())
				.field("fault", event.verdict().fault().id()).field("recipient", event.status().recipient())
				.field("originalRecipient", event.status().originalRecipient())
				.field("diagnostic", event.status().diagnostic()).field("remoteMta", event.status().remoteMta())
				.field("reportingMta", event.reportingMta()).field("source", event.source())
				.field("mail", event.mailHash());
		if (event.autoReply() != null) {
			json.beginObject("autoReply").field("kind", event.autoReply().subKind().id())
					.field("returnDate", text(event.autoReply().returnDate()))
					.field("newAddress", event.autoReply().newAddress()).endObject();
		}
		json.endObject();
	}

	private static String text(Object value) {
		return value == null ? null : value.toString();
	}
}
