package rebound.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * How the mailboxes of a known provider are reached.
 *
 * @param id      for example {@code "gmail"}
 * @param domains of the addresses it gives; empty for those of companies
 * @param imap    host, port and protection of IMAP, as {@code host:port:security}, or {@code null}
 * @param pop3    the same of POP3
 * @param login   {@code password} or {@code xoauth2}
 * @param hint    what a user has to do there first, as a code, or {@code null}
 */
public record MailboxPreset(String id, List<String> domains, String imap, String pop3, String login, String hint) {

	private static final List<MailboxPreset> ALL = load();

	/** @return the ids of all presets */
	public static List<String> ids() {
		return ALL.stream().map(MailboxPreset::id).toList();
	}

	/** @return the preset of this id */
	public static Optional<MailboxPreset> find(String id) {
		return ALL.stream().filter(preset -> preset.id().equalsIgnoreCase(id)).findFirst();
	}

	/** @return the preset of the provider that gave this address; nothing is asked of the network */
	public static Optional<MailboxPreset> ofAddress(String address) {
		String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
		return ALL.stream().filter(preset -> preset.domains().contains(domain)).findFirst();
	}

	/** @return the preset whose server this is */
	public static Optional<MailboxPreset> ofHost(String host) {
		String begin = host.toLowerCase(Locale.ROOT) + ":";
		return ALL.stream().filter(preset -> preset.imap() != null && preset.imap().startsWith(begin)
				|| preset.pop3() != null && preset.pop3().startsWith(begin)).findFirst();
	}

	/**
	 * @param protocol {@code imap}, {@code pop3}, or {@code null} for the better one
	 * @return the settings, by the names of {@link MailboxConfiguration}
	 */
	public Properties settings(String protocol) {
		Properties settings = new Properties();
		boolean isPop3 = "pop3".equals(protocol);
		String server = isPop3 ? pop3 : imap;
		if (server != null) {
			String[] parts = server.split(":");
			settings.setProperty("host", parts[0]);
			settings.setProperty("port", parts[1]);
			settings.setProperty("security", parts[2]);
			settings.setProperty("protocol", isPop3 ? "pop3" : "imap");
		}
		settings.setProperty("login", login);
		if (!login.equals("password")) {
			settings.setProperty("oauth.provider", id);
		}
		return settings;
	}

	/** One line each: id, domains, IMAP, POP3, login, hint; a hyphen for none. */
	private static List<MailboxPreset> load() {
		try (InputStream in = MailboxPreset.class.getResourceAsStream("presets.txt")) {
			if (in == null) {
				throw new IllegalStateException("presets.txt");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter(line -> !line.isBlank() && !line.startsWith("#")).map(MailboxPreset::parse).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static MailboxPreset parse(String line) {
		String[] fields = line.strip().split("\\s+");
		return new MailboxPreset(fields[0], fields[1].equals("-") ? List.of() : List.of(fields[1].split(",")),
				value(fields[2]), value(fields[3]), fields[4], value(fields[5]));
	}

	private static String value(String field) {
		return field.equals("-") ? null : field;
	}
}
