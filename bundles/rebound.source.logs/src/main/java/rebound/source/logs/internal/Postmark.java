package rebound.source.logs.internal;

import java.util.Set;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/** Postmark: the objects of its webhooks and of its bounce interface, and the same as CSV. */
@Component(service = EventSource.class)
public final class Postmark extends ServiceEvents {

	/** What Postmark counts among its bounces and is about no delivery. */
	private static final Set<String> NO_DELIVERY = Set.of("AutoResponder", "Subscribe", "Unsubscribe", "InboundError",
			"ChallengeVerification", "OpenRelayTest", "TemplateRenderingFailed", "AddressChange");

	public Postmark() {
		super("postmark");
	}

	@Override
	boolean isOurs(Fields fields) {
		return fields.has("bouncedat", "email") || fields.has("recordtype", "messageid");
	}

	@Override
	boolean tell(Fields fields, Told told) {
		String type = fields.textOrEmpty("type");
		String record = fields.textOrEmpty("recordtype");
		if (record.equals("Delivery")) {
			told.delivered();
		} else if (record.equals("SpamComplaint") || type.equals("SpamComplaint")) {
			told.complained().is(type);
		} else if (!record.isEmpty() && !record.equals("Bounce") || NO_DELIVERY.contains(type)) {
			return false;
		} else if (type.equals("Transient")) {
			told.delayed().is(type);
		} else {
			told.failed().is(type);
		}
		String id = fields.text("messageid");
		told.at(time(fields.text("bouncedat", "deliveredat"))).messageId(id == null ? null : id + "@mtasv.net")
				.subject(fields.text("subject")).from(fields.text("from")).header("X-PM-Tag", fields.text("tag"));
		told.recipient(fields.text("email", "recipient"), null, null, null, fields.text("details"), null);
		return true;
	}
}
