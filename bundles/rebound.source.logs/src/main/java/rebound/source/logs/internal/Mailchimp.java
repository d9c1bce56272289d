package rebound.source.logs.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/** Mailchimp: events of its transactional service (Mandrill) as JSON, bounced and cleaned contacts as CSV. */
@Component(service = EventSource.class)
public final class Mailchimp extends ServiceEvents {

	public Mailchimp() {
		super("mailchimp");
	}

	@Override
	boolean isOurs(Fields fields) {
		boolean table = fields.has("emailaddress")
				&& (fields.has("bouncetype") || fields.has("cleantime") || fields.has("cleancampaignid"));
		return table || fields.has("event", "msg");
	}

	@Override
	boolean tell(Fields fields, Told told) {
		if (fields.has("emailaddress")) {
			String type = fields.text("bouncetype");
			told.failed().is(type == null ? "cleaned" : type + " bounce")
					.at(time(fields.text("bouncetime", "cleantime", "date")))
					.header("X-Mailchimp-Campaign-ID", fields.text("cleancampaignid", "campaignid"))
					.recipient(fields.text("emailaddress"), null, null, null, fields.text("bouncereason"), null);
			return true;
		}
		Fields mail = fields.child("msg");
		String description = mail.text("bouncedescription");
		switch (fields.textOrEmpty("event")) {
			case "hard_bounce" -> told.failed().is(description == null ? "hard bounce" : description);
			case "soft_bounce" -> told.failed().is(description == null ? "soft bounce" : description);
			case "reject" -> told.failed().is("reject");
			case "deferral" -> told.delayed().is("deferral");
			case "spam" -> told.complained();
			case "delivered" -> told.delivered();
			default -> {
				return false;
			}
		}
		told.at(time(fields.text("ts"))).sent(time(mail.text("ts"))).subject(mail.text("subject"))
				.from(mail.text("sender"));
		mail.texts("tags").stream().findFirst().ifPresent(tag -> told.header("X-MC-Campaign", tag));
		List<Fields> tries = mail.children("smtpevents");
		String text = mail.text("diag");
		told.recipient(mail.text("email"), null, null, null,
				text == null && !tries.isEmpty() ? tries.getLast().text("diag") : text, null);
		return true;
	}
}
