package rebound.policy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import rebound.policy.internal.ConfiguredSettings;

/** Settings as a properties file, with the names that the configuration has, for example {@code quota.hold.hours}. */
public final class PolicyFile {

	private static final int HIGHEST = 100_000;

	private PolicyFile() {
	}

	/**
	 * Reads settings; what the file does not name is as by default.
	 *
	 * @throws IllegalArgumentException with the name that is unknown or whose value is none
	 */
	public static PolicySettings read(Properties file) {
		Map<String, Object> values = new HashMap<>();
		for (Method setting : PolicyConfiguration.class.getDeclaredMethods()) {
			values.put(setting.getName().replace('_', '.'), setting.getDefaultValue());
		}
		for (String name : file.stringPropertyNames()) {
			if (!values.containsKey(name)) {
				throw new IllegalArgumentException(name);
			}
			values.put(name, value(name, file.getProperty(name).strip(), values.get(name)));
		}
		return ConfiguredSettings.of((PolicyConfiguration) Proxy.newProxyInstance(
				PolicyConfiguration.class.getClassLoader(), new Class<?>[]{ PolicyConfiguration.class },
				(proxy, method, arguments) -> values.get(method.getName().replace('_', '.'))));
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
			if (number >= 0 && number <= HIGHEST) {
				return number;
			}
		} catch (NumberFormatException noNumber) {
			throw new IllegalArgumentException(name, noNumber);
		}
		throw new IllegalArgumentException(name);
	}
}
