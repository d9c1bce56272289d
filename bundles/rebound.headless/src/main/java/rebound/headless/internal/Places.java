package rebound.headless.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import rebound.headless.Console;
import rebound.source.MailSource;
import rebound.source.SourceLocation;

/** Kinds of places that third parties read mails from, and the settings that their Metatype says they have. */
final class Places {

	private final MetaTypeService forms;
	private final List<MailSource> kinds;

	/** @param forms may be {@code null} */
	Places(MetaTypeService forms, List<MailSource> kinds) {
		this.forms = forms;
		this.kinds = kinds;
	}

	/** Lists the kinds with their settings. */
	void list(Listing listing, Console console) {
		for (MailSource kind : kinds) {
			form(kind.id(), console).ifPresent(form -> {
				for (AttributeDefinition setting : settings(form)) {
					listing.row(kind.id(), setting.getID(), isRequired(form, setting) ? "yes" : "no",
							first(setting.getDefaultValue()), text(setting));
				}
			});
		}
	}

	/** @return the place that the settings, each {@code key=value}, name */
	SourceLocation place(String kind, List<String> words, Console console) {
		ObjectClassDefinition form = kinds.stream().map(MailSource::id).filter(kind::equals).findFirst()
				.flatMap(known -> form(known, console))
				.orElseThrow(() -> Summaries.usage(console, "places.unknownKind", kind));
		Map<String, String> settings = new TreeMap<>();
		for (String word : words) {
			String[] parts = word.split("=", 2);
			AttributeDefinition setting = settings(form).stream().filter(one -> one.getID().equals(parts[0]))
					.findFirst().filter(one -> parts.length == 2)
					.orElseThrow(() -> Summaries.usage(console, "places.unknownSetting", word, kind, settings(form)
							.stream().map(AttributeDefinition::getID).collect(Collectors.joining(", "))));
			String wrong = setting.validate(parts[1]);
			if (wrong != null && !wrong.isEmpty() || setting.getType() == AttributeDefinition.PASSWORD) {
				throw Summaries.usage(console, "places.wrongValue", setting.getID(), wrong == null ? "" : wrong);
			}
			settings.put(setting.getID(), parts[1]);
		}
		for (AttributeDefinition setting : settings(form)) {
			String usual = first(setting.getDefaultValue());
			if (usual != null) {
				settings.putIfAbsent(setting.getID(), usual);
			} else if (isRequired(form, setting) && !settings.containsKey(setting.getID())) {
				throw Summaries.usage(console, "places.missing", setting.getID(), text(setting));
			}
		}
		return new SourceLocation(kind, settings);
	}

	/** The form's id is the source's, so that one is found with the other. */
	private Optional<ObjectClassDefinition> form(String kind, Console console) {
		if (forms == null) {
			return Optional.empty();
		}
		for (Bundle bundle : FrameworkUtil.getBundle(Places.class).getBundleContext().getBundles()) {
			MetaTypeInformation told = forms.getMetaTypeInformation(bundle);
			if (told != null && Arrays.asList(told.getPids()).contains(kind)) {
				return Optional.of(told.getObjectClassDefinition(kind, console.messages().locale().toString()));
			}
		}
		return Optional.empty();
	}

	private static List<AttributeDefinition> settings(ObjectClassDefinition form) {
		AttributeDefinition[] all = form.getAttributeDefinitions(ObjectClassDefinition.ALL);
		return all == null ? List.of() : List.of(all);
	}

	private static boolean isRequired(ObjectClassDefinition form, AttributeDefinition setting) {
		AttributeDefinition[] required = form.getAttributeDefinitions(ObjectClassDefinition.REQUIRED);
		return required != null && Arrays.asList(required).contains(setting);
	}

	private static String first(String[] values) {
		return values == null || values.length == 0 ? null : values[0];
	}

	private static String text(AttributeDefinition setting) {
		return setting.getDescription() == null
				? setting.getName()
				: setting.getName() + ": " + setting.getDescription();
	}
}
