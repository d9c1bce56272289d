package rebound.pipeline;

import org.osgi.annotation.versioning.ConsumerType;

/** Watches long work and may stop it. Called often, always from the thread that called the work. */
@ConsumerType
public interface Progress {

	/** Watches nothing and stops nothing. */
	Progress NONE = new Progress() {
		@Override
		public void done(double fraction, long items) {
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	};

	/**
	 * Takes notice of how far the work has come.
	 *
	 * @param fraction the part of the work that is done, from 0 to 1
	 * @param items    number of mails or rows done so far
	 */
	void done(double fraction, long items);

	/**
	 * @return whether the work shall stop; it then ends with a {@link java.util.concurrent.CancellationException} and
	 *         what was confirmed before stays
	 */
	boolean cancelled();
}
