package rebound.headless;

import picocli.CommandLine.Option;
import rebound.pipeline.DefaultDatabase;
import rebound.pipeline.Presets;
import rebound.store.BounceStore;
import rebound.store.BounceStores;

/** The option that says which database is used. Take it as a picocli {@code @Mixin}. */
public final class DatabaseOption {

	@Option(names = "--database", paramLabel = "DIR|URL")
	private String location;

	/** @return the database, made where there is none yet; the caller closes it */
	public BounceStore open(BounceStores stores) {
		return stores.open(location());
	}

	/** @return the database that is there; the caller closes it */
	public BounceStore openExisting(BounceStores stores) {
		return stores.openExisting(location());
	}

	/** @return what the user named, else what the administrator has set, else the user's own */
	public String location() {
		return Presets.here().choose(Presets.DATABASE, location).orElseGet(() -> DefaultDatabase.folder().toString());
	}
}
