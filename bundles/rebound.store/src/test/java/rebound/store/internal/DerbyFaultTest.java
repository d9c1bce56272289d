package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.model.Reason;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.NewMail;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;
import rebound.store.Upkeep.Watch;

/** Whatever is wrong with an embedded database is said by its code, and nothing is made worse. */
class DerbyFaultTest {

	@TempDir
	private Path folder;

	private Code codeOf(Path database) {
		return assertThrows(StoreException.class, () -> new SqlBounceStores().open(database.toString())).code();
	}

	@Test
	void newerSchemaIsRefused() throws SQLException {
		Path database = folder.resolve("newer");
		new SqlBounceStores().open(database.toString()).close();
		String url = "jdbc:derby:" + database.resolve("derby");
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			statement.executeUpdate("INSERT INTO rebound.schema_version (version, applied) VALUES (99, 0)");
		}
		assertThrows(SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
		assertEquals(Code.NEWER_SCHEMA, codeOf(database));
	}

	@Test
	void damagedFilesAreSaidToBeDamaged() throws IOException {
		Path database = folder.resolve("damaged");
		new SqlBounceStores().open(database.toString()).close();
		try (Stream<Path> files = Files.list(database.resolve("derby").resolve("seg0"))) {
			for (Path file : files.toList()) {
				Files.write(file, new byte[100]);
			}
		}
		assertEquals(Code.DAMAGED, codeOf(database));
	}

	@Test
	void databaseOfAnotherProcessIsInUse() throws Exception {
		Path database = folder.resolve("used");
		Process other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), DerbyFaultTest.class.getName(),
				database.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try {
			assertEquals("open", other.inputReader().readLine());
			assertEquals(Code.IN_USE, codeOf(database));
			other.outputWriter().close();
			assertEquals(0, other.waitFor());
			new SqlBounceStores().openExisting(database.toString()).close();
		} finally {
			other.destroyForcibly();
		}
	}

	/** The other process: has the database open until its input ends. */
	public static void main(String[] arguments) throws IOException {
		try (BounceStore store = new SqlBounceStores().open(arguments[0])) {
			System.out.println("open");
			System.in.transferTo(OutputStream.nullOutputStream());
			store.events().count(EventFilter.ALL);
		}
	}

	@Test
	void fullDiskLosesNothingThatWasConfirmed() throws Exception {
		Path disk = Files.createDirectory(folder.resolve("disk"));
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()) == 0, "no right to mount");
		try {
			Path database = disk.resolve("database");
			int confirmed = 0;
			List<Code> codes = new ArrayList<>();
			try (BounceStore store = new SqlBounceStores().open(database.toString())) {
				while (codes.isEmpty()) {
					store.events().add(batch(confirmed));
					confirmed++;
				}
			} catch (StoreException full) {
				codes.add(full.code());
			}
			assertEquals(List.of(Code.DISK_FULL), codes);
			assertEquals(0, run("mount", "-o", "remount,size=200m", disk.toString()));
			try (BounceStore store = new SqlBounceStores().open(database.toString())) {
				assertTrue(store.events().count(EventFilter.ALL) >= confirmed * 200L);
				assertEquals(List.of(), store.upkeep().check(Watch.NONE));
				store.events().add(batch(confirmed));
			}
		} finally {
			// Derby may leave files open that it could not write
			assertEquals(0, run("umount", "--lazy", disk.toString()));
		}
	}

	private static List<NewMail> batch(int number) {
		List<NewMail> mails = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			mails.add(Sample.bounce("person" + i + "." + number + "@domain.example", 1, Reason.USERUNKNOWN));
		}
		return mails;
	}

	private static int run(String... command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
	}
}
