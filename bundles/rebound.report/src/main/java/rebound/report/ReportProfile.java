package rebound.report;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a report is to hold and in which form: what a user saves under a name to do the same again.
 *
 * @param format      id of the format, {@code null} where the file's name tells it
 * @param bouncedOnly leave out customers whose addresses nothing happened to
 * @param filter      which rows
 * @param columns     names of the main file's columns in the order wanted, empty for all in their fixed order
 * @param settings    of the format by name
 */
public record ReportProfile(String format, boolean bouncedOnly, ReportFilter filter, List<String> columns,
		Map<String, String> settings) {

	/** Everything that bounced, all columns. */
	public static final ReportProfile DEFAULT = new ReportProfile(null, true, ReportFilter.ALL, List.of(), Map.of());

	public ReportProfile {
		columns = List.copyOf(columns);
		settings = Map.copyOf(settings);
	}

	/** @return the update of contacts that a business program imports */
	public static ReportProfile of(CrmProfile program) {
		return new ReportProfile("crm", true, ReportFilter.ALL, List.of(), Map.of("profile", program.id()));
	}

	/** @return the suppression list that a service imports */
	public static ReportProfile of(SuppressionProfile service) {
		return new ReportProfile("suppression", true, ReportFilter.ALL, List.of(), Map.of("profile", service.id()));
	}

	/** @return this profile with one more setting */
	public ReportProfile with(String name, String value) {
		Map<String, String> more = new HashMap<>(settings);
		more.put(name, value);
		return new ReportProfile(format, bouncedOnly, filter, columns, more);
	}

	/** @return how a report of this profile is written for people of a language and a time zone */
	public ReportOptions options(Locale locale, ZoneId zone) {
		return new ReportOptions(locale, zone, columns, true, settings);
	}
}
