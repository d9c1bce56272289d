package rebound.parse;

import java.io.IOException;
import java.io.InputStream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.model.DeliveryReport;
import rebound.parse.internal.MailReader;
import rebound.parse.internal.ToldReport;

/**
 * Reads delivery reports of every kind: RFC 3464 and 6533 notifications, RFC 5965 feedback reports, RFC 3834 automatic
 * answers, and the bounces of servers that follow no standard. Works without OSGi.
 */
@Component
public final class ReportParser implements MailParser {

	private final MailReader reader;
	private final Limits limits;

	/** A parser with {@link Limits#DEFAULT}. */
	@Activate
	public ReportParser() {
		this(Limits.DEFAULT);
	}

	/** A parser with other limits. */
	public ReportParser(Limits limits) {
		this.reader = new MailReader(limits);
		this.limits = limits;
	}

	@Override
	public DeliveryReport parse(InputStream mail) throws IOException {
		return reader.read(mail);
	}

	@Override
	public DeliveryReport complete(DeliveryReport told) {
		return ToldReport.complete(told, limits.recipients());
	}
}
