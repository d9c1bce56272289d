package rebound.headless.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import rebound.pipeline.MailboxRound;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Place;
import rebound.pipeline.PlaceKinds;
import rebound.source.MailboxException;
import rebound.source.SourceLocation;
import rebound.store.StoreException;

/** Reads a place of a third party's kind again and again; what is known already changes nothing. */
final class PlaceWatch implements Runnable {

	private final String name;
	private final SourceLocation location;
	private final PlaceKinds kinds;
	private final Pipeline pipeline;
	private final MailboxWatch.Setting setting;

	PlaceWatch(String name, SourceLocation location, PlaceKinds kinds, Pipeline pipeline,
			MailboxWatch.Setting setting) {
		this.kinds = kinds;
		this.name = name;
		this.location = location;
		this.pipeline = pipeline;
		this.setting = setting;
	}

	@Override
	public void run() {
		int failures = 0;
		while (!setting.cancelled().getAsBoolean()) {
			Duration pause = setting.every();
			try {
				read();
				failures = 0;
			} catch (IOException | MailboxException | StoreException failure) {
				pause = MailboxWatch.pause(failure, failures++);
				setting.listener().failed(name, failure, pause);
			}
			MailboxWatch.sleep(pause, setting.cancelled());
		}
	}

	private void read() throws IOException, MailboxException {
		Place place = kinds.place(name, location, setting.credentials());
		setting.importing().lock();
		try {
			setting.listener().read(name, new MailboxRound(pipeline.importMail(place, setting.store(),
					MailboxWatch.progress(setting.cancelled())), 0, 0, List.of()));
		} finally {
			setting.importing().unlock();
		}
	}
}
