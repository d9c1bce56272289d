package rebound.customers.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.ReadSettings;

/** Customers from the first visible sheet of an Office Open XML workbook (ECMA-376). */
@Component
public final class XlsxCustomers implements CustomerSource {

	@Override
	public String id() {
		return "xlsx";
	}

	@Override
	public boolean accepts(String location) {
		String name = location.toLowerCase(Locale.ROOT);
		return name.endsWith(".xlsx") || name.endsWith(".xlsm");
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		try (XlsxWorkbook workbook = new XlsxWorkbook(Path.of(location)); TableReader sheet = workbook.firstSheet()) {
			new TableCustomers(sheet, settings, handler).read();
		}
	}
}
