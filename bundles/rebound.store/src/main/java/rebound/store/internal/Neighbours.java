package rebound.store.internal;

/** Other programs that work with the same database at the same time. */
interface Neighbours extends AutoCloseable {

	/** There are none: one program at a time has an embedded database. */
	Neighbours NONE = new Neighbours() {
		@Override
		public void tell() {
			// nobody to tell
		}

		@Override
		public void hear(Runnable listener) {
			// nobody to hear
		}

		@Override
		public void close() {
			// nothing was begun
		}
	};

	/** Lets them know that something has changed. */
	void tell();

	/** Calls a listener, on a thread of its own, when one of them has changed something. */
	void hear(Runnable listener);

	@Override
	void close();
}
