package rebound.source.logs.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.model.DeliveryReport;
import rebound.source.BrokenRecord;
import rebound.source.EventHandler;
import rebound.source.EventSource;

/**
 * The log of Postfix, alone or within a syslog: what became of each recipient, with Message-ID and sender from the
 * lines before. A mail that is given up is told of with the last reply to each of its recipients.
 */
@Component
public final class PostfixLog implements EventSource {

	private static final Set<String> NO_HOSTS = Set.of("none", "local", "virtual", "dovecot", "procmail", "maildrop");

	private final SyslogTime time;

	@Activate
	public PostfixLog() {
		this(Clock.systemDefaultZone());
	}

	/** @param clock tells what the lines' times leave out */
	PostfixLog(Clock clock) {
		this.time = new SyslogTime(clock);
	}

	@Override
	public String id() {
		return "postfix";
	}

	@Override
	public boolean recognises(byte[] head) {
		try {
			if (SyslogTime.end(Lines.beginning(head)) < 0) {
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
		Reading reading = new Reading(handler);
		Lines lines = new Lines(file);
		for (String text = lines.next(); text != null; text = lines.next()) {
			Line line = lines.isTooLong() ? null : Line.of(text);
			if (lines.isTooLong()) {
				handler.broken(lines.number(), BrokenRecord.Code.TOO_LONG);
			} else if (line != null) {
				reading.take(lines.number(), line);
			}
		}
	}

	/** A line of one of Postfix' programs about a queued mail. */
	private record Line(String text, String host, String program, String queueId, String message) {

		/** @return the line, or {@code null} if it is another's or about no queued mail */
		static Line of(String text) {
			int timeEnd = SyslogTime.end(text);
			int behind = timeEnd < 0 ? -1 : text.indexOf("]: ", timeEnd);
			int pid = behind < 0 ? -1 : text.lastIndexOf('[', behind);
			int slash = pid < 0 ? -1 : text.lastIndexOf('/', pid);
			int name = pid < 0 ? -1 : text.lastIndexOf(' ', pid) + 1;
			if (slash < name || name <= timeEnd || !text.startsWith("postfix", name)) {
				return null;
			}
			int id = behind + 3;
			int idEnd = id;
			while (idEnd < text.length() && Character.isLetterOrDigit(text.charAt(idEnd))) {
				idEnd++;
			}
			if (idEnd < id + 5 || !text.startsWith(": ", idEnd)) {
				return null;
			}
			return new Line(text, text.substring(timeEnd, name).strip(), text.substring(slash + 1, pid),
					text.substring(id, idEnd), text.substring(idEnd + 2));
		}

		/** @return the value of {@code name=}, without {@code <>}, or {@code null} */
		String value(String name) {
			int at = message.startsWith(name) ? 0 : message.indexOf(' ' + name) + 1;
			if (at == 0 && !message.startsWith(name)) {
				return null;
			}
			int start = at + name.length();
			boolean bracket = message.startsWith("<", start);
			int end = message.indexOf(bracket ? ">" : ",", start);
			int blank = bracket ? -1 : message.indexOf(' ', start);
			end = blank >= 0 && (end < 0 || blank < end) ? blank : end;
			return message.substring(bracket ? start + 1 : start, end < 0 ? message.length() : end);
		}
	}

	/** One file. */
	private final class Reading {
		private final EventHandler handler;
		private final QueuedMail.Queue queue = new QueuedMail.Queue();

		Reading(EventHandler handler) {
			this.handler = handler;
		}

		void take(long number, Line line) {
			String message = line.message();
			if (message.startsWith("message-id=")) {
				queued(line).messageId = message.substring("message-id=".length()).strip();
			} else if (message.startsWith("from=<")) {
				QueuedMail mail = queued(line);
				mail.sender = line.value("from=");
				if (message.contains(", status=expired")) {
					mail.stillDeferred().forEach(last -> expired(number, line, last, mail));
				}
			} else if (message.equals("removed")) {
				queue.remove(line.queueId());
			} else if (message.startsWith("to=<")) {
				delivery(number, line);
			}
		}

		private void delivery(long number, Line line) {
			String status = line.value("status=");
			QueuedMail mail = queue.getOrDefault(line.queueId(), new QueuedMail());
			if (status == null) {
				handler.broken(number, BrokenRecord.Code.INCOMPLETE);
				return;
			}
			Told told = new Told(id());
			switch (status) {
				case "bounced" -> told.failed();
				case "deferred", "SOFTBOUNCE" -> told.delayed();
				case "sent" -> told.delivered();
				default -> {
					// Probes whether an address exists deliver nothing.
					return;
				}
			}
			if (status.equals("deferred")) {
				queued(line).deferred(line.value("to="), line.text());
			} else {
				mail.settled(line.value("to="));
			}
			hand(number, mail.joined(line.text()), line, line, mail, told);
		}

		private void expired(long number, Line end, String lastTry, QueuedMail mail) {
			Line last = Line.of(lastTry);
			if (last != null) {
				hand(number, mail.joined(end.text() + '\n' + lastTry), end, last, mail, new Told(id()).failed());
			}
		}

		/** @param line tells when, {@code said} whose delivery and why */
		private void hand(long number, String raw, Line line, Line said, QueuedMail mail, Told told) {
			if (mail.isBounce()) {
				return;
			}
			int open = said.message().indexOf(" (", said.message().indexOf("status="));
			String text = open < 0 ? null : said.message().substring(open + 2);
			String relay = said.value("relay=");
			int address = relay == null ? -1 : relay.indexOf('[');
			String host = relay == null ? null : address < 0 ? relay : relay.substring(0, address);
			told.at(time.of(line.text())).by(line.host()).messageId(mail.messageId).returnPath(mail.sender)
					.recipient(said.value("to="), said.value("orig_to="), said.value("dsn="), null,
							text != null && text.endsWith(")") ? text.substring(0, text.length() - 1) : text,
							host == null || NO_HOSTS.contains(host) ? null : host);
			DeliveryReport report = told.report();
			if (report == null) {
				handler.broken(number, BrokenRecord.Code.INCOMPLETE);
			} else {
				handler.event(number, raw.getBytes(StandardCharsets.UTF_8), report);
			}
		}

		private QueuedMail queued(Line line) {
			return queue.computeIfAbsent(line.queueId(), id -> new QueuedMail());
		}
	}
}
