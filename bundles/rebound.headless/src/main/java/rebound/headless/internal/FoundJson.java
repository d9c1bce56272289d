package rebound.headless.internal;

import rebound.customers.CompanyView;
import rebound.customers.Suggestion;
import rebound.model.BounceEvent;
import rebound.model.Customer;
import rebound.model.CustomerChange;
import rebound.model.DomainAnswer;
import rebound.model.FollowUp;
import rebound.pipeline.FoundCustomer;

/** Writes what is known of a customer as a JSON object, with the report's column names. */
final class FoundJson {

	private final JsonWriter json;

	FoundJson(JsonWriter json) {
		this.json = json;
	}

	void write(FoundCustomer found) {
		json.beginObject();
		Customer customer = found.customer();
		json.field("customer_id", customer == null ? null : customer.id());
		if (customer != null) {
			json.field("full_name", customer.displayName()).field("company", customer.company())
					.field("phone", customer.phone()).field("mobile", customer.mobile())
					.field("owner", customer.owner());
		}
		json.beginArray("addresses");
		found.addresses().forEach(this::address);
		json.endArray();
		CompanyView company = found.company();
		if (company != null) {
			json.beginObject("company_view").field("contacts", company.contacts()).field("bounced", company.bounced())
					.field("verdict", company.verdict().id())
					.field("colleague_email", company.colleague().map(Suggestion::email).orElse(null)).endObject();
		}
		FollowUp note = found.followUp();
		if (note != null) {
			json.beginObject("follow_up").field("owner", note.owner())
					.field("due", note.due() == null ? null : note.due().toString()).field("note", note.note())
					.field("outcome", note.outcome() == null ? null : note.outcome().id()).endObject();
		}
		json.beginArray("changes");
		for (CustomerChange change : found.changes()) {
			json.beginObject().field("kind", change.kind().id()).field("old", change.oldValue())
					.field("new", change.newValue()).field("state", change.state().id())
					.field("found", change.found()).field("batch", change.batch()).endObject();
		}
		json.endArray().beginArray("links");
		found.links().forEach(link -> json.beginObject().field("place", link.place()).field("url", link.url())
				.endObject());
		json.endArray().endObject();
	}

	private void address(FoundCustomer.Address address) {
		json.beginObject().field("email", address.email())
				.field("status", address.standing() == null ? null : address.standing().state().id());
		json.beginArray("events");
		for (BounceEvent event : address.events()) {
			json.beginObject().field("event_utc", event.occurred().toString())
					.field("kind", event.verdict().kind().id()).field("bounce_type", event.verdict().type().id())
					.field("reason_code", event.verdict().reason().id())
					.field("diagnostic_text", event.status().diagnostic()).endObject();
		}
		json.endArray();
		DomainAnswer asked = address.item() == null ? null : address.item().lost().asked();
		json.field("domain_state", asked == null ? null : asked.state().id())
				.field("domain_checked_utc", asked == null ? null : asked.checked().toString());
		json.field("next_step", address.item() == null ? null : address.item().step().id());
		json.beginArray("suggestions");
		if (address.item() != null) {
			for (Suggestion found : address.item().found()) {
				json.beginObject().field("source", found.kind().id()).field("email", found.email())
						.field("name", found.name()).field("phone", found.phone())
						.field("date", found.date() == null ? null : found.date().toString())
						.field("confidence", found.confidence()).field("evidence", found.evidence()).endObject();
			}
		}
		json.endArray().endObject();
	}
}
