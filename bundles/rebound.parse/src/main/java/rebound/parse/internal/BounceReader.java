package rebound.parse.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import rebound.model.Action;
import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.parse.Limits;
import rebound.parse.internal.layout.AnsweredCommand;
import rebound.parse.internal.layout.BounceSender;
import rebound.parse.internal.layout.PlainBounce;
import rebound.parse.internal.layout.PlainBounceReader;

/**
 * Reads a failed, delayed or successful delivery from a delivery status notification (RFC 3464) and from the text of
 * servers that write none; the text also tells what a notification leaves out.
 */
final class BounceReader {

	/** Its delivery agent tells the reason in the text: {@code Your message to <...> was automatically rejected:}. */
	private static final String DELIVERY_AGENT = "dovecot";

	private final Limits limits;
	private final PlainBounceReader plainBounces = new PlainBounceReader();

	BounceReader(Limits limits) {
		this.limits = limits;
	}

	/** @return what the report says, or {@code null} if the mail is none */
	Contents read(MailParts mail, HeaderFields returned) {
		HeaderFields headers = mail.headers();
		if (isOfPerson(mail) || isSpamReport(mail)) {
			return null;
		}
		Contents contents = read(mail, returned, mail.notice());
		if ((contents == null || contents.recipients().isEmpty()) && mail.within() != null
				&& BounceSender.isTypical(headers)) {
			// A gateway sent the report of another server on.
			MailParts within = mail.within();
			Contents inner = read(within, within.original(), within.notice());
			return inner == null ? contents : inner;
		}
		return contents;
	}

	private Contents read(MailParts mail, HeaderFields returned, String notice) {
		HeaderFields headers = mail.headers();
		Part part = mail.first(Part.Role.STATUS);
		int inText = part == null && (mail.isReport() || BounceSender.isTypical(headers))
				? StatusFields.find(notice)
				: -1;
		byte[] bytes = part != null
				? part.bytes()
				: inText >= 0 ? notice.substring(inText).getBytes(StandardCharsets.UTF_8) : null;
		StatusFields fields = bytes == null ? null : StatusFields.read(bytes, bytes.length, limits.recipients());
		String text = inText > 0 ? notice.substring(0, inText) : notice;
		List<RecipientStatus> recipients = fields == null
				? List.of()
				: withCommands(DeliveryStatusReader.read(fields, isDelay(headers)), text);
		if (fields != null && fields.cut()) {
			mail.problems().add(Problem.Code.TOO_MANY_RECIPIENTS);
		}
		boolean complete = fields != null && isComplete(recipients)
				&& !text.contains("was automatically rejected:")
				&& (returned.size() > 0 || fields.rest().size() > 0);
		PlainBounce plain = complete
				? null
				: plainBounces.read(headers, text, returned.size() == 0 ? null : returned).orElse(null);
		boolean about = fields != null
				|| "delivery-status".equals(mail.type().reportType()) && BounceSender.isTypical(headers);
		if (plain == null && recipients.isEmpty() && !about) {
			return null;
		}
		Original message = ReturnedMessage.find(mail, returned, fields, plain, text);
		List<RecipientStatus> all = recipients(mail, recipients, plain, message);
		if (all.isEmpty()) {
			mail.problems().add(Problem.Code.NO_RECIPIENT);
		}
		return new Contents(fields == null ? Form.PLAIN_BOUNCE : Form.DELIVERY_STATUS,
				plain == null ? "rfc3464" : plain.layout(), mta(fields, plain), all, message, ForwardPath.read(all));
	}

	private List<RecipientStatus> recipients(MailParts mail, List<RecipientStatus> fields, PlainBounce plain,
			Original message) {
		RecipientGuess guess = new RecipientGuess(mail.headers(), message);
		List<RecipientStatus> said = plain == null
				? fields
				: NoticeMerge.merge(fields, plain.recipients(), DELIVERY_AGENT.equals(plain.layout()));
		List<RecipientStatus> named = distinct(guess.complete(said));
		return named.isEmpty() && mail.within() == null
				? guess.all(isDelay(mail.headers()) ? Action.DELAYED : Action.FAILED, limits.recipients())
				: named;
	}

	/** Some servers report on a recipient twice; what holds a reply counts. */
	private static List<RecipientStatus> distinct(List<RecipientStatus> recipients) {
		if (recipients.size() < 2) {
			return recipients;
		}
		Map<String, RecipientStatus> byAddress = new LinkedHashMap<>();
		for (RecipientStatus recipient : recipients) {
			byAddress.merge(recipient.recipient().toLowerCase(Locale.ROOT), recipient,
					(a, b) -> a.replyCode() == 0 && b.replyCode() != 0 ? b : a);
		}
		return byAddress.size() == recipients.size() ? recipients : List.copyOf(byAddress.values());
	}

	private static String mta(StatusFields fields, PlainBounce plain) {
		String mta = fields == null ? null : DeliveryStatusReader.host(fields.message().first("Reporting-MTA"));
		return mta == null && plain != null ? plain.reportingMta() : mta;
	}

	/**
	 * Servers refer to mails too, so that a report by its type is only a person's if the subject says so; but report
	 * fields in any other type of mail may be what a person attached.
	 */
	private static boolean isOfPerson(MailParts mail) {
		HeaderFields headers = mail.headers();
		boolean fields = mail.first(Part.Role.STATUS) != null;
		if (fields && "delivery-status".equals(mail.type().reportType())) {
			return BounceSender.hasAnswerSubject(headers) && !BounceSender.isTypical(headers);
		}
		return BounceSender.isConversation(headers)
				|| fields && !BounceSender.isTypical(headers) && !headers.has("Auto-Submitted")
						&& !headers.has("X-Failed-Recipients") && !mail.isReport();
	}

	/** SpamAssassin (report_safe) wraps what it takes for spam and keeps its sender and subject. */
	private static boolean isSpamReport(MailParts mail) {
		Part original = mail.first(Part.Role.ORIGINAL);
		return original != null && original.type.spam();
	}

	/** The fields of a report do not tell which command was answered; who is refused after DATA was refused by a filter. */
	private static List<RecipientStatus> withCommands(List<RecipientStatus> recipients, String text) {
		AnsweredCommand answered = new AnsweredCommand(text);
		List<RecipientStatus> all = new ArrayList<>(recipients.size());
		for (RecipientStatus r : recipients) {
			SmtpCommand command = r.command() != null || r.replyCode() == 0
					? null
					: answered.of(r.recipient(), recipients.size() == 1);
			all.add(command == null
					? r
					: new RecipientStatus(r.recipient(), r.originalRecipient(), r.action(), r.status(), r.replyCode(),
							r.diagnostic(), command, r.remoteMta()));
		}
		return all;
	}

	/** @return whether nothing is missing that the text could tell */
	private static boolean isComplete(List<RecipientStatus> recipients) {
		for (RecipientStatus recipient : recipients) {
			if (recipient.replyCode() == 0 || !Addresses.isComplete(recipient.recipient())) {
				return false;
			}
		}
		return !recipients.isEmpty();
	}

	private static boolean isDelay(HeaderFields headers) {
		String subject = headers.first("Subject");
		return Text.contains(subject, "delay") || Text.contains(subject, "warning")
				|| Text.contains(subject, "deferred");
	}
}
