package rebound.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CancellationException;

import rebound.parse.SentMail;
import rebound.pipeline.Progress;
import rebound.pipeline.SentImport.Problem;
import rebound.pipeline.internal.SentEntry.Field;
import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.RawMail;

/** Reads copies of the mails that were sent. */
final class SentMails implements MailHandler {

	private final SentCampaigns campaigns;
	private final Progress progress;
	private long number;
	private CancellationException stopped;

	SentMails(SentCampaigns campaigns, Progress progress) {
		this.campaigns = campaigns;
		this.progress = progress;
	}

	void read(MailSource source, String location) throws IOException {
		try {
			source.read(location, this);
		} catch (RuntimeException broken) {
			if (stopped != null) {
				throw stopped;
			}
			throw new IOException(broken);
		}
	}

	@Override
	public void mail(RawMail mail) {
		number++;
		if (progress.cancelled()) {
			stopped = new CancellationException();
			throw stopped;
		}
		try (InputStream in = mail.content().open()) {
			SentMail sent = SentMail.read(in);
			Map<Field, String> values = SentEntry.none();
			put(values, Field.SUBJECT, sent.original().subject());
			put(values, Field.SENDER, sent.sender());
			put(values, Field.MESSAGE_ID, sent.original().messageId());
			campaigns.add(new SentEntry(number, values, sent.recipients(), sent.original(), sent.date()));
		} catch (IOException unreadable) {
			campaigns.problem(number, Problem.Code.BROKEN, mail.name());
		}
	}

	@Override
	public void unreadable(String name, Exception cause) {
		campaigns.problem(++number, Problem.Code.BROKEN, name);
	}

	private static void put(Map<Field, String> values, Field field, String value) {
		if (value != null) {
			values.put(field, value);
		}
	}
}
