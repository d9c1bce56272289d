package rebound.source.logs.internal;

import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import rebound.model.Action;
import rebound.source.EventSource;

/** PowerMTA: the accounting file, whose fields are those of RFC 3464. */
@Component(service = EventSource.class)
public final class PowerMta extends ServiceEvents {

	public PowerMta() {
		super("powermta");
	}

	@Override
	boolean isOurs(Fields fields) {
		return fields.has("type", "timelogged") && (fields.has("rcpt") || fields.has("orcpt"));
	}

	@Override
	boolean tell(Fields fields, Told told) {
		String category = fields.text("bouncecat");
		switch (fields.textOrEmpty("type").toLowerCase(Locale.ROOT)) {
			case "d", "delivery" -> told.delivered();
			case "b", "bounce", "rb" -> told.failed().is(category);
			case "t", "tq", "transient" -> told.delayed().is(category);
			case "rs" -> {
				switch (Action.of(fields.textOrEmpty("dsnaction")).orElse(Action.FAILED)) {
					case FAILED -> told.failed();
					case DELAYED -> told.delayed();
					case DELIVERED, RELAYED, EXPANDED -> told.delivered();
				}
			}
			case "f", "feedback-loop" -> told.complained().is(fields.text("feedbacktype"));
			default -> {
				return false;
			}
		}
		String status = fields.text("dsnstatus");
		int words = status == null ? -1 : status.indexOf(' ');
		told.at(time(fields.text("timelogged"))).sent(time(fields.text("timequeued"))).by(fields.text("srcmta"))
				.messageId(fields.text("headermessageid")).subject(fields.text("headersubject"))
				.from(fields.text("headerfrom")).returnPath(fields.text("orig")).header("X-job", fields.text("jobid"));
		told.recipient(fields.text("rcpt"), address(fields.text("orcpt")),
				words < 0 ? status : status.substring(0, words),
				null, fields.text("dsndiag"), fields.text("dsnmta"));
		return true;
	}

	/** Without the address type (RFC 3461). */
	private static String address(String original) {
		return original == null ? null : original.substring(original.indexOf(';') + 1);
	}
}
