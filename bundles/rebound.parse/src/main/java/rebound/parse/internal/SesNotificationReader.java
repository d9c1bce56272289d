package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import rebound.model.Action;
import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.model.RecipientStatus;
import rebound.parse.Json;

/** Reads what Amazon SES publishes as JSON when its topic is subscribed by e-mail: bounces, delays, complaints. */
final class SesNotificationReader {

	private static final String LAYOUT = "amazon-ses-notification";

	private SesNotificationReader() {
	}

	/** @return what the notification says, or {@code null} if the mail is none */
	static Contents read(HeaderFields headers, String notice, int max) {
		if (!headers.has("X-Amz-Sns-Message-Id")) {
			return null;
		}
		// A line longer than SMTP allows was cut with an exclamation mark on its way.
		String text = notice.strip().replace("!\n ", "").replace("\n", "");
		if (!text.startsWith("{")) {
			return null;
		}
		Map<String, Object> event = Json.object(Json.read(text));
		String wrapped = Json.string(event.get("Message"));
		if (wrapped != null) {
			event = Json.object(Json.read(wrapped));
		}
		String type = Json.string(event.getOrDefault("notificationType", event.get("eventType")));
		if (type == null) {
			return null;
		}
		Map<String, Object> mail = Json.object(event.get("mail"));
		return switch (type) {
			case "Bounce" -> failure(Json.object(event.get("bounce")), "bouncedRecipients", Action.FAILED, mail, max);
			case "DeliveryDelay" ->
				failure(Json.object(event.get("deliveryDelay")), "delayedRecipients", Action.DELAYED, mail, max);
			case "Complaint" -> complaint(Json.object(event.get("complaint")), mail, max);
			case "Delivery" -> delivery(Json.object(event.get("delivery")), mail, max);
			default -> null;
		};
	}

	private static Contents failure(Map<String, Object> event, String list, Action action, Map<String, Object> mail,
			int max) {
		List<RecipientStatus> recipients = new ArrayList<>();
		for (Object element : Json.list(event.get(list))) {
			Map<String, Object> recipient = Json.object(element);
			String address = Json.string(recipient.get("emailAddress"));
			if (address != null && recipients.size() < max) {
				String said = Json.string(recipient.get("diagnosticCode"));
				String kind = event.get("bounceType") + " " + event.get("bounceSubType");
				recipients.add(DeliveryStatusReader.recipient(Addresses.bare(address), null, action,
						DeliveryStatusReader.status(Json.string(recipient.get("status"))),
						said == null ? kind : DeliveryStatusReader.text(Text.squeeze(said)), null));
			}
		}
		return new Contents(Form.PLAIN_BOUNCE, LAYOUT, host(event), recipients, original(mail), null);
	}

	private static Contents complaint(Map<String, Object> event, Map<String, Object> mail, int max) {
		List<RecipientStatus> recipients = new ArrayList<>();
		for (Object element : Json.list(event.get("complainedRecipients"))) {
			String address = Json.string(Json.object(element).get("emailAddress"));
			if (address != null && recipients.size() < max) {
				recipients.add(new RecipientStatus(Addresses.bare(address), null, null, null, 0,
						Json.string(event.get("complaintFeedbackType")), null, null));
			}
		}
		return new Contents(Form.FEEDBACK_REPORT, LAYOUT, null, recipients, original(mail), null);
	}

	private static Contents delivery(Map<String, Object> event, Map<String, Object> mail, int max) {
		List<RecipientStatus> recipients = new ArrayList<>();
		for (Object element : Json.list(event.get("recipients"))) {
			if (element instanceof String address && recipients.size() < max) {
				recipients.add(DeliveryStatusReader.recipient(Addresses.bare(address), null, Action.DELIVERED, null,
						Text.squeeze(String.valueOf(event.get("smtpResponse"))),
						Json.string(event.get("remoteMtaIp"))));
			}
		}
		return new Contents(Form.PLAIN_BOUNCE, LAYOUT, host(event), recipients, original(mail), null);
	}

	private static String host(Map<String, Object> event) {
		return DeliveryStatusReader.host(Json.string(event.get("reportingMTA")));
	}

	private static Original original(Map<String, Object> mail) {
		StringBuilder header = new StringBuilder();
		for (Object element : Json.list(mail.get("headers"))) {
			Map<String, Object> field = Json.object(element);
			header.append(field.get("name")).append(": ").append(Text.squeeze(String.valueOf(field.get("value"))))
					.append('\n');
		}
		return OriginalReader.read(HeaderFields.of(header.toString()), null);
	}
}
