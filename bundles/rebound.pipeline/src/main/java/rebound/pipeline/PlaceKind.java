package rebound.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import rebound.pipeline.PlaceSetting.Type;
import rebound.source.SourceLocation;

/**
 * A kind of place that mails are read from, with the settings that its source's Metatype (OSGi Compendium 105) declares.
 *
 * @param id          the source's
 * @param name        for people
 * @param description one sentence, or empty
 * @param settings    in the order that they are declared; at most one is a password
 */
public record PlaceKind(String id, String name, String description, List<PlaceSetting> settings) {

	public PlaceKind {
		settings = List.copyOf(settings);
	}

	/** @return the setting of this id */
	public Optional<PlaceSetting> setting(String id) {
		return settings.stream().filter(setting -> setting.id().equals(id)).findFirst();
	}

	/** @return the setting that is the password, if there is one */
	public Optional<PlaceSetting> password() {
		return settings.stream().filter(setting -> setting.type() == Type.SECRET).findFirst();
	}

	/**
	 * The place that some values name, without the password.
	 *
	 * @param values by the settings' ids, each {@linkplain PlaceSetting#check checked}; those that are left out or empty
	 *               are as the kind declares them
	 */
	public SourceLocation location(Map<String, String> values) {
		Map<String, String> all = new TreeMap<>();
		for (PlaceSetting setting : settings) {
			String value = values.getOrDefault(setting.id(), "");
			String used = value.isEmpty() ? setting.standard() : value;
			if (used != null && setting.type() != Type.SECRET) {
				all.put(setting.id(), used);
			}
		}
		return new SourceLocation(id, all);
	}
}
