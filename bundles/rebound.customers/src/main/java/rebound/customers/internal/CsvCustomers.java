package rebound.customers.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.ReadSettings;

/** Customers from delimited text. Delimiter, encoding and header are found by themselves where they are not given. */
@Component
public final class CsvCustomers implements CustomerSource {

	@Override
	public String id() {
		return "csv";
	}

	@Override
	public boolean accepts(String location) {
		String name = location.toLowerCase(Locale.ROOT);
		return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab") || name.endsWith(".txt");
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		try (TableReader table = CsvFile.open(Path.of(location), settings.delimiter(), settings.charset())) {
			new TableCustomers(table, settings, handler).read();
		}
	}
}
