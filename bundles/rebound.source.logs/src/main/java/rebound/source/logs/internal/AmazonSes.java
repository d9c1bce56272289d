package rebound.source.logs.internal;

import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/**
 * Amazon SES: the notifications and events that it publishes to SNS, Firehose or the event bus, with or without their
 * envelope, and the account's suppression list.
 */
@Component(service = EventSource.class)
public final class AmazonSes extends ServiceEvents {

	public AmazonSes() {
		super("amazon-ses");
	}

	@Override
	boolean isOurs(Fields fields) {
		boolean event = (fields.has("notificationtype") || fields.has("eventtype")) && fields.has("mail");
		return event || fields.has("emailaddress", "reason") && isListReason(fields.textOrEmpty("reason"));
	}

	@Override
	String headless(List<String> firstRow) {
		boolean list = (firstRow.size() == 2 || firstRow.size() == 3) && firstRow.getFirst().indexOf('@') > 0
				&& isListReason(firstRow.get(1));
		return !list ? null : firstRow.size() == 2 ? "EmailAddress,Reason" : "EmailAddress,Reason,LastUpdateTime";
	}

	@Override
	boolean tell(Fields fields, Told told) {
		if (fields.has("emailaddress")) {
			suppressed(fields, told);
			return true;
		}
		Fields mail = fields.child("mail");
		switch (fields.textOrEmpty("notificationtype", "eventtype").toLowerCase(Locale.ROOT).replace(" ", "")) {
			case "bounce" -> {
				Fields bounce = fields.child("bounce");
				told.failed().is(bounce.textOrEmpty("bouncetype") + ' ' + bounce.textOrEmpty("bouncesubtype"));
				recipients(bounce, "bouncedrecipients", told);
			}
			case "deliverydelay" -> {
				Fields delay = fields.child("deliverydelay");
				told.delayed().is("delay " + delay.textOrEmpty("delaytype"));
				recipients(delay, "delayedrecipients", told);
			}
			case "complaint" -> {
				Fields complaint = fields.child("complaint");
				told.complained().is(complaint.text("complaintfeedbacktype"));
				recipients(complaint, "complainedrecipients", told);
			}
			case "delivery" -> {
				Fields delivery = fields.child("delivery");
				told.delivered().at(time(delivery.text("timestamp"))).by(delivery.text("reportingmta"));
				for (String address : delivery.texts("recipients")) {
					told.recipient(address, null, null, null, delivery.text("smtpresponse"),
							delivery.text("remotemtaip"));
				}
			}
			case "reject" -> {
				told.failed().is("reject").at(time(mail.text("timestamp")));
				for (String address : mail.texts("destination")) {
					told.recipient(address, null, null, null, fields.child("reject").text("reason"), null);
				}
			}
			default -> {
				return false;
			}
		}
		original(mail, told);
		return true;
	}

	private static void suppressed(Fields fields, Told told) {
		told.failed().at(time(fields.text("lastupdatetime")));
		if (fields.textOrEmpty("reason").equalsIgnoreCase("COMPLAINT")) {
			told.complained();
		}
		told.is("suppression list " + fields.textOrEmpty("reason")).recipient(fields.text("emailaddress"), null, null,
				null, null, null);
	}

	private static void recipients(Fields event, String list, Told told) {
		told.at(time(event.text("timestamp"))).by(event.text("reportingmta"));
		for (Fields recipient : event.children(list)) {
			told.recipient(recipient.text("emailaddress"), null, recipient.text("status"), null,
					recipient.text("diagnosticcode"), null);
		}
	}

	private static void original(Fields mail, Told told) {
		Fields common = mail.child("commonheaders");
		told.sent(time(mail.text("timestamp"))).returnPath(mail.text("source")).messageId(messageId(mail))
				.subject(common.text("subject"));
		List<String> from = common.texts("from");
		List<String> to = common.texts("to");
		told.from(from.isEmpty() ? mail.text("source") : from.getFirst())
				.addressedTo(to.isEmpty() ? null : to.getFirst());
		for (Fields header : mail.children("headers")) {
			String name = header.textOrEmpty("name");
			if (name.toLowerCase(Locale.ROOT).startsWith("x-") || name.equalsIgnoreCase("List-Id")
					|| name.equalsIgnoreCase("Feedback-ID")) {
				told.header(name, header.text("value"));
			}
		}
		for (String key : List.of("campaign", "campaignid", "campaignname")) {
			mail.child("tags").texts(key).forEach(value -> told.header("X-SES-Campaign", value));
		}
	}

	/** SES writes a Message-ID of its own, under a domain that tells the region. */
	private static String messageId(Fields mail) {
		String id = mail.text("messageid");
		if (id == null || id.indexOf('@') > 0) {
			return id;
		}
		String[] arn = mail.textOrEmpty("sourcearn").split(":", 6);
		String region = arn.length < 5 || arn[3].isBlank() ? "us-east-1" : arn[3];
		return id + (region.equals("us-east-1") ? "@email.amazonses.com" : '@' + region + ".amazonses.com");
	}

	private static boolean isListReason(String reason) {
		return reason.equalsIgnoreCase("BOUNCE") || reason.equalsIgnoreCase("COMPLAINT");
	}
}
