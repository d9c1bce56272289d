package rebound.ui.internal.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import rebound.model.BounceEvent;
import rebound.model.Evidence;
import rebound.parse.ReadableMail;
import rebound.store.BounceStore;

/**
 * The mail that a verdict rests on, as the window shows it, evidence marked.
 *
 * @param text    what it says, decoded
 * @param headers its header fields, decoded
 * @param source  as it came
 */
public record ShownMail(MarkedText text, MarkedText headers, MarkedText source) {

	private static final String BETWEEN_PARTS = "\n\n\u2500\u2500\u2500\u2500\u2500\u2500\n\n";
	private static final List<String> IMPORTANT = List.of("from", "to", "subject", "date");

	/** @return the mail of an event, or {@code null} if it is not kept */
	public static ShownMail of(BounceStore store, BounceEvent event) {
		return event.mailHash() == null
				? null
				: store.events().mail(event.mailHash()).map(mail -> of(mail.raw(), event)).orElse(null);
	}

	/** Shows a mail. */
	public static ShownMail of(byte[] raw, BounceEvent event) {
		ReadableMail mail = ReadableMail.of(raw);
		Evidence evidence = event.verdict().evidence();
		String words = evidence == null ? null : evidence.text();
		String head = lines(mail.headers().stream()
				.filter(header -> IMPORTANT.contains(header.name().toLowerCase(java.util.Locale.ROOT))).toList());
		String source = new String(raw, StandardCharsets.UTF_8).replace("\r\n", "\n");
		return new ShownMail(MarkedText.of(head + "\n" + String.join(BETWEEN_PARTS, mail.texts()), words),
				MarkedText.of(lines(mail.headers()), words), MarkedText.of(source, words));
	}

	private static String lines(List<ReadableMail.Header> headers) {
		return headers.stream().map(header -> header.name() + ": " + header.value() + '\n')
				.collect(Collectors.joining());
	}
}
