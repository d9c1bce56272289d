package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.customers.ReadSettings;
import rebound.model.AddressKey;
import rebound.model.Standing;
import rebound.pipeline.CustomerImport;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.report.ReportOptions;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;
import rebound.store.StoreException;

/** The main job on the shipped samples, through the services, on embedded Derby. */
class MainJobTest {

	private static final Path SAMPLES = Path.of(System.getProperty("rebound.root"), "releng", "samples");

	@TempDir
	Path folder;

	@Test
	void readsJudgesJoinsAndReports() throws IOException {
		Pipeline pipeline = Services.one(Pipeline.class);
		try (BounceStore store = open()) {
			CustomerImport customers = pipeline.importCustomers(SAMPLES.resolve("customers.csv").toString(),
					ReadSettings.AUTOMATIC, store, Progress.NONE);
			assertEquals(60, customers.added());
			assertEquals(0, customers.problemCount());

			ImportSummary mails = pipeline.importMail(List.of(SAMPLES.resolve("mail").toString()), store,
					Progress.NONE);
			assertEquals(47, mails.messages());
			assertEquals(0, mails.unreadable());
			assertTrue(mails.hard() >= 20 && mails.soft() >= 10, mails.toString());
			assertEquals(2, store.campaigns().list().size());

			long events = store.events().count(EventFilter.ALL);
			ImportSummary again = pipeline.importMail(List.of(SAMPLES.resolve("mail").toString()), store,
					Progress.NONE);
			assertEquals(0, again.newEvents());
			assertEquals(events, store.events().count(EventFilter.ALL));

			Standing twiceUnknown = store.addresses().standing(AddressKey.of("s.krueger@lindenhof.example"))
					.orElseThrow();
			assertEquals(Standing.State.SUGGESTED, twiceUnknown.state());
			// Refused because our own mail lacked authentication.
			Standing ourOwnFault = store.addresses().standing(AddressKey.of("grace@maplefinch.example"))
					.orElseThrow();
			assertEquals(Standing.State.ACTIVE, ourOwnFault.state());

			Path report = folder.resolve("report.csv");
			pipeline.report(store, "csv", true, ReportOptions.DEFAULT, report, Progress.NONE);
			List<String> lines = Files.readAllLines(report);
			assertTrue(lines.getFirst().startsWith("customer_id,"), lines.getFirst());
			assertTrue(lines.stream().anyMatch(line -> line.contains("s.krueger@lindenhof.example")));
		}
	}

	@Test
	void tellsThatADatabaseIsInUse() {
		BounceStores stores = Services.one(BounceStores.class);
		try (BounceStore store = open()) {
			StoreException inUse = assertThrows(StoreException.class, () -> stores.open(store.location()).close());
			assertEquals(StoreException.Code.IN_USE, inUse.code());
		}
	}

	private BounceStore open() {
		return Services.one(BounceStores.class).open(folder.resolve("database").toString());
	}
}
