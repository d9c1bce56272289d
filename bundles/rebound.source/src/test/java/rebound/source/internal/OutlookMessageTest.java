package rebound.source.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlookMessageTest {

	private static final String P = "__substg1.0_";

	@TempDir
	private Path folder;

	@Test
	void reportThatExchangeTookApartIsAReportAgain() throws IOException {
		Map<String, byte[]> streams = new TreeMap<>(Map.of(P + "001A001F", text("REPORT.IPM.Note.NDR"),
				P + "0037001F", text("Undeliverable: Autumn news"), P + "1001001F", text("Delivery has failed."),
				P + "1046001F", text("<a1@shop.example>"), P + "0049001F", text("Autumn news"),
				P + "6820001F", text("mx1.shop.example"), P + "5D01001F", text("postmaster@shop.example")));
		String recipient = "__recip_version1.0_#00000000/" + P;
		streams.put(recipient + "39FE001F", text("anna@example.com"));
		streams.put(recipient + "0C1B001F", text("550 5.1.1 User\r\nunknown"));
		streams.put(recipient + "0C21001F", text("mx.example.com"));
		assertEquals("""
				From: postmaster@shop.example
				Subject: Undeliverable: Autumn news
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="=_outlook-message0"

				--=_outlook-message0
				Content-Type: text/plain; charset=utf-8
				Content-Transfer-Encoding: 8bit

				Delivery has failed.
				--=_outlook-message0
				Content-Type: message/delivery-status
				Content-Transfer-Encoding: 8bit

				Reporting-MTA: dns; mx1.shop.example

				Final-Recipient: rfc822; anna@example.com
				Action: failed
				Remote-MTA: dns; mx.example.com
				Diagnostic-Code: smtp; 550 5.1.1 User unknown

				--=_outlook-message0
				Content-Type: text/rfc822-headers
				Content-Transfer-Encoding: 8bit

				Message-ID: <a1@shop.example>
				Subject: Autumn news

				--=_outlook-message0--
				""", mail(streams));
	}

	@Test
	void mailKeepsItsHeaderAndTheReportsParts() throws IOException {
		Map<String, byte[]> streams = new TreeMap<>();
		streams.put(P + "001A001F", text("IPM.Note"));
		streams.put(P + "007D001F", text("""
				Received: from mx1.shop.example\r
				Content-Type: multipart/report;\r
				\tboundary=x\r
				Subject: Undelivered\r
				\t mail\r
				"""));
		streams.put(P + "1000001E", "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
		String first = "__attach_version1.0_#00000000/" + P;
		streams.put(first + "370E001F", text("message/delivery-status"));
		streams.put(first + "37010102", ("Final-Recipient: rfc822; a@example.com\n" + "x".repeat(10_000))
				.getBytes(StandardCharsets.US_ASCII));
		String second = "__attach_version1.0_#00000001/" + P + "3701000D/" + P;
		streams.put(second + "0037001F", text("Autumn news"));
		streams.put(second + "1035001F", text("<a1@shop.example>"));
		String mail = mail(streams);
		assertTrue(mail.startsWith("Received: from mx1.shop.example\nSubject: Undelivered\n\t mail\nMIME-Version: 1.0\n"
				+ "Content-Type: multipart/report; report-type=delivery-status; boundary="), mail);
		assertTrue(mail.contains("\n\nGr\u00fc\u00dfe\n--"), mail);
		assertTrue(mail.contains("message/delivery-status\nContent-Transfer-Encoding: 8bit\n\nFinal-Recipient"), mail);
		assertTrue(mail.contains("x".repeat(10_000) + "\n--"), "a large stream");
		assertTrue(mail.contains("message/rfc822\nContent-Transfer-Encoding: 8bit\n\nSubject: Autumn news\n"
				+ "Message-ID: <a1@shop.example>\nMIME"), mail);
	}

	@Test
	void fileIsReadAsTheMailItHolds() throws IOException {
		Files.write(folder.resolve("a.msg"), CompoundFileWriter.write(Map.of(P + "0037001F", text("hello"))));
		Collected mails = new Collected();
		new FileMailSource().read(folder.toString(), mails);
		assertEquals(List.of("a.msg"), mails.names);
		assertTrue(mails.text(0).startsWith("Subject: hello\r\n"));
	}

	@Test
	void damagedFilesEndOrAreRefused() {
		Random random = new Random(1);
		Map<String, byte[]> streams = new TreeMap<>();
		for (int i = 0; i < 40; i++) {
			streams.put("__recip_version1.0_#" + i + "/" + P + "39FE001F", text("a" + i + "@example.com"));
		}
		streams.put(P + "001A001F", text("REPORT.IPM.Note.NDR"));
		streams.put(P + "1000001F", text("text ".repeat(2000)));
		byte[] good = CompoundFileWriter.write(streams);
		for (int round = 0; round < 500; round++) {
			byte[] bad = round % 5 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
			for (int i = 0; i < 1 + round % 7 && bad.length > 8; i++) {
				int at = 8 + random.nextInt(round % 2 == 0 ? Math.min(bad.length, 600) - 8 : bad.length - 8);
				bad[at] = (byte) random.nextInt();
			}
			try {
				OutlookMessage.mail(bad);
			} catch (IOException refused) {
				assertTrue(refused.getMessage().contains("compound"), refused.toString());
			}
		}
		assertThrows(IOException.class, () -> OutlookMessage.mail(new byte[0]));
	}

	private static byte[] text(String text) {
		return CompoundFileWriter.text(text);
	}

	private static String mail(Map<String, byte[]> streams) throws IOException {
		return new String(OutlookMessage.mail(CompoundFileWriter.write(streams)), StandardCharsets.UTF_8)
				.replace("\r\n", "\n");
	}
}
