package rebound.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	/** The annotations' ranges are not there at run time, so the source is read. */
	@Test
	void rangesAreThoseThatAFileIsCheckedBy() throws Exception {
		Path source = Path.of("src/main/java/rebound/policy/PolicyConfiguration.java");
		assumeTrue(Files.exists(source), "the source is not beside the test");
		Map<String, String> ranges = new HashMap<>();
		Matcher range = Pattern.compile("%([a-z.]+)\", description[^)]*min = \"(\\d+)\", max = \"(\\d+)\"")
				.matcher(Files.readString(source));
		while (range.find()) {
			ranges.put(range.group(1), range.group(2) + ".." + range.group(3));
		}
		for (PolicyFile.Setting setting : PolicyFile.settings()) {
			assertNotNull(setting.sentence(), setting.name());
			if (setting.standard() instanceof Integer) {
				assertEquals(ranges.get(setting.name()), setting.least() + ".." + setting.most(), setting.name());
			}
		}
		assertEquals(PolicyConfiguration.class.getDeclaredMethods().length, PolicyFile.settings().size());
	}

	@Test
	void textOfSettingsReadsBackAsThem() {
		PolicySettings settings = PolicySettings.DEFAULT.withStrict(true).withAutomatic(true);
		assertEquals(settings, PolicyFile.read(PolicyFile.properties(PolicyFile.text(settings))));
	}
}
