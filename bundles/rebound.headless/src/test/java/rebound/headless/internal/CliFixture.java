package rebound.headless.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.io.TempDir;
import rebound.customers.JsonReader;

/** Runs commands against a database of the test's own. */
abstract class CliFixture {

	@TempDir
	Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	/** Runs a command on the database; what was printed before is forgotten. */
	int run(String... args) {
		List<String> words = new ArrayList<>(Arrays.asList(args));
		words.addAll(List.of("--database", folder.resolve("database").toString()));
		return plain(words.toArray(String[]::new));
	}

	/** The same without a database. */
	int plain(String... args) {
		return plain(() -> false, args);
	}

	/** @param cancelled whether the user wants the command to stop */
	int plain(BooleanSupplier cancelled, String... args) {
		out.reset();
		err.reset();
		return PlainCli.make(out, new PrintStream(err, true, StandardCharsets.UTF_8), cancelled).run(args);
	}

	String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	List<Map<String, Object>> jsonLines() throws IOException {
		List<Map<String, Object>> objects = new ArrayList<>();
		for (String line : out().lines().toList()) {
			objects.add(JsonReader.object(line));
		}
		return objects;
	}

	/** @return the file's path */
	String write(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		return file.toString();
	}

	/** A bounce of a mail that was sent on a day of October 2026. */
	static String bounce(String recipient, String subject, int day, String status, String diagnostic) {
		return """
				From: MAILER-DAEMON@mx.customer.example
				To: news@shop.example
				Date: %5$s
				Subject: Undelivered Mail Returned to Sender
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b

				Sorry.

				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.customer.example

				Final-Recipient: rfc822; %1$s
				Action: failed
				Status: %3$s
				Diagnostic-Code: smtp; %4$s
				Remote-MTA: dns; mx.customer.example

				--b
				Content-Type: message/rfc822

				Message-ID: <%6$d.%1$s>
				Subject: %2$s
				From: Shop <news@shop.example>
				To: %1$s
				Date: %5$s

				text
				--b--
				""".formatted(recipient, subject, status, diagnostic, date(day), day);
	}

	static String unknown(String recipient, String subject, int day) {
		return bounce(recipient, subject, day, "5.1.1",
				"550 5.1.1 <" + recipient + ">: Recipient address rejected: User unknown");
	}

	private static String date(int day) {
		List<String> weekdays = List.of("Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue");
		return "%s, %02d Oct 2026 08:00:00 +0000".formatted(weekdays.get(day % 7), day);
	}
}
