package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.BounceEvent;
import rebound.model.Reason;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.NewMail;
import rebound.store.Upkeep.Watch;

/** An import that is killed again and again ends with the same database as one that is left alone. */
class KillTest {

	private static final boolean LONG = Boolean.getBoolean("rebound.long");
	private static final int BATCHES = 12;
	private static final int BATCH = 50;

	@TempDir
	private Path folder;

	@Test
	void derby() throws Exception {
		endsLikeAnUndisturbedOne(folder.resolve("killed").toString(), folder.resolve("undisturbed").toString(),
				LONG ? 100 : 6);
	}

	@Test
	void postgres() throws Exception {
		assumeTrue(PostgresProcess.programs().isPresent(), "PostgreSQL's server is not installed");
		try (PostgresProcess server = PostgresProcess.start()) {
			endsLikeAnUndisturbedOne(server.newDatabase("killed"), server.newDatabase("undisturbed"), LONG ? 100 : 4);
		}
	}

	private static void endsLikeAnUndisturbedOne(String killed, String undisturbed, int kills) throws Exception {
		Random random = new Random();
		int confirmed = 0;
		for (int kill = 0; kill < kills; kill++) {
			// the first kills hit the making of the database, later ones each stage of the import
			confirmed = Math.max(confirmed, importUntil(killed, random.nextInt(kill + 2), random.nextInt(60)));
		}
		try (BounceStore store = new SqlBounceStores().open(killed)) {
			assertEquals(List.of(), store.upkeep().check(Watch.NONE));
			assertTrue(store.events().count(EventFilter.ALL) >= (long) confirmed * BATCH, "confirmed, yet lost");
			importInto(store);
			try (BounceStore other = new SqlBounceStores().open(undisturbed)) {
				importInto(other);
				assertEquals(content(other), content(store));
			}
		}
	}

	/** The process that is killed: says a line after each step that is confirmed. */
	public static void main(String[] arguments) {
		System.out.println("started");
		try (BounceStore store = new SqlBounceStores().open(arguments[0])) {
			System.out.println("open");
			for (int batch = 0; batch < BATCHES; batch++) {
				store.events().add(batch(batch));
				System.out.println("stored " + batch);
			}
		}
	}

	/** @return number of batches that the process had confirmed, at least, when it was killed */
	private static int importUntil(String database, int lines, int milliseconds)
			throws IOException, InterruptedException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
				KillTest.class.getName(), database).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		int stored = 0;
		try (BufferedReader out = process.inputReader()) {
			for (int line = 0; line < lines; line++) {
				String text = out.readLine();
				if (text == null) {
					break;
				}
				stored += text.startsWith("stored") ? 1 : 0;
			}
			Thread.sleep(milliseconds);
		} finally {
			process.destroyForcibly();
			process.waitFor();
		}
		return stored;
	}

	private static void importInto(BounceStore store) {
		for (int batch = 0; batch < BATCHES; batch++) {
			store.events().add(batch(batch));
		}
	}

	private static List<NewMail> batch(int number) {
		List<NewMail> mails = new ArrayList<>();
		for (int i = 0; i < BATCH; i++) {
			int person = number * BATCH + i;
			mails.add(Sample.bounce("person" + person / 2 + "@domain" + person % 7 + ".example", person % 4,
					person % 3 == 0 ? Reason.USERUNKNOWN : Reason.MAILBOXFULL));
		}
		return mails;
	}

	private static List<String> content(BounceStore store) {
		List<String> content = new ArrayList<>();
		List<BounceEvent> events = new ArrayList<>();
		store.events().forEach(EventFilter.ALL, events::add);
		events.forEach(event -> content.add(event + " " + store.events().mail(event.mailHash()).orElseThrow().size()));
		store.campaigns().list().forEach(campaign -> content.add(campaign.toString()));
		content.add(store.addresses().counts().toString());
		return content;
	}
}
