package rebound.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import rebound.model.Campaign;
import rebound.pipeline.Progress;
import rebound.pipeline.SentImport;
import rebound.pipeline.SentSettings;
import rebound.source.MailSource;
import rebound.store.CampaignStore;

/** A file that tells what was sent; what kind of file it is, its beginning tells. */
public final class SentFile {

	private static final int HEAD = 4096;

	private final String location;
	private final MailSource mails;

	/** @param mails reads the location if it holds mail */
	public SentFile(String location, MailSource mails) {
		this.location = location;
		this.mails = mails;
	}

	/**
	 * Reads all of it, then stores it.
	 *
	 * @param all the campaign that all of it belongs to, or {@code null}
	 */
	public SentImport read(SentSettings settings, Campaign all, CampaignStore store, Progress progress)
			throws IOException {
		SentCampaigns campaigns = new SentCampaigns(store, progress, all);
		Path file = Path.of(location);
		String head = Files.isDirectory(file) ? "" : head(file);
		if (head.startsWith("{") || head.startsWith("[")) {
			new SentLog(campaigns).read(file);
		} else if (Files.isDirectory(file) || isMail(head)) {
			new SentMails(campaigns, progress).read(mails, location);
		} else {
			new SentTable(campaigns).read(file, settings);
		}
		return campaigns.finish();
	}

	private static String head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
			return head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3).strip() : head.strip();
		}
	}

	/** An mbox, a mail, or an archive of such. */
	private static boolean isMail(String head) {
		int end = 0;
		while (end < head.length() && (head.charAt(end) == '-' || Character.isLetterOrDigit(head.charAt(end)))) {
			end++;
		}
		boolean isField = end > 0 && end < head.length() && head.charAt(end) == ':';
		return head.startsWith("From ") || isField || head.startsWith("\u001f\u008b")
				|| head.startsWith("PK\u0003\u0004");
	}
}
