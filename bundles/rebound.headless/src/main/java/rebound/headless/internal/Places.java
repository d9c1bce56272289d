package rebound.headless.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import rebound.headless.Console;
import rebound.pipeline.PlaceKind;
import rebound.pipeline.PlaceKinds;
import rebound.pipeline.PlaceSetting;
import rebound.pipeline.PlaceSetting.Problem;
import rebound.pipeline.PlaceSetting.Range;
import rebound.source.SourceLocation;

/** The kinds of places with settings, on the command line. */
final class Places {

	private final PlaceKinds kinds;

	Places(PlaceKinds kinds) {
		this.kinds = kinds;
	}

	/** Lists the kinds with their settings. */
	void list(Listing listing, Console console) {
		for (PlaceKind kind : kinds.all(console.messages().locale())) {
			for (PlaceSetting setting : kind.settings()) {
				listing.row(kind.id(), setting.id(), setting.isRequired() ? "yes" : "no", setting.standard(),
						text(setting));
			}
		}
	}

	/** @return the kind of this id */
	PlaceKind kind(String id, Console console) {
		return kinds.find(id, console.messages().locale())
				.orElseThrow(() -> Summaries.usage(console, "places.unknownKind", id));
	}

	/** @return the place that the settings, each {@code key=value}, name */
	static SourceLocation place(PlaceKind kind, List<String> words, Console console) {
		Map<String, String> values = new TreeMap<>();
		for (String word : words) {
			String[] parts = word.split("=", 2);
			PlaceSetting setting = kind.setting(parts[0]).filter(one -> parts.length == 2)
					.orElseThrow(() -> Summaries.usage(console, "places.unknownSetting", word, kind.id(), kind
							.settings().stream().map(PlaceSetting::id).collect(Collectors.joining(", "))));
			if (setting.type() == PlaceSetting.Type.SECRET) {
				throw Summaries.usage(console, "places.secret", setting.id());
			}
			values.put(setting.id(), parts[1]);
		}
		for (PlaceSetting setting : kind.settings()) {
			Problem wrong = setting.check(values.get(setting.id())).orElse(null);
			if (wrong != null && setting.type() != PlaceSetting.Type.SECRET) {
				Range range = setting.range().orElse(new Range(0, 0));
				throw Summaries.usage(console, "places." + wrong.name().toLowerCase(Locale.ROOT), setting.id(),
						text(setting), range.least(), range.most(), setting.type() == PlaceSetting.Type.SWITCH
								? "true, false"
								: String.join(", ", setting.options().keySet()));
			}
		}
		return kind.location(values);
	}

	private static String text(PlaceSetting setting) {
		return setting.description().isEmpty() ? setting.name() : setting.name() + ": " + setting.description();
	}
}
