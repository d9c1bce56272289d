package rebound.headless.internal;

import java.util.HashMap;
import java.util.Map;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rebound.customers.CustomerField;
import rebound.customers.ReadSettings;
import rebound.headless.Console;

/** How a file of customers is read, where that is not found by itself. */
public final class CustomerOptions {

	@Option(names = "--map", paramLabel = "HEADER=FIELD")
	private Map<String, String> columns = new HashMap<>();

	@Mixin
	private TableOptions table;

	/** @param profile id of the program that wrote the file, {@code null} to find it by the headers */
	ReadSettings settings(String profile, Console console) {
		Map<String, CustomerField> fields = new HashMap<>();
		columns.forEach((header, field) -> fields.put(header, CustomerField.of(field)
				.orElseThrow(() -> Summaries.usage(console, "customers.unknownField", field))));
		return new ReadSettings(profile, fields, table.delimiter(), table.charset(console));
	}
}
