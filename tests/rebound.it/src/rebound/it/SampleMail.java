package rebound.it;

import java.nio.charset.StandardCharsets;

/** Mails of a mailbox that bounces come to. */
final class SampleMail {

	private SampleMail() {
	}

	/** @return a bounce (RFC 3464) for {@code personN@customers.example} */
	static byte[] bounce(int number) {
		return bounce(number, "");
	}

	/** @param attachment what the returned mail carries */
	static byte[] bounce(int number, String attachment) {
		return """
				Return-Path: <>
				From: MAILER-DAEMON@mx.example
				To: news@newsletter.example
				Date: Mon, 2 Mar 2026 10:00:00 +0000
				Message-ID: <bounce-%1$d@mx.example>
				Subject: Undelivered Mail Returned to Sender
				Auto-Submitted: auto-replied
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary=b

				--b
				Content-Type: text/plain

				This is the mail system at host mx.example. I could not deliver your message.
				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example

				Final-Recipient: rfc822; person%1$d@customers.example
				Action: failed
				Status: 5.1.1
				Remote-MTA: dns; mail.customers.example
				Diagnostic-Code: smtp; 550 5.1.1 <person%1$d@customers.example>: User unknown
				--b
				Content-Type: message/rfc822

				From: news@newsletter.example
				To: person%1$d@customers.example
				Subject: News of the spring
				Message-ID: <news-%1$d@newsletter.example>
				Date: Mon, 2 Mar 2026 09:59:00 +0000

				Good news.
				%2$s
				--b--
				""".formatted(number, attachment).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
	}

	/** @return as many bytes of an attachment in base64, in lines */
	static String base64(int size) {
		String line = "QUJD".repeat(19) + "\n";
		return line.repeat(size / line.length());
	}

	/** @return a bounce whose report stands behind an attachment */
	static byte[] bounceBehind(int number, String attachment) {
		String bounce = new String(bounce(number), StandardCharsets.UTF_8).replace("\r\n", "\n");
		int report = bounce.indexOf("--b\nContent-Type: message/delivery-status");
		return (bounce.substring(0, report) + """
				--b
				Content-Type: application/pdf; name="terms.pdf"
				Content-Transfer-Encoding: base64
				Content-Disposition: attachment

				%s
				""".formatted(attachment) + bounce.substring(report)).replace("\n", "\r\n")
				.getBytes(StandardCharsets.UTF_8);
	}

	/** @return a mail that is no bounce */
	static byte[] letter(int number) {
		return """
				From: Anna <anna%1$d@customers.example>
				To: news@newsletter.example
				Date: Mon, 2 Mar 2026 10:00:00 +0000
				Message-ID: <letter-%1$d@customers.example>
				Subject: A question about order %1$d

				Hello, when will it be sent?
				""".formatted(number).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
	}
}
