package rebound.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import rebound.model.AutoReply;
import rebound.model.BounceType;
import rebound.model.Evidence;
import rebound.model.Kind;
import rebound.model.PolicyRule;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Track;
import rebound.policy.Yardstick;
import rebound.store.StoreException;

class TextsTest {

	private static Properties read(String file) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Texts.class.getResourceAsStream(file)) {
			properties.load(in);
		}
		return properties;
	}

	@Test
	void everyTextIsAMessageFormat() throws IOException {
		for (String language : new String[]{ "", "_de", "_sv", "_fr", "_es" }) {
			for (Object text : read("messages" + language + ".properties").values()) {
				Object[] values = new Object[8];
				Arrays.fill(values, 1);
				assertFalse(new MessageFormat(text.toString(), Locale.ENGLISH).format(values).isBlank(),
						text.toString());
			}
		}
	}

	@Test
	void everyCodeHasItsWords() throws IOException {
		Properties texts = read("messages.properties");
		Stream<String> keys = Stream.of(
				Arrays.stream(Reason.values()).map(each -> "verdict." + each.id()),
				Arrays.stream(BounceType.values()).map(each -> "verdict.form." + each.id()),
				Arrays.stream(Kind.values()).map(each -> "kind." + each.id()),
				Arrays.stream(AutoReply.SubKind.values()).map(each -> "autoReply." + each.id()),
				Arrays.stream(Track.values()).map(each -> "track." + each.id()),
				Arrays.stream(PolicyRule.values()).map(each -> "rule." + each.id()),
				Arrays.stream(Evidence.Source.values()).map(each -> "evidence." + each.name().toLowerCase(Locale.ROOT)),
				Arrays.stream(Yardstick.values()).map(each -> "campaigns.sentence." + each.id()),
				Arrays.stream(Yardstick.values()).map(each -> "yardstick." + each.id()),
				Arrays.stream(Standing.State.values())
						.flatMap(each -> Stream.of("state." + each.id(), "standing." + each.id(),
								"standing." + each.id() + ".plain")),
				Arrays.stream(StoreException.Code.values())
						.map(each -> "failure." + each.name().toLowerCase(Locale.ROOT))
						.flatMap(key -> Stream.of(key, key + ".advice")))
				.flatMap(each -> each);
		assertEquals("", String.join(" ", keys.filter(key -> !texts.containsKey(key)).toList()));
	}
}
