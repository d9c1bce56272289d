package rebound.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;

import rebound.policy.internal.ConfiguredSettings;

/** Settings as a properties file, with the names that the configuration has, for example {@code quota.hold.hours}. */
public final class PolicyFile {

	private static final int MOST_EVENTS = 100;
	private static final int MOST_HOURS = 8760;
	private static final int MOST_SILENCE = 720;
	private static final int MOST_ADDRESSES = 100_000;
	private static final int MOST_DAYS = 3650;
	private static final int MOST_VALUE = 1_000_000_000;
	private static final int WHOLE = 100;

	private PolicyFile() {
	}

	/**
	 * A setting.
	 *
	 * @param standard its value unless set otherwise: a number, or whether it is on
	 * @param least    the lowest number; 0 for one that is on or off
	 * @param most     the highest number; 0 for one that is on or off
	 * @param sentence what it does
	 */
	public record Setting(String name, Object standard, int least, int most, String sentence) {
	}

	/**
	 * A setting in words.
	 *
	 * @param title    what it is called
	 * @param sentence what it does
	 */
	public record Words(String title, String sentence) {
	}

	/** @return the words of each setting by its name, in a language, or in English where there are none of it */
	public static Map<String, Words> words(Locale language) {
		ResourceBundle words = ResourceBundle.getBundle("OSGI-INF.l10n.policy", language,
				PolicyFile.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		Map<String, Words> all = new HashMap<>();
		for (String name : ConfiguredSettings.values(PolicySettings.DEFAULT).keySet()) {
			all.put(name, new Words(words.getString(name), words.getString(name + ".description")));
		}
		return all;
	}

	/** @return all settings, by name */
	public static List<Setting> settings() {
		Properties words = new Properties();
		try (InputStream in = PolicyFile.class.getResourceAsStream("/OSGI-INF/l10n/policy.properties");
				InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			words.load(text);
		} catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
		List<Setting> settings = new ArrayList<>();
		ConfiguredSettings.values(PolicySettings.DEFAULT).forEach((name, standard) -> settings.add(new Setting(name,
				standard, least(name, standard), most(name, standard), words.getProperty(name + ".description"))));
		return settings;
	}

	/**
	 * Reads settings; what the file does not name is as by default.
	 *
	 * @throws IllegalArgumentException with the name that is unknown or whose value is none or out of its range
	 */
	public static PolicySettings read(Properties file) {
		Map<String, Object> values = new HashMap<>(ConfiguredSettings.values(PolicySettings.DEFAULT));
		for (String name : file.stringPropertyNames()) {
			if (!values.containsKey(name)) {
				throw new IllegalArgumentException(name);
			}
			values.put(name, value(name, file.getProperty(name).strip(), values.get(name)));
		}
		return ConfiguredSettings.of((PolicyConfiguration) Proxy.newProxyInstance(
				PolicyConfiguration.class.getClassLoader(), new Class<?>[]{ PolicyConfiguration.class },
				(proxy, method, arguments) -> values.get(nameOf(method))));
	}

	/** @return the settings as lines {@code name=value}, all of them: {@link #properties} and {@link #read} read it */
	public static String text(PolicySettings settings) {
		StringBuilder text = new StringBuilder();
		ConfiguredSettings.values(settings)
				.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
		return text.toString();
	}

	/** @return the value of each setting by its name */
	public static Map<String, Object> values(PolicySettings settings) {
		return ConfiguredSettings.values(settings);
	}

	/** @return lines {@code name=value} as a properties file */
	public static Properties properties(String text) {
		Properties properties = new Properties();
		try {
			properties.load(new StringReader(text));
		} catch (IOException textsDoNotFail) {
			throw new UncheckedIOException(textsDoNotFail);
		}
		return properties;
	}

	private static String nameOf(Method setting) {
		return setting.getName().replace('_', '.');
	}

	private static Object value(String name, String text, Object like) {
		if (like instanceof Boolean) {
			if (text.equals("true") || text.equals("false")) {
				return Boolean.valueOf(text);
			}
			throw new IllegalArgumentException(name);
		}
		try {
			int number = Integer.parseInt(text);
			if (number >= least(name, like) && number <= most(name, like)) {
				return number;
			}
		} catch (NumberFormatException noNumber) {
			throw new IllegalArgumentException(name, noNumber);
		}
		throw new IllegalArgumentException(name);
	}

	/** The same ranges as in {@link PolicyConfiguration}, whose annotations are gone when the program runs. */
	private static int least(String name, Object like) {
		boolean canBeNone = name.endsWith(".events") || name.endsWith(".hours") && !name.equals("silence.hours")
				|| name.endsWith(".value");
		return like instanceof Boolean || canBeNone ? 0 : 1;
	}

	private static int most(String name, Object like) {
		if (like instanceof Boolean) {
			return 0;
		}
		return switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "events" -> MOST_EVENTS;
			case "hours" -> name.equals("silence.hours") ? MOST_SILENCE : MOST_HOURS;
			case "addresses" -> MOST_ADDRESSES;
			case "days" -> MOST_DAYS;
			case "value" -> MOST_VALUE;
			default -> WHOLE;
		};
	}
}
