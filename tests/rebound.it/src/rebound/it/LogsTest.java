package rebound.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Progress;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;

/** Logs and mails about the same bounces, through the services, on embedded Derby. */
class LogsTest {

	private static final Path SAMPLES = Path.of(System.getProperty("rebound.root"), "releng", "samples");
	private static final String MAIL = SAMPLES.resolve("mail").toString();
	private static final String LOGS = SAMPLES.resolve("logs").toString();

	@TempDir
	Path folder;

	@Test
	void bounceInMailAndLogIsOneEvent() throws IOException {
		try (BounceStore mailFirst = open("a"); BounceStore logsFirst = open("b")) {
			long mails = importAll(MAIL, mailFirst).newEvents();
			ImportSummary logs = importAll(LOGS, mailFirst);
			assertEquals(Map.of("postfix", 2L, "exim", 1L, "amazon-ses", 2L), logs.formats());
			assertEquals(0, logs.unreadable());
			assertEquals(0, logs.skippedCount());
			// The bounces in the logs of Postfix and Exim are those of two of the mails.
			assertEquals(3, logs.newEvents());
			assertEquals(mails + 3, mailFirst.events().count(EventFilter.ALL));
			assertEquals(0, importAll(LOGS, mailFirst).newEvents());

			importAll(LOGS, logsFirst);
			importAll(MAIL, logsFirst);
			assertEquals(content(mailFirst), content(logsFirst));

			BounceEvent hartley = only(mailFirst, "oliver.hartley@brightwater.example", "nov-2026");
			assertEquals("file", hartley.source());
			assertEquals("November news", hartley.subject());
			assertTrue(hartley.campaignId() != null);
		}
	}

	@Test
	void recordsOfLogsAreJudgedAndKept() throws IOException {
		try (BounceStore store = open("c")) {
			importAll(LOGS, store);
			BounceEvent booth = only(store, "hannah.booth@brightwater.example", "");
			assertEquals(Reason.USERUNKNOWN, booth.verdict().reason());
			assertEquals("log", booth.source());
			assertEquals("amazon-ses", booth.layout());
			String record = new String(store.events().mail(booth.mailHash()).orElseThrow().raw(),
					StandardCharsets.UTF_8);
			assertTrue(record.contains("\"feedbackId\":\"0100015a-np-1\""), record);
			assertEquals(Kind.COMPLAINT, only(store, "a.rademacher@birkenau-verlag.example", "").verdict().kind());
			assertEquals(Kind.DELIVERED, only(store, "priya.nair@brightwater.example", "").verdict().kind());
		}
	}

	private static BounceEvent only(BounceStore store, String address, String messageId) {
		List<BounceEvent> events = store.events().ofAddress(AddressKey.of(address)).stream()
				.filter(event -> event.messageId().contains(messageId)).toList();
		assertEquals(1, events.size(), address);
		return events.getFirst();
	}

	/** What does not depend on when it was read. */
	private static List<String> content(BounceStore store) {
		List<String> content = new ArrayList<>();
		store.events().forEach(EventFilter.ALL.sortedBy(Sort.ADDRESS, true), event -> content
				.add(event.id() + event.occurred() + event.mailHash() + event.campaignId() + event.verdict().rule()));
		return content.stream().sorted().collect(Collectors.toList());
	}

	private static ImportSummary importAll(String location, BounceStore store) throws IOException {
		return Services.one(Pipeline.class).importMail(List.of(location), store, Progress.NONE);
	}

	private BounceStore open(String name) {
		return Services.one(BounceStores.class).open(folder.resolve(name).toString());
	}
}
