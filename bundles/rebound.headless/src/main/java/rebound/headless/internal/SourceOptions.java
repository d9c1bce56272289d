package rebound.headless.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.source.MailboxPreset;
import rebound.source.MailboxSettings;

/** The options that say how a mailbox is reached and what is done with its mails. Used as a mixin. */
public final class SourceOptions {

	@Option(names = "--address", paramLabel = "ADDRESS")
	private String address;

	@Option(names = "--preset", paramLabel = "PROVIDER")
	private String preset;

	@Option(names = "--protocol", paramLabel = "imap|pop3")
	private String protocol;

	@Option(names = "--host", paramLabel = "HOST")
	private String host;

	@Option(names = "--port", paramLabel = "N")
	private Integer port;

	@Option(names = "--security", paramLabel = "tls|starttls|none")
	private String security;

	@Option(names = "--user", paramLabel = "USER")
	private String user;

	@Option(names = "--login", paramLabel = "password|xoauth2|oauthbearer")
	private String login;

	@Option(names = "--oauth-provider", paramLabel = "PROVIDER")
	private String provider;

	@Option(names = "--client-id", paramLabel = "ID")
	private String clientId;

	@Option(names = "--folder", paramLabel = "FOLDER")
	private List<String> folders = new ArrayList<>();

	@Option(names = "--after", paramLabel = "leave|mark|move|delete")
	private String after;

	@Option(names = "--after-target", paramLabel = "FOLDER|KEYWORD")
	private String target;

	@Option(names = "--after-days", paramLabel = "N")
	private Integer days;

	@Option(names = "--ca-file", paramLabel = "FILE")
	private Path caFile;

	@Option(names = "--timeout", paramLabel = "SECONDS")
	private Integer timeout;

	/** @return the settings that these options and the provider's preset come to */
	Properties properties(Console console) {
		Properties properties = new Properties();
		put(properties, "protocol", protocol);
		Optional<MailboxPreset> found = preset == null
				? host == null && address != null ? MailboxPreset.ofAddress(address) : Optional.empty()
				: Optional.of(MailboxPreset.find(preset).orElseThrow(() -> Summaries.usage(console,
						"sources.unknownPreset", preset, String.join(", ", MailboxPreset.ids()))));
		found.ifPresent(known -> properties.putAll(known.settings(protocol)));
		put(properties, "user", address);
		put(properties, "host", host);
		put(properties, "port", port);
		put(properties, "security", security);
		put(properties, "user", user);
		put(properties, "login", login);
		put(properties, "oauth.provider", provider);
		put(properties, "oauth.client", clientId);
		put(properties, "folders", folders.isEmpty() ? null : String.join(",", folders));
		put(properties, "after", after);
		put(properties, "after.target", target);
		put(properties, "after.days", days);
		put(properties, "ca.file", caFile == null ? null : caFile.toAbsolutePath());
		put(properties, "timeout.seconds", timeout);
		return properties;
	}

	/** @return what the provider demands, as a key of the messages, or {@code null} */
	String hint(MailboxSettings settings) {
		return MailboxPreset.ofHost(settings.host()).map(MailboxPreset::hint).orElse(null);
	}

	private static void put(Properties properties, String name, Object value) {
		if (value != null) {
			properties.setProperty(name, value.toString());
		}
	}
}
