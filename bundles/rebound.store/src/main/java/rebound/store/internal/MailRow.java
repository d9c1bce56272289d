package rebound.store.internal;

import java.util.ArrayList;
import java.util.List;

import rebound.model.Kind;
import rebound.store.NewMail;

/**
 * A mail as a row of its table.
 *
 * @param place in the batch it came with, from 0
 * @param hash  SHA-256
 */
record MailRow(int place, byte[] hash, NewMail mail) {

	static List<MailRow> of(List<NewMail> mails) {
		List<MailRow> rows = new ArrayList<>(mails.size());
		for (NewMail mail : mails) {
			byte[] hash = Text.bytes(mail.hash(), 32);
			if (hash == null) {
				throw new IllegalArgumentException(mail.hash());
			}
			rows.add(new MailRow(rows.size(), hash, mail));
		}
		return rows;
	}

	/** @return whether its bytes are kept: a mail that reports nothing is somebody's letter, known by its hash only */
	boolean isKept() {
		return mail.judged().kind() != Kind.OTHER;
	}

	/** @return number of bytes kept, before packing */
	int kept() {
		return isKept() ? Math.min(mail.raw().length, NewMail.RAW_LIMIT) : 0;
	}
}
