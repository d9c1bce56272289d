package rebound.ui.internal.desk;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import rebound.store.BounceStore;
import rebound.store.BounceStores;
import rebound.store.StoreException;

/**
 * The database that the window shows. It is opened in the background, and may be changed for another one while the
 * window is open. Listeners are called on the window's thread.
 */
public final class Database implements AutoCloseable {

	/** Where the database is on its way. */
	public enum State {
		OPENING, OPEN, FAILED
	}

	private final BounceStores stores;
	private final Executor background;
	private final Executor window;
	private final Thread windowThread;
	private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Object lock = new Object();
	/** Held while a database is opened: one after the other. */
	private final Object opening = new Object();
	private State state = State.OPENING;
	private String location = "";
	private StoreException failure;
	private BounceStore store;
	private boolean announced;

	/**
	 * @param background   runs what uses the store
	 * @param window       runs what changes the window
	 * @param windowThread where it runs; the store must not be used there
	 */
	public Database(BounceStores stores, Executor background, Executor window, Thread windowThread) {
		this.stores = stores;
		this.background = background;
		this.window = window;
		this.windowThread = windowThread;
	}

	/** Opens a database, in the background; the one that was open is closed. */
	public void open(String wanted) {
		synchronized (lock) {
			state = State.OPENING;
			location = wanted;
			failure = null;
		}
		changed();
		background.execute(() -> reopen(wanted));
	}

	private void reopen(String wanted) {
		synchronized (opening) {
			if (!wanted.equals(location())) {
				// Another one is wanted by now, and on its way.
				return;
			}
			close();
			BounceStore opened = null;
			StoreException failed = null;
			try {
				opened = stores.open(wanted);
				opened.onChange(this::changed);
			} catch (StoreException e) {
				failed = e;
			}
			synchronized (lock) {
				store = opened;
				if (wanted.equals(location)) {
					failure = failed;
					state = failed == null ? State.OPEN : State.FAILED;
					lock.notifyAll();
				}
			}
		}
		changed();
	}

	/** @return how the database is */
	public State state() {
		synchronized (lock) {
			return state;
		}
	}

	/** @return the folder or URL that is or shall be open */
	public String location() {
		synchronized (lock) {
			return location;
		}
	}

	/** @return why the database could not be opened; {@code null} unless it has failed */
	public StoreException failure() {
		synchronized (lock) {
			return failure;
		}
	}

	/**
	 * Waits while the database is being opened.
	 *
	 * @return the open store, for use in the background only
	 * @throws StoreException        if there is none
	 * @throws IllegalStateException on the window's thread: the window must never wait for the database
	 */
	public BounceStore store() {
		if (Thread.currentThread() == windowThread) {
			throw new IllegalStateException("the store is asked on the window's thread");
		}
		synchronized (lock) {
			try {
				while (state == State.OPENING) {
					lock.wait();
				}
			} catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
				throw new CancellationException();
			}
			if (store == null) {
				throw failure == null
						? new StoreException(StoreException.Code.NOT_FOUND, location, null)
						: Objects.requireNonNull(failure);
			}
			return store;
		}
	}

	/** @return one that asks this database on behalf of one part of the window */
	public Asker asker() {
		return new Asker(this, background, window);
	}

	/** Calls a listener after the database was opened or its content changed; many changes make one call. */
	public void onChange(Runnable listener) {
		listeners.add(listener);
	}

	/** Ends the calls. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** Tells the listeners. */
	public void changed() {
		synchronized (lock) {
			if (announced) {
				return;
			}
			announced = true;
		}
		window.execute(() -> {
			synchronized (lock) {
				announced = false;
			}
			listeners.forEach(Runnable::run);
		});
	}

	@Override
	public void close() {
		BounceStore closing;
		synchronized (lock) {
			closing = store;
			store = null;
		}
		if (closing != null) {
			closing.close();
		}
	}
}
