package rebound.source.logs.internal;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/** Mailgun: events of its webhooks and its events interface, and the bounces of its suppression lists. */
@Component(service = EventSource.class)
public final class Mailgun extends ServiceEvents {

	public Mailgun() {
		super("mailgun");
	}

	@Override
	boolean isOurs(Fields fields) {
		boolean event = fields.has("event", "recipient")
				&& (fields.has("loglevel") || fields.has("deliverystatus") || fields.has("message"));
		return event || fields.has("address", "code", "error");
	}

	@Override
	boolean tell(Fields fields, Told told) {
		if (fields.has("address")) {
			told.failed().is("suppressed bounce").at(time(fields.text("createdat"))).recipient(fields.text("address"),
					null, null, fields.text("code"), fields.text("error"), null);
			return true;
		}
		Fields status = fields.child("deliverystatus");
		String reason = fields.text("reason");
		switch (fields.textOrEmpty("event")) {
			case "failed" -> {
				boolean temporary = fields.textOrEmpty("severity").equals("temporary");
				(temporary ? told.delayed() : told.failed()).is(fields.textOrEmpty("severity") + ' '
						+ (reason == null ? "failure" : reason));
			}
			case "rejected" -> told.failed().is("rejected");
			case "complained" -> told.complained();
			case "delivered" -> told.delivered();
			default -> {
				return false;
			}
		}
		Fields headers = fields.child("message").child("headers");
		told.at(time(fields.text("timestamp"))).messageId(headers.text("messageid")).subject(headers.text("subject"))
				.from(headers.text("from")).addressedTo(headers.text("to"))
				.returnPath(fields.child("envelope").text("sender"));
		fields.texts("tags").stream().findFirst().ifPresent(tag -> told.header("X-Mailgun-Tag", tag));
		String text = status.text("message", "description");
		told.recipient(fields.text("recipient"), null, status.text("enhancedcode"), status.text("code"),
				text == null ? fields.child("reject").text("reason", "description") : text, status.text("mxhost"));
		return true;
	}
}
