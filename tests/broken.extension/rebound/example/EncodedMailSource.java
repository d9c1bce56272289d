package rebound.example;

import rebound.source.MailHandler;
import rebound.source.MailSource;

/** In the place of the example's source: throws or hangs, and does not end when it is told to. */
public final class EncodedMailSource implements MailSource {

	@Override
	public String id() {
		return "example.b64";
	}

	@Override
	public boolean accepts(String location) {
		if (location.startsWith("hang:")) {
			hang();
		}
		return location.endsWith(".b64");
	}

	@Override
	public void read(String location, MailHandler handler) {
		if (location.endsWith("throws.b64")) {
			throw new NoClassDefFoundError("a library that is not there");
		}
		hang();
	}

	static void hang() {
		while (true) {
			try {
				Thread.sleep(1_000);
			} catch (InterruptedException told) {
				// It goes on all the same.
			}
		}
	}
}
