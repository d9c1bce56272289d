package rebound.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rebound.model.BounceEvent;
import rebound.model.Reason;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;
import rebound.store.NewMail;

/** A database of each older version opens with what was in it. */
class MigrationTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void olderDatabaseKeepsItsEvents(int version) throws Exception {
		Path database = Files.createDirectories(folder.resolve("db"));
		String url = "jdbc:derby:" + database.resolve("derby");
		DriverManager.getConnection(url + ";create=true").close();
		new Migrations(new DerbyDialect(), version).migrate(() -> DriverManager.getConnection(url), url);
		NewMail mail = Sample.bounce("person@domain.example", 1, Reason.USERUNKNOWN);
		BounceEvent event = new EventAssembler().assemble(mail, null).getFirst();
		insert(url, mail, event);
		assertThrows(SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
		try (BounceStore store = new SqlBounceStores().openExisting(database.toString())) {
			for (Sort sort : Sort.values()) {
				for (boolean ascending : new boolean[]{ true, false }) {
					assertEquals(List.of(event),
							store.events().page(EventFilter.ALL.sortedBy(sort, ascending)).events());
				}
			}
			assertEquals(List.of(), store.upkeep().check());
		}
	}

	private static void insert(String url, NewMail mail, BounceEvent event) throws SQLException {
		DerbyDialect dialect = new DerbyDialect();
		try (Connection connection = DriverManager.getConnection(url)) {
			connection.setSchema(dialect.schema());
			try (PreparedStatement insert = connection.prepareStatement(EventRow.INSERT)) {
				EventRow.write(insert, event);
				insert.executeUpdate();
			}
			Rows.update(connection, "INSERT INTO mail (hash, size, received, kind, source, kept) "
					+ "VALUES (?, 1, 0, 'bounce', 'file', 0)", Text.bytes(mail.hash(), 32));
			StandingRow.markDue(connection, dialect, new TreeSet<>(List.of(event.address().value())));
		}
	}
}
