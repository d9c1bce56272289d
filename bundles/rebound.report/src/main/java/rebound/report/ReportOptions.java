package rebound.report;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a report is written.
 *
 * @param locale   language of labels and texts, and of what depends on the country in a format for people
 * @param zone     time zone for people; columns named {@code _utc} stay in UTC
 * @param columns  names of the main file's columns in the order wanted, empty for all in their fixed order
 * @param events   whether the events are written too, by formats that can
 * @param settings of the single format by name, for example {@code dialect} for SQL; what a format does not know
 *                 it leaves alone
 */
public record ReportOptions(Locale locale, ZoneId zone, List<String> columns, boolean events,
		Map<String, String> settings) {

	/** English, UTC, all columns, with events. */
	public static final ReportOptions DEFAULT = new ReportOptions(Locale.ENGLISH, ZoneId.of("UTC"), List.of(), true,
			Map.of());

	public ReportOptions {
		columns = List.copyOf(columns);
		settings = Map.copyOf(settings);
	}

	/** @return the setting of this name, or the other value where it is not set */
	public String setting(String name, String otherwise) {
		return settings.getOrDefault(name, otherwise);
	}

	/** @return these options with one more setting */
	public ReportOptions with(String name, String value) {
		Map<String, String> more = new HashMap<>(settings);
		more.put(name, value);
		return new ReportOptions(locale, zone, columns, events, more);
	}
}
