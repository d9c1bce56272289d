package rebound.source.imap.internal;

import java.util.List;
import java.util.function.Consumer;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import rebound.source.AfterReading;

/** Marks, moves or deletes mails. Ids that are no longer there are no error to IMAP. */
final class ImapChange {

	private static final int MOST_AT_ONCE = 100;

	private final IMAPStore store;
	private final IMAPFolder folder;

	ImapChange(IMAPStore store, IMAPFolder folder) {
		this.store = store;
		this.folder = folder;
	}

	void apply(AfterReading after, List<String> uids, Consumer<List<String>> done) throws MessagingException {
		if (after.action() == AfterReading.Action.MOVE && !uids.isEmpty()) {
			Folder target = store.getFolder(after.target());
			if (!target.exists()) {
				target.create(Folder.HOLDS_MESSAGES);
			}
		}
		for (int from = 0; from < uids.size(); from += MOST_AT_ONCE) {
			List<String> part = uids.subList(from, Math.min(from + MOST_AT_ONCE, uids.size()));
			String set = ImapFetch.set(part.stream().mapToLong(Long::parseLong).sorted().toArray());
			switch (after.action()) {
				case LEAVE -> {
					// Nothing is wanted.
				}
				case MARK -> command("UID STORE " + set + " +FLAGS.SILENT (" + mark(after.target()) + ")", null);
				case MOVE -> move(set, after.target());
				case DELETE -> delete(set);
			}
			done.accept(List.copyOf(part));
		}
	}

	/** Where the server keeps no keywords of its users, the flag that everybody sees has to do. */
	private String mark(String keyword) {
		boolean isKept = folder.getPermanentFlags() != null && folder.getPermanentFlags().contains(Flags.Flag.USER);
		return isKept ? keyword : "\\Flagged";
	}

	/** RFC 6851, else the way before it. */
	private void move(String set, String target) throws MessagingException {
		Argument name = new Argument();
		name.writeString(BASE64MailboxEncoder.encode(target));
		if (store.hasCapability("MOVE")) {
			command("UID MOVE " + set, name);
			return;
		}
		command("UID COPY " + set, name);
		delete(set);
	}

	/** RFC 4315. Without it, mails that others have marked as deleted would go too: then ours stay, marked. */
	private void delete(String set) throws MessagingException {
		command("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)", null);
		if (store.hasCapability("UIDPLUS")) {
			command("UID EXPUNGE " + set, null);
		}
	}

	private void command(String command, Argument argument) throws MessagingException {
		folder.doCommand(protocol -> run(protocol, command, argument));
	}

	private static Object run(IMAPProtocol protocol, String command, Argument argument) throws ProtocolException {
		Response[] responses = protocol.command(command, argument);
		protocol.notifyResponseHandlers(responses);
		protocol.handleResult(responses[responses.length - 1]);
		return null;
	}
}
