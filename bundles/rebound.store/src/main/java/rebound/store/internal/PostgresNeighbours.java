package rebound.store.internal;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import rebound.store.StoreException;

/** Programs on the same PostgreSQL server: they hear of each other by its NOTIFY and LISTEN. */
final class PostgresNeighbours implements Neighbours {
	private static final String CHANNEL = "rebound_changed";
	private static final int LOOK_MILLIS = 2000;

	private final Database.Connector connector;
	private final Database database;
	private final String own = UUID.randomUUID().toString();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Thread hearing;
	private volatile boolean closed;

	PostgresNeighbours(Database.Connector connector, Database database) {
		this.connector = connector;
		this.database = database;
	}

	@Override
	public void tell() {
		try {
			database.outside(connection -> {
				try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
					notify.setString(1, CHANNEL);
					notify.setString(2, own);
					return notify.execute();
				}
			});
		} catch (StoreException away) {
			// What was changed is kept; who listens looks again when the server is back.
			return;
		}
	}

	@Override
	public synchronized void hear(Runnable listener) {
		listeners.add(listener);
		if (hearing == null) {
			hearing = Thread.ofPlatform().daemon().name("rebound-neighbours").start(this::hear);
		}
	}

	private void hear() {
		while (!closed) {
			try (Connection connection = connector.connect(); Statement listen = connection.createStatement()) {
				listen.execute("LISTEN " + CHANNEL);
				// Something may have changed while nobody listened.
				listeners.forEach(Runnable::run);
				hear(connection);
			} catch (SQLException | ReflectiveOperationException away) {
				pause();
			}
		}
	}

	/** The driver comes as a service, and its classes with it: none of them can be named here. */
	private void hear(Connection connection) throws SQLException, ReflectiveOperationException {
		Class<?> type = Class.forName("org.postgresql.PGConnection", false, connection.getClass().getClassLoader());
		Object driver = connection.unwrap(type);
		Method wait = type.getMethod("getNotifications", int.class);
		while (!closed) {
			Object[] heard = (Object[]) wait.invoke(driver, LOOK_MILLIS);
			boolean others = false;
			for (Object each : heard == null ? new Object[0] : heard) {
				Method said = Class.forName("org.postgresql.PGNotification", false, type.getClassLoader())
						.getMethod("getParameter");
				others |= !own.equals(said.invoke(each));
			}
			if (others) {
				listeners.forEach(Runnable::run);
			}
		}
	}

	private void pause() {
		try {
			Thread.sleep(LOOK_MILLIS);
		} catch (InterruptedException stop) {
			closed = true;
		}
	}

	@Override
	public synchronized void close() {
		closed = true;
		if (hearing != null) {
			hearing.interrupt();
		}
	}
}
