package rebound.headless.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Standing.State;
import rebound.report.CrmProfile;
import rebound.report.ReportColumns;
import rebound.report.ReportFilter;
import rebound.report.ReportProfile;
import rebound.report.ReportProfiles;

/**
 * What a report holds and its form: as a profile says, and over that what the command line says.
 */
public final class ExportOptions {

	@Option(names = "--profile", paramLabel = "NAME")
	private String name;

	@Option(names = "--save-profile", paramLabel = "NAME")
	private String saveAs;

	@Mixin
	private ProfilesOption profiles;

	@Option(names = "--format", paramLabel = "FORMAT")
	private String format;

	@Option(names = "--set", paramLabel = "NAME=VALUE")
	private Map<String, String> settings = new HashMap<>();

	@Option(names = "--columns", split = ",", paramLabel = "COLUMN")
	private List<String> columns = List.of();

	@Option(names = "--all")
	private boolean all;

	@Option(names = "--since", paramLabel = "DATE")
	private String since;

	@Option(names = "--until", paramLabel = "DATE")
	private String until;

	@Option(names = "--campaign", paramLabel = "ID")
	private String campaign;

	@Option(names = "--type", split = ",", paramLabel = "hard|soft|none")
	private List<BounceType> types = List.of();

	@Option(names = "--reason", split = ",", paramLabel = "REASON")
	private List<String> reasons = List.of();

	@Option(names = "--fault", split = ",", paramLabel = "FAULT")
	private List<Fault> faults = List.of();

	@Option(names = "--status", split = ",", paramLabel = "STATUS")
	private List<State> states = List.of();

	@Option(names = "--company", paramLabel = "TEXT")
	private String company;

	@Option(names = "--owner", paramLabel = "NAME")
	private String owner;

	/** @return what the user wants */
	ReportProfile profile(Console console) throws IOException {
		ReportProfile base = name == null ? ReportProfile.DEFAULT : named(profiles.open(), name);
		Map<String, String> allSettings = new HashMap<>(base.settings());
		allSettings.putAll(settings);
		ReportProfile wanted = new ReportProfile(or(format, base.format()), base.bouncedOnly() && !all,
				filter(base.filter(), console), columns.isEmpty() ? base.columns() : columns, allSettings);
		ReportColumns.choose(wanted.columns());
		return wanted;
	}

	/** Saves a profile under the name that the user gave, if any. */
	void save(ReportProfile profile) throws IOException {
		if (saveAs != null) {
			profiles.open().save(saveAs, profile);
		}
	}

	/** A program's own profile, or one that the user saved. */
	private static ReportProfile named(ReportProfiles saved, String name) throws IOException {
		Optional<CrmProfile> program = CrmProfile.of(name);
		return program.isPresent() ? ReportProfile.of(program.get()) : saved.load(name);
	}

	private ReportFilter filter(ReportFilter base, Console console) {
		Set<Reason> wanted = new HashSet<>();
		reasons.forEach(id -> wanted.add(Reason.of(id.strip())
				.orElseThrow(() -> Summaries.usage(console, "log.unknownReason", id))));
		return new ReportFilter(or(Days.instant(since, console), base.from()),
				or(Days.instant(until, console), base.until()), or(campaign, base.campaignId()),
				types.isEmpty() ? base.types() : Set.copyOf(types), wanted.isEmpty() ? base.reasons() : wanted,
				faults.isEmpty() ? base.faults() : Set.copyOf(faults),
				states.isEmpty() ? base.states() : Set.copyOf(states), or(company, base.company()),
				or(owner, base.owner()));
	}

	private static <T> T or(T said, T otherwise) {
		return said == null ? otherwise : said;
	}
}
