package rebound.pipeline.internal;

import java.util.Set;

import rebound.pipeline.MailReading;
import rebound.source.MailFolder;
import rebound.source.MailboxException;
import rebound.source.RawMail;

/** Judges the first mails of a folder, and lets the others be. */
public final class FirstMails {

	private final MailReading reading;
	private final int limit;
	private int looked;
	private int bounces;

	/** @param limit at most so many */
	public FirstMails(MailReading reading, int limit) {
		this.reading = reading;
		this.limit = limit;
	}

	/** Ends reading. */
	private static final class Enough extends RuntimeException {
		private static final long serialVersionUID = 1;

		Enough() {
			super(null, null, false, false);
		}
	}

	/** Reads until it is enough. */
	public void read(MailFolder folder) throws MailboxException {
		try {
			folder.read(0, Set.of()::contains, new MailFolder.Receiver() {
				@Override
				public void mail(String uid, RawMail mail) {
					take(mail);
				}

				@Override
				public void progress(double fraction) {
					// It is over in a moment.
				}
			});
		} catch (Enough wanted) {
			// The server may have sent some more.
			return;
		}
	}

	private void take(RawMail mail) {
		bounces += FolderImport.isBounce(reading.judge(mail)) ? 1 : 0;
		looked++;
		if (looked == limit) {
			throw new Enough();
		}
	}

	/** @return how many mails were looked at */
	public int looked() {
		return looked;
	}

	/** @return how many of them report bounces or delays */
	public int bounces() {
		return bounces;
	}
}
