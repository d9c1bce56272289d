package rebound.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import rebound.pipeline.internal.FirstMails;
import rebound.pipeline.internal.FolderImport;
import rebound.pipeline.internal.MailImport;
import rebound.source.AccessTokens;
import rebound.source.CredentialStore;
import rebound.source.MailFolder;
import rebound.source.Mailbox;
import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;
import rebound.source.MailboxProtocol;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.store.BounceStore;

/**
 * Reads mailboxes again and again: only what is new, never twice the same, none left out. What is done with a mail on
 * the server is done only when it was recognised as a bounce and is safely stored.
 */
@Component(service = MailboxImport.class)
public final class MailboxImport {

	private final List<MailboxProtocol> protocols;
	private final MailReading reading;
	private final Pipeline pipeline;
	private final AccessTokens tokens;
	private final Clock clock;

	@Activate
	public MailboxImport(
			@Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY) List<MailboxProtocol> protocols,
			@Reference MailReading reading, @Reference Pipeline pipeline,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) AccessTokens tokens) {
		this(protocols, reading, pipeline, tokens, Clock.systemUTC());
	}

	/**
	 * @param tokens gets access tokens, or {@code null}
	 * @param clock  tells when mails are read, and so when they have been left long enough
	 */
	public MailboxImport(List<MailboxProtocol> protocols, MailReading reading, Pipeline pipeline, AccessTokens tokens,
			Clock clock) {
		this.protocols = List.copyOf(protocols);
		this.reading = reading;
		this.pipeline = pipeline;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Connects and logs in.
	 *
	 * @param secret the password or the access token
	 * @return the open mailbox; the caller closes it
	 */
	public Mailbox open(MailboxSettings settings, String secret) throws MailboxException {
		MailboxProtocol protocol = protocols.stream().filter(one -> one.id().equals(settings.protocol())).findFirst()
				.orElseThrow(() -> new MailboxException(Code.UNSUPPORTED, null, settings.protocol()));
		try {
			return protocol.open(settings, secret);
		} catch (RuntimeException broken) {
			// A third party's protocol.
			throw new MailboxException(Code.FAILED, broken, protocol.id() + ": " + broken);
		}
	}

	/**
	 * Connects and logs in with what is kept for the mailbox.
	 *
	 * @return the open mailbox; the caller closes it
	 */
	public Mailbox open(MailboxSettings settings, CredentialStore credentials) throws MailboxException {
		if (settings.login() == Login.PASSWORD) {
			return open(settings, credentials.find(settings.name())
					.orElseThrow(() -> new MailboxException(Code.NO_SECRET, null, settings.name())));
		}
		if (tokens == null) {
			throw new MailboxException(Code.UNSUPPORTED, null, settings.login().name());
		}
		return open(settings, tokens.get(settings, credentials));
	}

	/**
	 * What would be read of a folder.
	 *
	 * @param mails   in it
	 * @param looked  how many of them were looked at
	 * @param bounces those among them that report bounces or delays
	 */
	public record Preview(int mails, int looked, int bounces) {
	}

	/**
	 * Looks at the first mails of a mailbox's first folder. Nothing is stored or changed.
	 *
	 * @param limit at most so many
	 */
	public Preview preview(MailboxSettings settings, Mailbox mailbox, int limit) throws MailboxException {
		MailFolder folder = mailbox.open(settings.folders().getFirst(), false);
		FirstMails first = new FirstMails(reading, limit);
		int mails = folder.count();
		first.read(folder);
		return new Preview(mails, first.looked(), first.bounces());
	}

	/**
	 * Reads what is new in all folders of a mailbox into the database, and does with bounces what is to be done.
	 *
	 * @param isDryRun whether nothing is to be stored or changed
	 * @throws MailboxException if the connection breaks or the server refuses; what was stored stays, and the next round
	 *                          goes on from there
	 */
	public MailboxRound read(MailboxSettings settings, Mailbox mailbox, BounceStore store, boolean isDryRun,
			Progress progress) throws MailboxException {
		Instant now = clock.instant();
		FolderImport folder = new FolderImport(settings, store, now, isDryRun);
		List<MailboxRound.Unrecognised> unrecognised = new ArrayList<>();
		long acted = 0;
		long waiting = 0;
		try (MailImport mails = new MailImport(folder::store, now)) {
			for (String name : settings.folders()) {
				folder.open(mailbox, name);
				folder.read(reading, mails, unrecognised, progress);
				acted += folder.finish();
				waiting += folder.waiting();
			}
			return new MailboxRound(mails.summary(isDryRun ? 0 : pipeline.judge(store)), acted, waiting, unrecognised);
		}
	}
}
