package rebound.source.logs.internal;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/** SparkPost (Bird): message events of its webhooks and its events interface as JSON or CSV. */
@Component(service = EventSource.class)
public final class SparkPost extends ServiceEvents {

	public SparkPost() {
		super("sparkpost");
	}

	@Override
	boolean isOurs(Fields fields) {
		return fields.has("type", "rcptto")
				&& (fields.has("rawreason") || fields.has("messageid") || fields.has("transmissionid"));
	}

	@Override
	boolean tell(Fields fields, Told told) {
		switch (fields.textOrEmpty("type")) {
			case "bounce", "out_of_band", "policy_rejection", "generation_rejection" ->
				told.failed().is(fields.text("bounceclass"));
			case "delay" -> told.delayed().is(fields.text("bounceclass"));
			case "delivery" -> told.delivered();
			case "spam_complaint" -> told.complained().is(fields.text("fbtype"));
			default -> {
				return false;
			}
		}
		told.at(time(fields.text("timestamp"))).sent(time(fields.text("injectiontime"))).subject(fields.text("subject"))
				.from(fields.text("friendlyfrom")).returnPath(fields.text("msgfrom"))
				.header("X-MSYS-Campaign", fields.text("campaignid"));
		told.recipient(fields.text("rcptto", "rawrcptto"), null, null, fields.text("errorcode"),
				fields.text("rawreason", "reason"), fields.text("ipaddress"));
		return true;
	}
}
