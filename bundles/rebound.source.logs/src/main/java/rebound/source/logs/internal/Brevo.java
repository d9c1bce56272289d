package rebound.source.logs.internal;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/** Brevo (Sendinblue): events of its webhooks and its interface as JSON, its exports of the same and of its log as CSV. */
@Component(service = EventSource.class)
public final class Brevo extends ServiceEvents {

	public Brevo() {
		super("brevo");
	}

	@Override
	boolean isOurs(Fields fields) {
		boolean event = fields.has("event", "email") && !fields.has("sgmessageid") && !fields.has("smtpid")
				&& (fields.has("messageid") || fields.has("tsevent") || fields.has("campid"));
		return event || fields.has("sttext", "email", "mid");
	}

	@Override
	boolean tell(Fields fields, Told told) {
		String event = Fields.key(fields.textOrEmpty("event", "sttext"));
		switch (event) {
			case "hardbounce", "hardbounces", "hardbounced" -> told.failed().is("hard bounce");
			case "softbounce", "softbounces", "softbounced" -> told.failed().is("soft bounce");
			case "invalidemail", "invalid" -> told.failed().is("invalid email");
			case "blocked" -> told.failed().is("blocked");
			case "deferred" -> told.delayed().is("deferred");
			case "delivered" -> told.delivered();
			case "spam", "complaint" -> told.complained();
			default -> {
				return false;
			}
		}
		told.at(time(fields.text("tsevent", "tsepoch", "date", "ts"))).messageId(fields.text("messageid", "mid"))
				.subject(fields.text("subject", "sub")).from(fields.text("from", "frm"))
				.header("X-Mailin-Campaign", fields.text("campaignname", "tag"));
		told.recipient(fields.text("email"), null, null, null, fields.text("reason"), null);
		return true;
	}
}
