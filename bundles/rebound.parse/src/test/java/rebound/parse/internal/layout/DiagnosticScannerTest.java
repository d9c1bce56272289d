package rebound.parse.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rebound.model.EnhancedStatus;
import rebound.model.SmtpCommand;

class DiagnosticScannerTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			550 5.1.1 no such user                                                                 | 550 | 5.1.1
			550-5.1.1 no such 550 5.1.1 user                                                       | 550 | 5.1.1
			host mx.a.example[192.0.2.1] said: 452 4.2.2 full (in reply to RCPT TO command)        | 452 | 4.2.2
			552 sorry, this mailbox is over quota (#5.2.2)                                         | 552 | 5.2.2
			Remote host said: 553 sorry                                                            | 553 | -
			smtp;550 gone                                                                          | 550 | -
			5.1.0 - Unknown address error 550-'5.1.1 <a@b.example> unknown'                        | 550 | 5.1.1
			Remote Server returned '554 5.4.7 QUEUE.Ex; expired; LastError=451 4.4.0 DNS'          | 554 | 5.4.7
			550 5.0.350 Remote server returned an error -> 550 5.1.1 no such user                  | 550 | 5.1.1
			550 5.4.300 Message expired -> 451 4.4.0 DNS query failed                              | 550 | 5.4.300
			554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 timed out>      | 421 | 4.4.2
			554 5.4.7 [internal] message timeout (last transfail: 451 4.3.0 try later)             | 554 | 5.4.7
			554 <a@b.example>... 550 Host unknown                                                  | 550 | -
			550 550 5.7.1 not from you (state 14)                                                  | 550 | 5.7.1
			<mx.a.example #5.5.0 smtp;554 no>                                                      | 554 | 5.5.0
			#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##                                    | 550 | 5.1.1
			5.2.2 <a@b.example>... Mailbox Full                                                    | 0   | 5.2.2
			Invalid Address, ERROR_CODE :550, ERROR_CODE :not here                                 | 550 | -
			ResponseCode 421, , Host not reachable.                                                | 421 | -
			refused (DATA), with the following error message: [554 5.4.6 Hop count exceeded]       | 554 | 5.4.6
			503: too early                                                                         | 503 | -
			550                                                                                    | 550 | -
			550 #5.1.0 Address rejected.                                                           | 550 | 5.1.0
			(reason: 550 Mailbox not found)                                                        | 550 | -
			""")
	void findsCodes(String text, int code, String status) {
		Reply reply = DiagnosticScanner.scan(text);
		assertEquals(code, reply.code());
		assertEquals(status, reply.status() == null ? null : reply.status().toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			could not connect to 192.5.1.1 port 465
			connect to mx.a.example[198.51.100.4]:587: Connection refused
			timed out after 550 seconds
			message size 552 exceeds the limit of 500 bytes
			mailbox holds 550 messages
			Could not deliver for the last 432 seconds
			see http://a.example/error-550 and http://b.example/5.1.1/
			sent by Exim 4.9.2
			Microsoft ESMTP MAIL Service, Version: 5.0.219
			10.5.1.1 is not ours
			5.1.1.2 is not ours
			id=a5.1.1 of 1.550.3
			call 5 5.1.1234
			3 attempts, 420 recipients
			error 5.8.1 is none, nor is 3.1.1 or 5.1.1000
			mail for 550@a.example
			""")
	void takesNoOtherNumberForACode(String text) {
		Reply reply = DiagnosticScanner.scan(text);
		assertEquals(0, reply.code(), text);
		assertSame(null, reply.status(), text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			550 no (in reply to RCPT TO command)                                      | RCPT
			550 no (in reply to end of DATA command)                                  | END_OF_DATA
			said: 421 (in reply to MAIL FROM command)                                 | MAIL
			SMTP error from remote mail server after RCPT TO:<a@b.example>: 550 no    | RCPT
			SMTP error from remote mail server after pipelined MAIL FROM:<a@b>: 550   | MAIL
			SMTP error from remote mail server after end of data: 554 no              | END_OF_DATA
			SMTP error from remote mail server after initial connection: 554 no       | CONNECT
			SMTP error from remote server for TEXT command, host: mx.a.example        | END_OF_DATA
			192.0.2.1 does not like recipient. Remote host said: 550 no               | RCPT
			Connected to 192.0.2.1 but sender was rejected.                           | MAIL
			192.0.2.1 failed after I sent the message.                                | END_OF_DATA
			mx.a.example [192.0.2.1] did not like our RCPT TO: 550 no                 | RCPT
			550 5.1.1 no [RCPT_TO]                                                    | RCPT
			550 550 no (state 14)                                                     | RCPT
			lost connection with mx.a.example[192.0.2.1] while sending RCPT TO        | RCPT
			host mx.a.example[192.0.2.1] refused to talk to me: 554 no                | CONNECT
			connect to mx.a.example[192.0.2.1]:25: Connection refused                 | CONNECT
			conversation with mx.a.example timed out while sending MAIL FROM          | MAIL
			TLS error after STARTTLS                                                  | STARTTLS
			""")
	void findsTheAnsweredCommand(String text, SmtpCommand command) {
		assertEquals(command, DiagnosticScanner.scan(text).command());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			host mx.a.example[192.0.2.1] said: 550 no           | mx.a.example
			host MX.a.example [192.0.2.1]: 550 no               | MX.a.example
			Connected to 192.0.2.1 but sender was rejected.     | 192.0.2.1
			... while talking to mx.a.example.:                 | mx.a.example
			SMTP Server <192.0.2.1> refused to accept it        | 192.0.2.1
			connect to mx.a.example[2001:db8::1]:25: timed out  | mx.a.example
			""")
	void findsTheHost(String text, String host) {
		assertEquals(host, DiagnosticScanner.scan(text).remoteMta());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			550-5.1.1 No such 550 5.1.1 user here      | 550 5.1.1 No such user here
			550-No such 550-user 550 here              | 550 No such user here
			550 5.1.1 one line                         | 550 5.1.1 one line
			said: 550-5.7.1 a 550-5.7.1 b 550 5.7.1 c  | said: 550 5.7.1 a b c
			call 555-1234 or 550-9876 please           | call 555-1234 or 550-9876 please
			421-4.7.0 a 421 4.7.0 b (in reply to X)    | 421 4.7.0 a b (in reply to X)
			""")
	void joinsReplies(String text, String joined) {
		assertEquals(joined, Replies.join(text));
	}

	@Test
	void anEmptyTextSaysNothing() {
		assertSame(Reply.NONE, DiagnosticScanner.scan(""));
		assertSame(Reply.NONE, DiagnosticScanner.scan(null));
	}

	@Test
	void keepsDetailsOfThreeDigits() {
		assertEquals(new EnhancedStatus(5, 7, 509), DiagnosticScanner.scan("550 5.7.509 no").status());
	}
}
