package rebound.parse.internal.layout;

import java.util.List;
import java.util.Optional;

import rebound.model.RecipientStatus;
import rebound.parse.internal.HeaderFields;

/**
 * Reads bounces of servers and services that follow no standard, from their human-readable text. Knows their layouts
 * from {@code layouts.txt}. Safe for use by several threads; takes time in proportion to the text.
 */
public final class PlainBounceReader {

	/** Notices are short; what is longer than this many characters is the returned message. */
	private static final int LONGEST_NOTICE = 256 << 10;

	private final Layouts layouts = Layouts.load();
	private final OriginalFinder originals = layouts.originalFinder();
	private final GenericReading generic = new GenericReading();

	/**
	 * Reads a mail whose returned message, if any, stands in the text.
	 *
	 * @param headers the mail's own header
	 * @param text    its decoded text, lines ended in any way
	 * @return what it says, or empty if it is no bounce
	 */
	public Optional<PlainBounce> read(HeaderFields headers, String text) {
		return read(headers, text, null);
	}

	/**
	 * Reads a mail whose returned message may be a part of its own.
	 *
	 * @param headers  the mail's own header
	 * @param text     its decoded text, lines ended in any way
	 * @param returned the header of the returned message, or {@code null} if it is not known
	 * @return what it says, or empty if it is no bounce
	 */
	public Optional<PlainBounce> read(HeaderFields headers, String text, HeaderFields returned) {
		if (BounceSender.isConversation(headers)) {
			return Optional.empty();
		}
		boolean typical = BounceSender.isTypical(headers);
		if (!typical && !fitsAnybody(headers)) {
			return Optional.empty();
		}
		Notice notice = new Notice(text.length() > LONGEST_NOTICE ? text.substring(0, LONGEST_NOTICE) : text);
		OriginalFinder.Found original = originals.find(notice);
		Notice.Joined joined = notice.joined(original.noticeEnd());
		String subject = headers.first("Subject");
		Findings findings = Findings.of(layouts.index(), subject == null ? "" : subject, joined);
		Message message = new Message(headers, notice, original, returned, joined);
		if (findings.any(layouts.never())) {
			return Optional.empty();
		}
		PlainBounce silent = null;
		for (Layout layout : layouts.all()) {
			if ((layout.text().length == 0 || findings.any(layout.text()))
					&& (typical || layout.is(Layout.Trait.ANYBODY)) && Message.fits(layout, headers)) {
				PlainBounce bounce = read(layout, message, findings);
				boolean vague = bounce.recipients().stream()
						.allMatch(r -> r.replyCode() == 0 && r.status() == null && r.diagnostic() != null);
				if (!bounce.recipients().isEmpty()) {
					boolean others = vague && layout.is(Layout.Trait.TALKING) && generic.isOfOthers(message);
					return others ? Optional.empty() : Optional.of(bounce);
				}
				silent = silent == null ? bounce : silent;
			}
		}
		Optional<PlainBounce> other = typical ? generic.read(message) : Optional.empty();
		boolean believed = silent != null && BounceSender.hasEmptyReturnPath(headers) && BounceSender.isDaemon(headers)
				&& generic.tellsFailure(message) && !generic.isOfOthers(message);
		return other.isPresent() || !believed ? other : Optional.of(silent);
	}

	private boolean fitsAnybody(HeaderFields headers) {
		for (Layout layout : layouts.ofAnybody()) {
			if (Message.fits(layout, headers)) {
				return true;
			}
		}
		return false;
	}

	private static PlainBounce read(Layout layout, Message message, Findings findings) {
		LayoutReading reading = new LayoutReading(layout, message.notice(), message.original().noticeEnd(), findings);
		reading.read();
		List<RecipientStatus> recipients = new RecipientFinder(message, layout, reading).recipients();
		return new PlainBounce(layout.id(), recipients, reading.reportingMta(), message.originalStart());
	}
}
