package rebound.headless.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import picocli.CommandLine.Option;
import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.model.ServiceRecords;
import rebound.source.MailboxDiscovery;
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

	@Option(names = "--discover")
	private boolean isDiscovered;

	@Option(names = "--resolver", paramLabel = "HOST[:PORT]")
	private String resolver;

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

	/**
	 * @param dns asked only when the user wants it; may be {@code null}
	 * @return the settings that these options and the provider's preset come to
	 */
	Properties properties(ServiceRecords dns, Console console) {
		Properties properties = new Properties();
		put(properties, "protocol", protocol);
		Optional<MailboxPreset> found = preset == null
				? host == null && address != null ? MailboxPreset.ofAddress(address) : Optional.empty()
				: Optional.of(MailboxPreset.find(preset).orElseThrow(() -> Summaries.usage(console,
						"sources.unknownPreset", preset, String.join(", ", MailboxPreset.ids()))));
		found.ifPresent(known -> properties.putAll(known.settings(protocol)));
		if (found.isEmpty() && host == null) {
			if (!isDiscovered || address == null) {
				throw Summaries.usage(console, "sources.hostWanted");
			}
			properties.putAll(discovered(dns, console).settings());
		}
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

	/** A server that is not the domain's own is not taken unseen: anybody could have answered. */
	private MailboxDiscovery discovered(ServiceRecords dns, Console console) {
		if (dns == null) {
			throw Summaries.usage(console, "suggest.noDns");
		}
		String domain = address.substring(address.lastIndexOf('@') + 1);
		MailboxDiscovery server;
		try {
			server = MailboxDiscovery.of(address, dns, resolver).stream()
					.filter(one -> protocol == null || one.protocol().equals(protocol)).findFirst()
					.orElseThrow(() -> new CommandFailure(ExitCode.NO_INPUT,
							console.messages().text("sources.notDiscovered", domain), null));
		} catch (IOException silent) {
			throw new CommandFailure(ExitCode.NO_INPUT, console.messages().text("sources.dnsSilent", domain), silent);
		} catch (IllegalArgumentException wrong) {
			throw Summaries.usage(console, "sources.cannotAsk", wrong.getMessage());
		}
		if (!server.isOfDomain()) {
			throw Summaries.usage(console, "sources.foreignServer", domain, server.host(), server.port(),
					server.protocol(), server.security());
		}
		console.say("sources.discovered", domain, server.host(), server.port(), server.protocol(), server.security());
		return server;
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
