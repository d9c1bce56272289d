package rebound.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.osgi.service.component.annotations.Component;
import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.RawMail;

/** A place that mails are read from: files that hold a mail in each line, in Base64 (RFC 4648), named {@code .b64}. */
@Component
public final class EncodedMailSource implements MailSource {

	@Override
	public String id() {
		return "example.b64";
	}

	@Override
	public boolean accepts(String location) {
		return location.endsWith(".b64");
	}

	@Override
	public void read(String location, MailHandler handler) throws IOException {
		Path file = Path.of(location);
		try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
			int number = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String name = file.getFileName() + "#" + ++number;
				try {
					handler.mail(RawMail.of(name, Base64.getDecoder().decode(line.strip())));
				} catch (IllegalArgumentException notBase64) {
					// Nothing is left out silently: the line is counted and named.
					handler.unreadable(name, notBase64);
				}
			}
		}
	}
}
