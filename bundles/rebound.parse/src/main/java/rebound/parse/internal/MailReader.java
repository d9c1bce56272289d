package rebound.parse.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.RecipientStatus;
import rebound.parse.Limits;

/** Joins the steps of reading a mail: its parts, its form, its recipients, the original. */
public final class MailReader {

	private final Limits limits;

	public MailReader(Limits limits) {
		this.limits = limits;
	}

	/** @return what the mail reports */
	public DeliveryReport read(InputStream in) throws IOException {
		MailParts mail = MimeWalker.walk(in, limits);
		List<Problem> problems = new ArrayList<>();
		mail.problems().forEach(code -> problems.add(new Problem(code, null)));
		Part status = mail.first(Part.Role.STATUS);
		List<RecipientStatus> recipients = List.of();
		Form form = Form.OTHER;
		String reportingMta = null;
		if (status != null) {
			byte[] bytes = status.bytes();
			StatusFields fields = StatusFields.read(bytes, bytes.length, limits.recipients());
			recipients = DeliveryStatusReader.read(fields);
			reportingMta = fields.message().first("Reporting-MTA");
			form = Form.DELIVERY_STATUS;
		}
		HeaderFields headers = mail.headers();
		return new DeliveryReport(form, form == Form.DELIVERY_STATUS ? "rfc3464" : null, headers.first("Message-ID"),
				headers.first("From"), headers.first("Subject"), null, reportingMta, headers.first("To"),
				mail.notice(), recipients, Original.NONE, null, problems);
	}
}
