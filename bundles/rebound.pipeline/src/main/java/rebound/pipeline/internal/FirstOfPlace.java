package rebound.pipeline.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import rebound.pipeline.MailReading;
import rebound.pipeline.Place;
import rebound.pipeline.PlaceKinds.Preview;
import rebound.pipeline.Progress;
import rebound.pipeline.Unreadable;

/** Judges the first mails of a place, and lets the others be. */
public final class FirstOfPlace implements Progress {

	private final int limit;
	private volatile boolean isStopped;
	private int looked;
	private int bounces;
	private final List<Unreadable> unreadable = new ArrayList<>();

	/** @param limit at most so many */
	public FirstOfPlace(int limit) {
		this.limit = limit;
	}

	/** Makes reading end soon; to be called on any thread. */
	public void stop() {
		isStopped = true;
	}

	/** Reads until it is enough. */
	public Preview read(Place place, MailReading reading) throws IOException {
		try {
			reading.read(place, mail -> () -> bounces += FolderImport.isBounce(mail.judged()) ? 1 : 0,
					failure -> () -> unreadable.add(failure), this::take, this);
		} catch (CancellationException stopped) {
			if (looked < limit) {
				throw stopped;
			}
		}
		return new Preview(looked, bounces, unreadable);
	}

	private void take(Runnable count) {
		if (looked < limit) {
			looked++;
			count.run();
		}
	}

	@Override
	public void done(double fraction, long items) {
		// It is over in a moment.
	}

	@Override
	public boolean cancelled() {
		return looked >= limit || isStopped;
	}
}
