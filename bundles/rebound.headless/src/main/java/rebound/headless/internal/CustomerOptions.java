package rebound.headless.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.customers.CustomerField;
import rebound.customers.HeaderProfiles;
import rebound.customers.ReadProfiles;
import rebound.customers.ReadSettings;
import rebound.headless.Console;
import rebound.pipeline.DefaultDatabase;

/** How a file of customers is read, where that is not found by itself. */
public final class CustomerOptions {

	@Option(names = "--map", paramLabel = "HEADER=FIELD")
	private Map<String, String> columns = new HashMap<>();

	@Mixin
	private TableOptions table;

	/**
	 * @param profile id of the program that wrote the file, or the name of a profile that was saved; {@code null} to find
	 *                it by the headers
	 */
	ReadSettings settings(String profile, Console console) throws IOException {
		boolean isProgram = profile == null || profile.equals(ReadProfiles.GENERIC)
				|| HeaderProfiles.ids().contains(profile);
		ReadSettings saved = isProgram
				? new ReadSettings(profile, Map.of(), null, null)
				: new ReadProfiles(DefaultDatabase.importProfiles()).load(profile)
						.orElseThrow(() -> Summaries.usage(console, "customers.unknownProfile", profile));
		Map<String, CustomerField> fields = new HashMap<>(saved.columns());
		columns.forEach((header, field) -> fields.put(header, CustomerField.of(field)
				.orElseThrow(() -> Summaries.usage(console, "customers.unknownField", field))));
		return new ReadSettings(saved.profile(), fields,
				table.delimiter() == null ? saved.delimiter() : table.delimiter(),
				table.charset(console) == null ? saved.charset() : table.charset(console));
	}
}
