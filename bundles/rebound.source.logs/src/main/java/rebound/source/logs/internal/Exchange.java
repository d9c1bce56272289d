package rebound.source.logs.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import rebound.source.EventSource;

/** Microsoft Exchange: the message tracking log. */
@Component(service = EventSource.class)
public final class Exchange extends ServiceEvents {

	private static final String LAST_ERROR = "{LED=";
	private static final String ANSWERING = "{FQDN=";

	public Exchange() {
		super("exchange");
	}

	@Override
	boolean isOurs(Fields fields) {
		return fields.has("eventid", "recipientaddress", "recipientstatus");
	}

	@Override
	boolean tell(Fields fields, Told told) {
		String sender = fields.textOrEmpty("senderaddress", "returnpath");
		switch (fields.textOrEmpty("eventid")) {
			case "FAIL" -> told.failed();
			case "DEFER" -> told.delayed();
			case "SEND", "DELIVER" -> told.delivered();
			default -> {
				return false;
			}
		}
		if (sender.isEmpty() || sender.equals("<>")) {
			// A bounce that bounces tells nothing about a customer.
			return false;
		}
		told.at(time(fields.text("datetime", "timestamp"))).by(fields.text("serverhostname"))
				.messageId(fields.text("messageid")).subject(fields.text("messagesubject"))
				.from(fields.text("senderaddress")).returnPath(fields.text("returnpath"));
		String said = fields.text("recipientstatus");
		List<String> addresses = split(fields.textOrEmpty("recipientaddress"));
		List<String> statuses = said == null ? List.of() : split(said);
		for (int i = 0; i < addresses.size(); i++) {
			String status = statuses.size() == addresses.size() ? statuses.get(i) : said;
			String error = between(status, LAST_ERROR);
			told.recipient(addresses.get(i), null, null, null, error == null ? status : error,
					between(status, ANSWERING));
		}
		return true;
	}

	private static List<String> split(String list) {
		List<String> parts = CsvRecords.split(list, ';');
		return (parts == null ? List.of(list) : parts).stream().map(String::strip).filter(text -> !text.isEmpty())
				.toList();
	}

	private static String between(String text, String open) {
		int start = text == null ? -1 : text.indexOf(open);
		int end = start < 0 ? -1 : text.indexOf('}', start);
		return end < 0 ? null : text.substring(start + open.length(), end);
	}
}
