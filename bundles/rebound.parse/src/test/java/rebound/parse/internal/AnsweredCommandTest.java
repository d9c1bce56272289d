package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static rebound.parse.internal.Mails.notification;
import static rebound.parse.internal.Mails.only;
import static rebound.parse.internal.Mails.parse;

import java.util.List;

import org.junit.jupiter.api.Test;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;

/** The fields of a report do not tell which command was answered; its text may. */
class AnsweredCommandTest {

	private static final String FIELDS = """
			Final-Recipient: rfc822; anna@example.com
			Action: failed
			Status: 5.0.0
			Diagnostic-Code: smtp; 550 Unknown user anna@example.com
			""";

	private static SmtpCommand command(String notice) {
		return only(parse(notification(notice, FIELDS))).command();
	}

	@Test
	void postfixNamesItOverTheEndOfALine() {
		assertEquals(SmtpCommand.END_OF_DATA, command("""
				<anna@example.com>: host mx.example.com[192.0.2.1] said:
				    550 Unknown user anna@example.com (in reply to end of DATA
				    command)
				"""));
		assertEquals(SmtpCommand.RCPT, command("""
				<anna@example.com>: host mx.example.com[192.0.2.1] said: 550 Unknown user
				    anna@example.com (in reply to RCPT TO command)
				"""));
	}

	@Test
	void eximNamesItBeforeTheReply() {
		assertEquals(SmtpCommand.END_OF_DATA, command("""
				  anna@example.com
				    host mx.example.com [192.0.2.1]
				    SMTP error from remote mail server after end of data:
				    550 Unknown user anna@example.com
				"""));
	}

	@Test
	void sendmailShowsTheSession() {
		String session = """
				   ----- Transcript of session follows -----
				... while talking to mx.example.com.:
				>>> DATA
				<<< 550 Unknown user anna@example.com
				""";
		assertEquals(SmtpCommand.DATA, command(session + "554 5.0.0 Service unavailable\n"));
		assertEquals(SmtpCommand.RCPT, command(session + """
				550 5.1.1 <anna@example.com>... User unknown
				<<< 503 5.0.0 Need RCPT (recipient)
				"""), "the reply to DATA came after it");
	}

	@Test
	void eachRecipientHasItsOwn() {
		List<RecipientStatus> all = parse(notification("""
				<anna@example.com>: host mx.example.com[192.0.2.1] said: 550 Unknown user
				    anna@example.com (in reply to RCPT TO command)

				<bob@example.com>: host mx.example.com[192.0.2.1] said: 554 spam (in reply
				    to end of DATA command)
				""", FIELDS + """

				Final-Recipient: rfc822; bob@example.com
				Action: failed
				Status: 5.0.0
				Diagnostic-Code: smtp; 554 spam
				""")).recipients();
		assertEquals(List.of(SmtpCommand.RCPT, SmtpCommand.END_OF_DATA),
				all.stream().map(RecipientStatus::command).toList());
	}

	@Test
	void nothingIsMadeUp() {
		assertNull(command("We could not deliver your message to anna@example.com.\n"));
	}
}
