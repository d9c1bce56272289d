package rebound.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import rebound.store.BounceStore;
import rebound.store.StoreException;
import rebound.store.StoreException.Code;
import rebound.store.Upkeep.Watch;

/**
 * A folder with an embedded Derby database: Derby's own files are in {@code derby} below it. A new one is made beside
 * its place and moved there when it is whole, so that an interruption leaves no half database.
 */
final class DerbyFolder {
	private static final int PAGE_SIZE = 8192;
	static final String LOCK = "rebound.lock";

	private final Drivers drivers;
	private final Path folder;
	private final Path database;
	private final DerbyDialect dialect = new DerbyDialect();

	DerbyFolder(Drivers drivers, Path folder) {
		this.drivers = drivers;
		this.folder = folder;
		this.database = folder.resolve("derby");
	}

	BounceStore open(boolean create) {
		tune();
		return locked(create, lock -> {
			if (!Files.isDirectory(database)) {
				make();
			}
			Database.Connector connector = () -> connect(database, "");
			boolean open = false;
			try {
				Migrations migrations = new Migrations(dialect);
				keepOlder(migrations.older(connector, folder.toString()));
				migrations.migrate(connector, folder.toString());
				open = true;
			} finally {
				if (!open) {
					shutDown(database);
				}
			}
			return new SqlBounceStore(new Database(connector, dialect, folder.toString()), Neighbours.NONE, () -> {
				shutDown(database);
				release(lock);
			});
		});
	}

	/** An older version can't read what is migrated: it finds its database in a folder beside this one. */
	private void keepOlder(int version) throws IOException {
		Path kept = folder.resolveSibling(folder.getFileName() + "-schema-" + version);
		if (version == 0 || Files.exists(kept)) {
			return;
		}
		shutDown(database);
		Path draft = folder.resolveSibling("." + kept.getFileName() + ".part");
		deleteTree(draft);
		Files.createDirectories(draft);
		Files.createFile(draft.resolve(LOCK));
		copy(database, draft.resolve("derby"), Watch.NONE);
		Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Copies a backup beside the place of the database and moves it there when it is whole. */
	void restore(Path backup) {
		if (!Files.isDirectory(backup.resolve("derby"))) {
			throw new StoreException(Code.NOT_FOUND, backup.toString(), null);
		}
		if (Files.exists(database)) {
			throw new StoreException(Code.NOT_EMPTY, folder.toString(), null);
		}
		locked(true, lock -> {
			Path draft = folder.resolve("derby.new");
			deleteTree(draft);
			copy(backup.resolve("derby"), draft, Watch.NONE);
			Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
			release(lock);
			return null;
		});
	}

	/** Copies Derby's files, but not its locks and what it only needs as long as it runs. */
	static void copy(Path from, Path to, Watch watch) throws IOException {
		List<Path> wanted;
		try (Stream<Path> files = Files.walk(from)) {
			wanted = files.filter(file -> !file.getFileName().toString().endsWith(".lck")
					&& !file.startsWith(from.resolve("tmp"))).toList();
		}
		double all = wanted.stream().mapToLong(file -> file.toFile().length()).sum();
		double bytes = 0;
		int done = 0;
		for (Path file : wanted) {
			watch.done(bytes / all, done++);
			Files.copy(file, to.resolve(from.relativize(file).toString()));
			bytes += file.toFile().length();
		}
	}

	/** Some work that nobody else may do at the same time; gives the lock back if it fails. */
	@FunctionalInterface
	private interface Work<T> {
		T under(FileLock lock) throws IOException;
	}

	private <T> T locked(boolean create, Work<T> work) {
		FileLock lock = null;
		boolean done = false;
		try {
			refuseForeignFolder(create);
			lock = lock();
			T result = work.under(lock);
			done = true;
			return result;
		} catch (OverlappingFileLockException e) {
			throw new StoreException(Code.IN_USE, folder.toString(), e);
		} catch (AccessDeniedException e) {
			throw new StoreException(Code.NO_ACCESS, folder.toString(), e);
		} catch (IOException e) {
			throw new StoreException(full(e) ? Code.DISK_FULL : Code.BAD_LOCATION, folder.toString(), e);
		} finally {
			if (!done && lock != null) {
				release(lock);
			}
		}
	}

	/** Derby has a lock of its own, but only when it has begun to work on the files, and not within one process. */
	private FileLock lock() throws IOException {
		Files.createDirectories(folder);
		FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
			if (lock == null) {
				throw new StoreException(Code.IN_USE, folder.toString(), null);
			}
			return lock;
		} finally {
			if (lock == null) {
				channel.close();
			}
		}
	}

	private void release(FileLock lock) {
		try {
			lock.acquiredBy().close();
		} catch (IOException e) {
			throw new StoreException(Code.FAILED, folder.toString(), e);
		}
	}

	/** Derby reads these when its engine starts, once for the whole program. The user's own settings go first. */
	static void tune() {
		// A page takes up to twice its size, for what Derby remembers of each row in it.
		long pages = Math.clamp(Runtime.getRuntime().maxMemory() / 8 / PAGE_SIZE, 2_000, 40_000);
		setDefault("derby.storage.pageSize", Integer.toString(PAGE_SIZE));
		setDefault("derby.storage.pageCacheSize", Long.toString(pages));
		setDefault("derby.storage.checkpointInterval", Integer.toString(96 << 20));
		setDefault("derby.storage.logSwitchInterval", Integer.toString(32 << 20));
		// the log is written through to the disk each time this is full, and at each commit
		setDefault("derby.storage.logBufferSize", Integer.toString(1 << 20));
		setDefault("derby.language.statementCacheSize", "300");
		setDefault("derby.locks.waitTimeout", "60");
		// every error reaches us as an exception; a derby.log in the working folder helps nobody
		setDefault("derby.stream.error.method", "java.io.OutputStream.nullOutputStream");
	}

	private static void setDefault(String name, String value) {
		if (System.getProperty(name) == null) {
			System.setProperty(name, value);
		}
	}

	private Connection connect(Path path, String attributes) throws SQLException {
		return drivers.connect(dialect, "jdbc:derby:" + path + attributes, new Properties());
	}

	private void refuseForeignFolder(boolean create) throws IOException {
		if (Files.isDirectory(database)) {
			return;
		}
		if (!create) {
			throw new StoreException(Code.NOT_FOUND, folder.toString(), null);
		}
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new StoreException(Code.BAD_LOCATION, folder.toString(), null);
		}
		if (Files.isDirectory(folder) && !Files.exists(folder.resolve(LOCK))) {
			try (Stream<Path> content = Files.list(folder)) {
				if (content.findAny().isPresent()) {
					throw new StoreException(Code.BAD_LOCATION, folder.toString(), null);
				}
			}
		}
	}

	private void make() throws IOException {
		Path draft = folder.resolve("derby.new");
		deleteTree(draft);
		try {
			connect(draft, ";create=true").close();
			new Migrations(dialect).migrate(() -> connect(draft, ""), folder.toString());
		} catch (SQLException e) {
			throw new StoreException(dialect.code(e), folder + ": " + e.getMessage(), e);
		} finally {
			shutDown(draft);
		}
		Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
	}

	private void shutDown(Path path) {
		try {
			connect(path, ";shutdown=true").close();
		} catch (SQLException done) {
			// 08006 says that the database was shut down; whatever else it says, it is closed
		}
	}

	static boolean full(IOException e) {
		return e.getMessage() != null && e.getMessage().contains("No space left");
	}

	static void deleteTree(Path tree) throws IOException {
		if (!Files.exists(tree)) {
			return;
		}
		Files.walkFileTree(tree, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
				Files.delete(directory);
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
