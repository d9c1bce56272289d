package rebound.source.internal;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import rebound.source.AfterReading;
import rebound.source.AfterReading.Action;
import rebound.source.MailboxConfiguration;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.source.MailboxSettings.OAuthClient;
import rebound.source.MailboxSettings.Security;

/** A mailbox's settings as texts, with the names and defaults of {@link MailboxConfiguration}. */
public final class MailboxProperties {

	private static final int LONGEST_TIMEOUT = 3600;
	private static final int MOST_DAYS = 3650;

	private final Map<String, String> values = new HashMap<>();

	private MailboxProperties(Properties file) {
		for (Method setting : MailboxConfiguration.class.getDeclaredMethods()) {
			Object value = setting.getDefaultValue();
			values.put(name(setting), value instanceof String[] several ? String.join(",", several) : value.toString());
		}
		for (String name : file.stringPropertyNames()) {
			if (values.replace(name, file.getProperty(name).strip()) == null) {
				throw new IllegalArgumentException(name);
			}
		}
	}

	private static String name(Method setting) {
		return setting.getName().replace('_', '.');
	}

	/** @throws IllegalArgumentException with the name of the setting that is unknown or whose value is none */
	public static MailboxSettings read(String name, Properties file) {
		MailboxProperties texts = new MailboxProperties(file);
		Login login = texts.choice(Login.class, "login");
		return new MailboxSettings(name, texts.text("protocol"), texts.choice(Security.class, "security"),
				texts.text("host"), texts.number("port", 65535), texts.text("user"), login, texts.list("folders"),
				texts.after(), texts.optional("ca.file") == null ? null : Path.of(texts.text("ca.file")),
				Duration.ofSeconds(Math.max(1, texts.number("timeout.seconds", LONGEST_TIMEOUT))),
				login == Login.PASSWORD
						? null
						: new OAuthClient(texts.text("oauth.provider"),
								texts.text("oauth.client")));
	}

	/** @return what {@link #read} makes the same settings of; what is as by default is left out */
	public static Properties write(MailboxSettings settings) {
		Properties file = new Properties();
		file.setProperty("protocol", settings.protocol());
		file.setProperty("host", settings.host());
		file.setProperty("port", Integer.toString(settings.port()));
		file.setProperty("security", id(settings.security()));
		file.setProperty("user", settings.user());
		file.setProperty("login", id(settings.login()));
		file.setProperty("folders", String.join(",", settings.folders()));
		file.setProperty("after", id(settings.after().action()));
		file.setProperty("after.days", Integer.toString(settings.after().days()));
		file.setProperty("timeout.seconds", Long.toString(settings.timeout().toSeconds()));
		if (settings.after().target() != null) {
			file.setProperty("after.target", settings.after().target());
		}
		if (settings.caFile() != null) {
			file.setProperty("ca.file", settings.caFile().toString());
		}
		if (settings.oauth() != null) {
			file.setProperty("oauth.provider", settings.oauth().provider());
			file.setProperty("oauth.client", settings.oauth().clientId());
		}
		return file;
	}

	private static String id(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private AfterReading after() {
		Action action = choice(Action.class, "after");
		String target = optional("after.target");
		boolean isPop3 = text("protocol").equals("pop3");
		if (isPop3 && (action == Action.MARK || action == Action.MOVE)) {
			throw new IllegalArgumentException("after");
		}
		if (action == Action.MARK && target == null) {
			target = "$Bounce";
		}
		if (action == Action.MARK && !isKeyword(target) || action == Action.MOVE && target == null) {
			throw new IllegalArgumentException("after.target");
		}
		return new AfterReading(action, target, number("after.days", MOST_DAYS));
	}

	/** An atom of IMAP, or a flag with its backslash. */
	private static boolean isKeyword(String text) {
		return text.substring(text.startsWith("\\") ? 1 : 0).chars()
				.allMatch(c -> c > ' ' && c < 127 && "(){%*\"\\]".indexOf(c) < 0) && text.length() <= 60;
	}

	private String optional(String name) {
		String text = values.get(name);
		return text.isEmpty() ? null : text;
	}

	/** A line break would begin a command of its own. */
	private String text(String name) {
		String text = values.get(name);
		if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException(name);
		}
		return text;
	}

	private List<String> list(String name) {
		List<String> list = Stream.of(text(name).split(",")).map(String::strip).filter(item -> !item.isEmpty())
				.distinct().toList();
		if (list.isEmpty()) {
			throw new IllegalArgumentException(name);
		}
		return list;
	}

	private int number(String name, int highest) {
		try {
			int number = Integer.parseInt(values.get(name));
			if (number >= 0 && number <= highest) {
				return number;
			}
		} catch (NumberFormatException noNumber) {
			throw new IllegalArgumentException(name, noNumber);
		}
		throw new IllegalArgumentException(name);
	}

	private <E extends Enum<E>> E choice(Class<E> type, String name) {
		return Stream.of(type.getEnumConstants()).filter(value -> id(value).equals(values.get(name))).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(name));
	}
}
