package rebound.parse.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.RecipientStatus;
import rebound.parse.Limits;
import rebound.parse.internal.autoreply.AutoReplyReader;

/** Joins the steps of reading a mail: its parts, its form, what it says. */
public final class MailReader {

	private static final List<String> MAIL_FIELDS = List.of("From", "Date", "Received", "Subject", "To", "Message-ID",
			"Return-Path");

	private final Limits limits;
	private final BounceReader bounces;
	private final AutoReplyReader autoReplies = new AutoReplyReader();

	/** A reader that keeps to these limits. */
	public MailReader(Limits limits) {
		this.limits = limits;
		this.bounces = new BounceReader(limits);
	}

	/** @return what the mail reports */
	public DeliveryReport read(InputStream in) throws IOException {
		MailParts mail = MimeWalker.walk(in, limits);
		Contents contents = contents(mail);
		HeaderFields headers = mail.headers();
		List<Problem> problems = new ArrayList<>(mail.problems().size());
		mail.problems().forEach(code -> problems.add(new Problem(code, null)));
		return new DeliveryReport(contents.form(), contents.layout(),
				OriginalReader.messageId(headers.first("Message-ID")), headers.first("From"), headers.first("Subject"),
				date(headers), contents.reportingMta(), Senders.reportedTo(headers), mail.notice(),
				contents.recipients(), contents.original(), contents.autoReply(), problems);
	}

	private Contents contents(MailParts mail) {
		HeaderFields original = mail.original();
		if (FeedbackReader.isFeedback(mail, original)) {
			return FeedbackReader.read(mail, original, limits.recipients());
		}
		if (isAboutReading(mail)) {
			Contents rejection = SieveRejectReader.read(mail, original);
			return rejection == null ? Contents.OTHER : rejection;
		}
		Contents notification = SesNotificationReader.read(mail.headers(), mail.notice(), limits.recipients());
		if (notification != null) {
			return notification;
		}
		Contents bounce = bounces.read(mail, original);
		if (bounce != null) {
			return bounce;
		}
		if (AutoReplyDetector.isAutoReply(mail.headers())) {
			return autoReply(mail.headers(), mail.notice());
		}
		if (!isMail(mail.headers())) {
			mail.problems().add(Problem.Code.NO_MAIL);
		}
		return Contents.OTHER;
	}

	/** A picture, a program or a note has none of the fields that every mail has one or another of. */
	private static boolean isMail(HeaderFields headers) {
		return MAIL_FIELDS.stream().anyMatch(headers::has);
	}

	/** RFC 8098: about what a person did with a mail that was delivered. */
	private static boolean isAboutReading(MailParts mail) {
		String type = mail.type().reportType();
		return "disposition-notification".equals(type)
				|| mail.first(Part.Role.DISPOSITION) != null && mail.first(Part.Role.STATUS) == null;
	}

	private Contents autoReply(HeaderFields headers, String text) {
		String person = Senders.answering(headers);
		List<RecipientStatus> recipients = person == null
				? List.of()
				: List.of(new RecipientStatus(person, null, null, null, 0, null, null, null));
		String answered = headers.first("In-Reply-To");
		Original original = answered == null
				? Original.NONE
				: new Original(OriginalReader.messageId(answered), null, null, null, null, List.of());
		return new Contents(Form.AUTO_REPLY, "rfc3834", null, recipients, original,
				autoReplies.read(Senders.person(headers), Senders.writtenTo(headers), headers.first("Subject"), text,
						day(headers)));
	}

	private static LocalDate day(HeaderFields headers) {
		Instant date = date(headers);
		return date == null ? null : LocalDate.ofInstant(date, ZoneOffset.UTC);
	}

	/** The Date field, else the time in the newest Received field. */
	private static Instant date(HeaderFields headers) {
		Instant date = MailDates.read(headers.raw("Date"));
		String received = date == null ? headers.raw("Received") : null;
		return received == null ? date : MailDates.read(received.substring(received.lastIndexOf(';') + 1));
	}
}
