package rebound.source.logs.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.model.DeliveryReport;
import rebound.source.BrokenRecord;
import rebound.source.EventHandler;
import rebound.source.EventSource;

/**
 * The main log of Exim: what became of each recipient, with Message-ID, sender and, where it is logged, subject from
 * the line of the mail's arrival.
 */
@Component
public final class EximLog implements EventSource {

	private static final int TIME = 19;

	private final ZoneId zone;

	@Activate
	public EximLog() {
		this(Clock.systemDefaultZone());
	}

	/** @param clock tells the zone of lines that name none: this machine's */
	EximLog(Clock clock) {
		this.zone = clock.getZone();
	}

	@Override
	public String id() {
		return "exim";
	}

	@Override
	public boolean recognises(byte[] head) {
		try {
			if (!beginsWithTime(Lines.beginning(head))) {
				return false;
			}
			Lines lines = new Lines(new ByteArrayInputStream(head));
			for (String line = lines.next(); line != null; line = lines.next()) {
				if (Line.of(line) != null) {
					return true;
				}
			}
			return false;
		} catch (IOException fromMemoryNever) {
			return false;
		}
	}

	@Override
	public void read(InputStream file, EventHandler handler) throws IOException {
		QueuedMail.Queue queue = new QueuedMail.Queue();
		Lines lines = new Lines(file);
		for (String text = lines.next(); text != null; text = lines.next()) {
			Line line = lines.isTooLong() ? null : Line.of(text);
			if (lines.isTooLong()) {
				handler.broken(lines.number(), BrokenRecord.Code.TOO_LONG);
			} else if (line != null) {
				take(lines.number(), line, queue, handler);
			}
		}
	}

	private void take(long number, Line line, QueuedMail.Queue queue, EventHandler handler) {
		Told told = new Told(id());
		// What Exim's own report of the same would have as its status.
		String status = null;
		switch (line.flag()) {
			case "<=" -> {
				queue.put(line.id(), arrived(line));
				return;
			}
			case "Completed" -> {
				queue.remove(line.id());
				return;
			}
			case "**" -> {
				told.failed();
				status = "5.0.0";
			}
			case "==" -> {
				told.delayed();
				status = "4.0.0";
			}
			default -> told.delivered();
		}
		QueuedMail mail = queue.getOrDefault(line.id(), new QueuedMail());
		if (mail.isBounce() || line.rest().contains(" F=<> ")) {
			return;
		}
		told.at(Times.of(line.time(), zone)).messageId(mail.messageId).subject(mail.subject).returnPath(mail.sender)
				.recipient(line.address(), line.parent(), status, null, line.said(), line.value(" H="));
		DeliveryReport report = told.report();
		if (report != null) {
			handler.event(number, mail.joined(line.text()).getBytes(StandardCharsets.UTF_8), report);
		} else if (line.flag().equals("**") && line.rest().isBlank()) {
			handler.broken(number, BrokenRecord.Code.INCOMPLETE);
		}
	}

	private static QueuedMail arrived(Line line) {
		QueuedMail mail = new QueuedMail();
		int end = line.rest().indexOf(' ');
		mail.sender = end < 0 ? line.rest() : line.rest().substring(0, end);
		mail.messageId = line.value(" id=");
		int subject = line.rest().indexOf(" T=\"");
		int close = subject < 0 ? -1 : line.rest().indexOf('"', subject + 4);
		mail.subject = close < 0 ? null : line.rest().substring(subject + 4, close);
		return mail;
	}

	private static boolean beginsWithTime(String line) {
		return line.length() > TIME && line.charAt(4) == '-' && line.charAt(7) == '-' && line.charAt(10) == ' '
				&& line.charAt(13) == ':' && line.charAt(16) == ':' && Character.isDigit(line.charAt(0))
				&& Character.isDigit(line.charAt(18));
	}

	/**
	 * A line about a mail.
	 *
	 * @param time date, time and, where it is logged, zone
	 * @param id   the mail's
	 * @param flag what happened: {@code <=}, {@code =>}, {@code ->}, {@code **}, {@code ==} or {@code Completed}
	 * @param rest what stands behind the flag
	 */
	private record Line(String text, String time, String id, String flag, String rest) {

		/** @return the line, or {@code null} if it is about no mail or about nothing that happened to it */
		static Line of(String text) {
			if (!beginsWithTime(text)) {
				return null;
			}
			int at = TIME;
			if (text.charAt(at) == '.') {
				at = next(text, at) - 1;
			}
			int zone = at + 1;
			if (text.startsWith(" +", at) || text.startsWith(" -", at)) {
				at = next(text, zone) - 1;
			}
			int timeEnd = at;
			if (text.startsWith(" [", at)) {
				at = next(text, at + 1) - 1;
			}
			int id = at + 1;
			int flag = next(text, id);
			if (flag <= id || !isId(text, id, flag - 1)) {
				return null;
			}
			int rest = next(text, flag);
			String name = text.substring(flag, rest == text.length() ? rest : rest - 1);
			return switch (name) {
				case "<=", "=>", "->", ">>", "**", "==", "Completed" -> new Line(text, text.substring(0, timeEnd),
						text.substring(id, flag - 1), name, text.substring(rest));
				default -> null;
			};
		}

		/** @return the index behind the next blank, or the end */
		private static int next(String text, int from) {
			int blank = text.indexOf(' ', from);
			return blank < 0 ? text.length() : blank + 1;
		}

		/** Letters and digits in three groups, of 6-6-2 or, since 4.97, 6-11-4. */
		private static boolean isId(String text, int from, int to) {
			int length = to - from;
			if (length != 16 && length != 23 || text.charAt(from + 6) != '-') {
				return false;
			}
			int second = length == 16 ? from + 13 : from + 18;
			for (int i = from; i < to; i++) {
				boolean dash = i == from + 6 || i == second;
				if (dash != (text.charAt(i) == '-') || !dash && !Character.isLetterOrDigit(text.charAt(i))) {
					return false;
				}
			}
			return true;
		}

		/** @return the address that was delivered to or not */
		String address() {
			int end = 0;
			while (end < rest.length() && rest.charAt(end) != ' ' && !rest.startsWith(": ", end)) {
				end++;
			}
			String address = rest.substring(0, end);
			// A file or a command; the address it belongs to stands behind it.
			return address.indexOf('@') < 0 && parent() != null ? parent() : address;
		}

		/** @return the address that was written to, where an alias led to another */
		String parent() {
			int open = rest.indexOf(" <");
			int close = open < 0 ? -1 : rest.indexOf('>', open);
			int fields = rest.indexOf('=');
			boolean before = close > 0 && (fields < 0 || open < fields);
			return before ? rest.substring(open + 2, close) : null;
		}

		/** @return the value of a field that ends with a blank or a colon, or {@code null} */
		String value(String name) {
			int at = rest.indexOf(name);
			if (at < 0) {
				return null;
			}
			int start = at + name.length();
			int end = start;
			while (end < rest.length() && rest.charAt(end) != ' ' && !rest.startsWith(": ", end)) {
				end++;
			}
			return rest.substring(start, end);
		}

		/** @return the reply or error text, or {@code null} */
		String said() {
			if (flag.equals("**") || flag.equals("==")) {
				int colon = rest.indexOf(": ");
				return colon < 0 ? null : rest.substring(colon + 2);
			}
			int open = rest.indexOf(" C=\"");
			int close = open < 0 ? -1 : rest.lastIndexOf('"');
			return close <= open + 4 ? null : rest.substring(open + 4, close);
		}
	}
}
