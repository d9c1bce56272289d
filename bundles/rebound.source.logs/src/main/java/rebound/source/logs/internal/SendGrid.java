package rebound.source.logs.internal;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/** SendGrid: the objects of its event webhook, and its bounce and block lists as JSON or CSV. */
@Component(service = EventSource.class)
public final class SendGrid extends ServiceEvents {

	public SendGrid() {
		super("sendgrid");
	}

	@Override
	boolean isOurs(Fields fields) {
		boolean event = fields.has("event", "email")
				&& (fields.has("sgmessageid") || fields.has("sgeventid") || fields.has("smtpid"));
		return event || fields.has("status", "reason", "email", "created");
	}

	@Override
	boolean tell(Fields fields, Told told) {
		boolean list = !fields.has("event");
		switch (list ? "bounce" : fields.textOrEmpty("event")) {
			case "bounce" -> told.failed().is(fields.text("bounceclassification", "type"));
			case "dropped" -> told.failed().is("dropped");
			case "deferred" -> told.delayed().is("deferred");
			case "delivered" -> told.delivered();
			case "spamreport" -> told.complained().is("spamreport");
			default -> {
				return false;
			}
		}
		told.at(time(fields.text(list ? "created" : "timestamp"))).messageId(fields.text("smtpid"))
				.subject(fields.text("subject"));
		String campaign = fields.text("marketingcampaignname", "marketingcampaignid", "singlesendname", "singlesendid");
		told.header("X-SG-Campaign", campaign == null && !fields.texts("category").isEmpty()
				? fields.texts("category").getFirst()
				: campaign);
		told.recipient(fields.text("email"), null, fields.text("status"), null, fields.text("reason", "response"),
				null);
		return true;
	}
}
