package rebound.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import rebound.store.StoreException;
import rebound.store.StoreException.Code;

/** Lends connections, runs transactions, and says what an error means. */
final class Database implements AutoCloseable {
	/** Some work on a connection. */
	@FunctionalInterface
	interface Work<T> {
		T on(Connection connection) throws SQLException;
	}

	/** Some work whose rows are handed over one by one. */
	@FunctionalInterface
	interface Streaming {
		void on(Connection connection) throws SQLException;
	}

	/** Opens a connection. */
	@FunctionalInterface
	interface Connector {
		Connection connect() throws SQLException;
	}

	private static final int ATTEMPTS = 12;
	/** So long a server may take to come back. */
	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
	private static final int IDLE_LIMIT = 4;
	private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

	private final Connector connector;
	private final Dialect dialect;
	private final String location;
	private final Deque<Connection> idle = new ArrayDeque<>();
	private final ReentrantLock writing = new ReentrantLock();

	Database(Connector connector, Dialect dialect, String location) {
		this.connector = connector;
		this.dialect = dialect;
		this.location = location;
	}

	Dialect dialect() {
		return dialect;
	}

	String location() {
		return location;
	}

	/** Runs one transaction that changes nothing. */
	<T> T read(Work<T> work) {
		return transact(work);
	}

	/** Runs one transaction; where this process is the only writer, one at a time. */
	<T> T write(Work<T> work) {
		if (!dialect.isSingleWriter()) {
			return transact(work);
		}
		writing.lock();
		try {
			return transact(work);
		} finally {
			writing.unlock();
		}
	}

	/** Runs a query that hands over rows while it reads; it is not tried again, because rows went out already. */
	void stream(Streaming work) {
		Connection connection = null;
		try {
			connection = borrow();
			work.on(connection);
			connection.commit();
			giveBack(connection);
			connection = null;
		} catch (SQLException e) {
			throw failure(e);
		} finally {
			discard(connection);
		}
	}

	/** Runs work that must not be in a transaction. */
	<T> T outside(Work<T> work) {
		Connection connection = null;
		try {
			connection = borrow();
			connection.setAutoCommit(true);
			T result = work.on(connection);
			connection.setAutoCommit(false);
			giveBack(connection);
			connection = null;
			return result;
		} catch (SQLException e) {
			throw failure(e);
		} finally {
			discard(connection);
		}
	}

	StoreException failure(SQLException e) {
		return new StoreException(dialect.code(e), location + ": " + e.getMessage(), e);
	}

	@Override
	public void close() {
		synchronized (idle) {
			idle.forEach(Database::discard);
			idle.clear();
		}
	}

	private <T> T transact(Work<T> work) {
		long begin = System.nanoTime();
		for (int attempt = 1;; attempt++) {
			Connection connection = null;
			try {
				connection = borrow();
				T result = work.on(connection);
				connection.commit();
				giveBack(connection);
				connection = null;
				return result;
			} catch (SQLException e) {
				boolean isAway = dialect.code(e) == Code.UNREACHABLE && System.nanoTime() - begin < PATIENCE;
				if (!dialect.isTransient(e) || attempt >= ATTEMPTS && !isAway) {
					throw failure(e);
				}
			} finally {
				discard(connection);
			}
			pause(attempt);
		}
	}

	/** Waits longer each time and never as long as others, so that they do not collide again. */
	private void pause(int attempt) {
		long longest = FIRST_PAUSE << Math.min(attempt, 9);
		LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
		if (Thread.interrupted()) {
			Thread.currentThread().interrupt();
			throw new StoreException(Code.BUSY, location, null);
		}
	}

	private Connection borrow() throws SQLException {
		synchronized (idle) {
			if (!idle.isEmpty()) {
				return idle.pop();
			}
		}
		Connection connection = connector.connect();
		boolean ready = false;
		try {
			connection.setSchema(dialect.schema());
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
			ready = true;
			return connection;
		} finally {
			if (!ready) {
				discard(connection);
			}
		}
	}

	private void giveBack(Connection connection) {
		synchronized (idle) {
			if (idle.size() < IDLE_LIMIT) {
				idle.push(connection);
				return;
			}
		}
		discard(connection);
	}

	private static void discard(Connection connection) {
		if (connection == null) {
			return;
		}
		try (Connection closing = connection) {
			closing.rollback();
		} catch (SQLException alreadyBroken) {
			// the transaction is gone with the connection, which is what was wanted
		}
	}
}
