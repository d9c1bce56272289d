package rebound.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;
import rebound.model.Customer;

/** A place that customers are read from: files named {@code .phonebook}, each line {@code id|name|company|email|phone}. */
@Component
public final class PhoneBookSource implements CustomerSource {

	private static final int FIELDS = 5;

	@Override
	public String id() {
		return "example.phonebook";
	}

	@Override
	public boolean accepts(String location) {
		return location.endsWith(".phonebook");
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(Path.of(location), StandardCharsets.UTF_8)) {
			long row = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				row++;
				String[] fields = line.split("\\|", -1);
				if (fields.length == FIELDS) {
					handler.customer(row, customer(fields));
				} else {
					handler.problem(new RowProblem(row, RowProblem.Code.BROKEN_ROW, line));
				}
			}
		}
	}

	private static Customer customer(String[] fields) {
		List<String> emails = fields[3].isBlank() ? List.of() : List.of(fields[3].strip());
		return new Customer(fields[0].strip(), null, null, null, null, null, fields[1].strip(), null, fields[2].strip(),
				null, null, null, null, null, null, null, null, null, null, emails, fields[4].strip(), null, null, null,
				null, null, null, null, false, Map.of());
	}
}
