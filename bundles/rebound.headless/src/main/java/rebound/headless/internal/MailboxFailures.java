package rebound.headless.internal;

import rebound.headless.CommandFailure;
import rebound.headless.ExitCode;
import rebound.headless.Messages;
import rebound.source.MailboxException;

/** Says why a mailbox can't be reached or used. */
final class MailboxFailures {

	private MailboxFailures() {
	}

	/** @return one sentence with what to do about it */
	static String sentence(MailboxException failure, Messages messages) {
		return messages.text("failure.mailbox." + failure.code(), failure.details().toArray());
	}

	static CommandFailure failure(MailboxException failure, Messages messages) {
		return new CommandFailure(ExitCode.NO_INPUT, sentence(failure, messages), failure);
	}
}
