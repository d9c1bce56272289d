package rebound.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import rebound.policy.internal.ConfiguredSettings;

class PolicyConfigurationTest {

	@Test
	void defaultsAreThoseOfThePolicy() {
		PolicyConfiguration defaults = (PolicyConfiguration) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[]{ PolicyConfiguration.class }, (proxy, method, arguments) -> method.getDefaultValue());
		assertEquals(PolicySettings.DEFAULT, ConfiguredSettings.of(defaults));
	}

	@Test
	void everySettingHasANameAndASentence() throws Exception {
		Properties wording = new Properties();
		try (InputStreamReader in = new InputStreamReader(
				getClass().getResourceAsStream("/OSGI-INF/l10n/policy.properties"), StandardCharsets.UTF_8)) {
			wording.load(in);
		}
		for (Method setting : PolicyConfiguration.class.getDeclaredMethods()) {
			String key = setting.getName().replace('_', '.');
			assertNotNull(wording.getProperty(key), key);
			assertNotNull(wording.getProperty(key + ".description"), key);
		}
	}
}
