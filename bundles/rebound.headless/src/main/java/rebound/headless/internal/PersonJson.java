package rebound.headless.internal;

import java.util.Base64;
import java.util.List;

import rebound.headless.Messages;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.Decision;
import rebound.model.FollowUp;
import rebound.model.LifeSign;
import rebound.model.Occurrence;
import rebound.model.Standing;
import rebound.pipeline.FoundCustomer;
import rebound.store.Privacy.Person;
import rebound.store.Privacy.Sent;
import rebound.store.StoredMail;

/** Writes all that is stored of a person as a JSON object, original mails in Base64 (RFC 4648). */
final class PersonJson {

	private final Messages messages;

	PersonJson(Messages messages) {
		this.messages = messages;
	}

	/** @param found what the search for the customer finds at the moment */
	byte[] of(Person person, List<FoundCustomer> found) {
		JsonWriter json = new JsonWriter().beginObject().field("address", person.address().value());
		json.beginArray("customers");
		person.customers().forEach(customer -> customer(json, customer));
		json.endArray().beginArray("followUps");
		for (FollowUp note : person.followUps()) {
			json.beginObject().field("customer", note.customer()).field("owner", note.owner())
					.field("due", text(note.due())).field("note", note.note())
					.field("outcome", note.outcome() == null ? null : note.outcome().id())
					.field("changed", text(note.changed())).field("by", note.by()).endObject();
		}
		json.endArray().beginArray("changes");
		for (CustomerChange change : person.changes()) {
			json.beginObject().field("id", change.id()).field("customer", change.customer())
					.field("kind", change.kind().id()).field("old", change.oldValue()).field("new", change.newValue())
					.field("source", change.source()).field("evidence", change.evidence())
					.field("state", change.state().id()).field("accepted", text(change.accepted()))
					.field("by", change.by()).endObject();
		}
		json.endArray().beginArray("search");
		FoundJson search = new FoundJson(json);
		found.forEach(search::write);
		json.endArray();
		standing(json, person.standing());
		json.beginArray("events");
		person.events().forEach(event -> event(json, event));
		json.endArray().beginArray("pastEvents");
		for (Occurrence past : person.pastEvents()) {
			json.beginObject().field("id", past.eventId()).field("occurred", text(past.at()))
					.field("campaign", past.campaignId()).field("messageId", past.messageId())
					.field("kind", past.kind().id()).field("type", past.type().id()).field("reason", past.reason().id())
					.field("fault", past.fault().id()).endObject();
		}
		json.endArray().beginArray("mails");
		for (StoredMail mail : person.mails()) {
			json.beginObject().field("sha256", mail.hash()).field("size", mail.size())
					.field("complete", mail.isComplete())
					.field("base64", Base64.getEncoder().encodeToString(mail.raw())).endObject();
		}
		json.endArray().beginArray("sent");
		for (Sent mail : person.sent()) {
			json.beginObject().field("campaign", mail.campaign()).field("name", mail.name())
					.field("messageId", mail.messageId()).field("at", text(mail.at())).endObject();
		}
		json.endArray().beginArray("lifeSigns");
		for (LifeSign sign : person.lifeSigns()) {
			json.beginObject().field("kind", sign.kind().id()).field("at", text(sign.at()))
					.field("source", sign.source()).endObject();
		}
		json.endArray().beginArray("decisions");
		for (Decision decision : person.decisions()) {
			json.beginObject().field("id", decision.id()).field("action", decision.action().id())
					.field("at", text(decision.at())).field("by", decision.by()).field("batch", decision.batch())
					.field("undoes", decision.undoes())
					.field("policy", decision.policyVersion()).field("note", decision.note())
					.field("why", decision.grounds() == null
							? null
							: new Sentences(messages).why(decision.grounds()))
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
				.field("why", new Sentences(messages).why(standing)).field("score", standing.score())
				.field("policy", standing.policyVersion()).field("protected", standing.isProtected())
				.field("holdUntil", text(standing.holdUntil())).field("hard", standing.counters().hard())
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
					.field("newAddress", event.autoReply().newAddress())
					.field("successorName", event.autoReply().successorName())
					.field("successorEmail", event.autoReply().successorEmail())
					.field("successorPhone", event.autoReply().successorPhone())
					.field("sentence", event.autoReply().sentence()).endObject();
		}
		json.endObject();
	}

	private static String text(Object value) {
		return value == null ? null : value.toString();
	}
}
