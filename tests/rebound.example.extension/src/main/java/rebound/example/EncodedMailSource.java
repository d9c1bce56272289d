package rebound.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.RawMail;
import rebound.source.SourceLocation;

/**
 * A place that mails are read from: files that hold a mail in each line, in Base64 (RFC 4648), named {@code .b64}. Its
 * name as a component is its id, so that the form of its settings is found.
 */
@Component(name = EncodedMailSource.ID)
@Designate(ocd = EncodedMailSource.Settings.class)
public final class EncodedMailSource implements MailSource {

	static final String ID = "example.b64";

	/** What a place of this kind needs to know. */
	@ObjectClassDefinition(name = "Mails in Base64")
	@interface Settings {
		@AttributeDefinition(name = "File", description = "A file with a mail in each line.")
		String file();

		@AttributeDefinition(name = "First lines", description = "How many lines to leave out.", min = "0")
		int skip() default 0;

		@AttributeDefinition(name = "Alphabet", description = "Which 64 characters (RFC 4648).", options = {
				@Option(label = "The usual one", value = "base64"),
				@Option(label = "The one for addresses of pages", value = "base64url") })
		String alphabet() default "base64";
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public boolean accepts(String location) {
		return SourceLocation.isOf(ID, location) || location.endsWith(".b64");
	}

	@Override
	public void read(String location, MailHandler handler) throws IOException {
		Map<String, String> settings = SourceLocation.isOf(ID, location)
				? SourceLocation.parse(location).settings()
				: Map.of("file", location);
		Path file = Path.of(settings.get("file"));
		Base64.Decoder decoder = "base64url".equals(settings.get("alphabet"))
				? Base64.getUrlDecoder()
				: Base64.getDecoder();
		int skip = Integer.parseInt(settings.getOrDefault("skip", "0"));
		try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
			int number = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String name = file.getFileName() + "#" + ++number;
				if (number <= skip) {
					continue;
				}
				try {
					handler.mail(RawMail.of(name, decoder.decode(line.strip())));
				} catch (IllegalArgumentException notBase64) {
					// Nothing is left out silently: the line is counted and named.
					handler.unreadable(name, notBase64);
				}
			}
		}
	}
}
