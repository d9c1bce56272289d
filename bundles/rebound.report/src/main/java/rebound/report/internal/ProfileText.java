package rebound.report.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import rebound.model.BounceType;
import rebound.model.Fault;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.report.ReportException;
import rebound.report.ReportException.Code;
import rebound.report.ReportFilter;
import rebound.report.ReportProfile;

/** A profile as text: a line for each thing said, named as on the command line, in the form of Java's properties. */
public final class ProfileText {

	private static final String SETTING = "set.";

	private ProfileText() {
	}

	/** @return the text of a profile; the same for the same profile */
	public static String write(ReportProfile profile) {
		ReportFilter filter = profile.filter();
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("format", profile.format());
		said.put("all", profile.bouncedOnly() ? null : "true");
		said.put("columns", list(profile.columns()));
		said.put("since", filter.from());
		said.put("until", filter.until());
		said.put("campaign", filter.campaignId());
		said.put("type", ids(filter.types(), BounceType::id));
		said.put("reason", ids(filter.reasons(), Reason::id));
		said.put("fault", ids(filter.faults(), Fault::id));
		said.put("status", ids(filter.states(), Standing.State::id));
		said.put("company", filter.company());
		said.put("owner", filter.owner());
		profile.settings().keySet().stream().sorted()
				.forEach(name -> said.put(SETTING + name, profile.settings().get(name)));
		return said.entrySet().stream().filter(entry -> entry.getValue() != null)
				.map(entry -> line(entry.getKey(), entry.getValue().toString())).collect(Collectors.joining());
	}

	/** @throws ReportException if something in it can't be understood; its detail says what */
	public static ReportProfile read(String name, String text) throws IOException {
		Properties said = new Properties();
		try {
			said.load(new StringReader(text));
			Map<String, String> settings = new HashMap<>();
			for (String key : said.stringPropertyNames()) {
				if (key.startsWith(SETTING)) {
					settings.put(key.substring(SETTING.length()), said.getProperty(key));
				}
			}
			ReportFilter filter = new ReportFilter(time(said, "since"), time(said, "until"),
					said.getProperty("campaign"), set(said, "type", id -> constant(BounceType.class, id)),
					set(said, "reason", id -> Reason.of(id).orElseThrow(() -> new IllegalArgumentException(id))),
					set(said, "fault", id -> constant(Fault.class, id)),
					set(said, "status", id -> constant(Standing.State.class, id)), said.getProperty("company"),
					said.getProperty("owner"));
			return new ReportProfile(said.getProperty("format"), !"true".equals(said.getProperty("all")), filter,
					values(said, "columns"), settings);
		} catch (IllegalArgumentException | DateTimeException wrong) {
			throw new ReportException(Code.BAD_PROFILE, name, wrong);
		}
	}

	/** {@link Properties#store} escapes what has a meaning; its first line is the time, which says nothing. */
	private static String line(String key, String value) {
		Properties one = new Properties();
		one.setProperty(key, value);
		StringWriter text = new StringWriter();
		try {
			one.store(text, null);
		} catch (IOException never) {
			throw new IllegalStateException(never);
		}
		return text.toString().lines().skip(1).findFirst().orElseThrow() + '\n';
	}

	private static <E extends Enum<E>> E constant(Class<E> type, String id) {
		return Enum.valueOf(type, id.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static Instant time(Properties said, String key) {
		return said.getProperty(key) == null ? null : Instant.parse(said.getProperty(key));
	}

	private static <E> Set<E> set(Properties said, String key, Function<String, E> value) {
		return values(said, key).stream().map(value).collect(Collectors.toSet());
	}

	private static List<String> values(Properties said, String key) {
		return Arrays.stream(said.getProperty(key, "").split(",")).map(String::strip).filter(id -> !id.isEmpty())
				.toList();
	}

	private static <E> String ids(Set<E> values, Function<E, String> id) {
		return list(values.stream().map(id).sorted().toList());
	}

	private static String list(List<String> values) {
		return values.isEmpty() ? null : String.join(",", values);
	}
}
