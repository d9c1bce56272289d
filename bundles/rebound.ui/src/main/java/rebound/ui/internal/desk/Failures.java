package rebound.ui.internal.desk;

import java.util.Locale;

import rebound.pipeline.ServiceException;
import rebound.source.MailboxException;
import rebound.store.StoreException;

/** Says what went wrong in one sentence, and what to do. */
public final class Failures {

	private final Texts texts;

	public Failures(Texts texts) {
		this.texts = texts;
	}

	/** @return what happened */
	public String sentence(Throwable failure) {
		return texts.text("failure." + key(failure), details(failure));
	}

	/** @return what to do about it */
	public String advice(Throwable failure) {
		return texts.text("failure." + key(failure) + ".advice", details(failure));
	}

	private static Object[] details(Throwable failure) {
		return switch (failure) {
			case MailboxException mailbox -> mailbox.details().toArray();
			case ServiceException service -> new Object[]{ service.service() };
			default -> new Object[0];
		};
	}

	private static String key(Throwable failure) {
		if (failure instanceof StoreException stored) {
			return stored.code().name().toLowerCase(Locale.ROOT);
		}
		if (failure instanceof MailboxException mailbox) {
			return "mailbox." + mailbox.code().name().toLowerCase(Locale.ROOT);
		}
		if (failure instanceof ServiceException service) {
			return "service." + service.code().name().toLowerCase(Locale.ROOT);
		}
		return failure instanceof java.io.IOException ? "file" : "other";
	}
}
