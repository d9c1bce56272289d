package rebound.source;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A place of a kind that has settings of its own, as a {@link MailSource} is given it: {@code kind:key=value&key=value},
 * keys and values URL-encoded (UTF-8).
 *
 * @param kind     the {@link MailSource#id()}
 * @param settings by the ids of the attributes in the kind's Metatype
 */
public record SourceLocation(String kind, Map<String, String> settings) {

	public SourceLocation {
		settings = Map.copyOf(settings);
	}

	/** @return whether a location is of this kind, and has settings */
	public static boolean isOf(String kind, String location) {
		return location.startsWith(kind + ":");
	}

	/**
	 * Understands a location.
	 *
	 * @throws IllegalArgumentException if it has no kind, or is not encoded so
	 */
	public static SourceLocation parse(String location) {
		int colon = location.indexOf(':');
		if (colon < 1) {
			throw new IllegalArgumentException(location);
		}
		Map<String, String> settings = new TreeMap<>();
		for (String pair : location.substring(colon + 1).split("&")) {
			String[] parts = pair.split("=", 2);
			if (parts.length == 2) {
				settings.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
						URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
			}
		}
		return new SourceLocation(location.substring(0, colon), settings);
	}

	/** @return the location that {@link #parse} makes the same of */
	@Override
	public String toString() {
		return kind + ':' + new TreeMap<>(settings).entrySet().stream()
				.map(setting -> encoded(setting.getKey()) + '=' + encoded(setting.getValue()))
				.collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
