package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;

import org.junit.jupiter.api.Test;
import rebound.model.AddressKey;
import rebound.model.Decision;
import rebound.model.FollowUp;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** Two programs with one PostgreSQL database see what the other does, and do not overwrite it. */
class TwoProcessesTest {

	private static final BounceStores STORES = new SqlBounceStores();
	private static final Duration SECONDS = Duration.ofSeconds(5);
	private static final AddressKey ANNA = AddressKey.of("anna@domain.example");
	private static final Instant NOW = Instant.EPOCH.plusSeconds(1);

	@Test
	void eachSeesTheOther() throws Exception {
		assumeTrue(PostgresProcess.programs().isPresent(), "PostgreSQL's server is not installed");
		try (PostgresProcess server = PostgresProcess.start();
				BounceStore here = STORES.open(server.newDatabase("two"));
				Other other = new Other(here.location() + "?user=rebound")) {
			assertEquals("ready", other.line());
			Standing shown = shown(here);
			FollowUp note = note("Call on Monday.");
			here.followUps().save(note, null);
			assertEquals("Call on Monday.", assertTimeoutPreemptively(SECONDS, other::line));

			other.say("note Call on Tuesday.");
			assertEquals("noted", other.line());
			assertEquals(Code.CHANGED, assertThrows(StoreException.class,
					() -> here.followUps().save(note("Call never."), note)).code());
			assertEquals("Call on Tuesday.", here.followUps().find("c1").orElseThrow().note());

			other.say("block");
			assertEquals("blocked by rebound", other.line());
			assertEquals(Code.CHANGED, assertThrows(StoreException.class, () -> here.decisions()
					.add(List.of(Sample.decision("mine", ANNA, Decision.Action.PROTECT)),
							Map.of(ANNA, Optional.of(shown))))
					.code());
			assertEquals(List.of("theirs"), here.decisions().ofAddress(ANNA).stream().map(Decision::id).toList());

			other.say("policy");
			assertEquals("chosen", other.line());
			assertEquals(Code.CHANGED, assertThrows(StoreException.class,
					() -> here.policies().choose("v2", "settings", "v0", here.user(), NOW)).code());
			here.policies().choose("v2", "settings", "v1", here.user(), NOW.plusSeconds(1));
			assertEquals("v2", here.policies().chosen().orElseThrow().version());
		}
	}

	/** @return how the address stands as it is shown: nothing has happened */
	private static Standing shown(BounceStore store) {
		store.events().add(List.of(Sample.bounce(ANNA.value(), 1, Reason.USERUNKNOWN)));
		store.addresses().judgeDue(NOW, Sample.JUDGE);
		return store.addresses().standing(ANNA).orElseThrow();
	}

	private static FollowUp note(String text) {
		return new FollowUp("c1", "Nora", null, text, null, NOW, "nora");
	}

	/** The other program: tells the note each time that something has changed, and does what it is told. */
	public static void main(String[] arguments) {
		try (BounceStore store = STORES.openExisting(arguments[0]); Scanner orders = new Scanner(System.in)) {
			String[] told = { null };
			store.onChange(() -> store.followUps().find("c1").map(FollowUp::note).ifPresent(note -> {
				synchronized (told) {
					if (told[0] == null) {
						told[0] = note;
						System.out.println(note);
					}
				}
			}));
			System.out.println("ready");
			while (orders.hasNextLine()) {
				System.out.println(obey(store, orders.nextLine()));
			}
		}
	}

	private static String obey(BounceStore store, String order) {
		switch (order) {
			case "block" -> {
				store.decisions().add(List.of(Sample.decision("theirs", ANNA, Decision.Action.BLOCK)));
				return "blocked by " + store.user();
			}
			case "policy" -> {
				store.policies().choose("v1", "settings", "v0", store.user(), NOW);
				return "chosen";
			}
			default -> {
				FollowUp before = store.followUps().find("c1").orElseThrow();
				store.followUps().save(new FollowUp("c1", "Olaf", null, order.substring("note ".length()), null,
						before.changed().plusSeconds(1), "olaf"), before);
				return "noted";
			}
		}
	}

	private static final class Other implements AutoCloseable {
		private final Process process;
		private final BufferedReader lines;
		private final PrintWriter orders;

		Other(String database) throws IOException {
			process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp",
					System.getProperty("java.class.path"), TwoProcessesTest.class.getName(), database)
					.redirectError(ProcessBuilder.Redirect.INHERIT).start();
			lines = process.inputReader();
			orders = new PrintWriter(process.outputWriter(), true);
		}

		String line() throws IOException {
			return lines.readLine();
		}

		void say(String order) {
			orders.println(order);
		}

		@Override
		public void close() throws Exception {
			orders.close();
			process.destroyForcibly().waitFor();
			lines.close();
		}
	}
}
