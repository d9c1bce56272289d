package rebound.example;

import java.util.ArrayList;
import java.util.List;

import rebound.source.MailHandler;
import rebound.source.MailSource;

/** In the place of the example's source: throws, hangs and does not end when it is told to, or leaks threads or memory. */
public final class EncodedMailSource implements MailSource {

	private static final int LEFT_BEHIND = 150;
	private static final List<byte[]> KEPT = new ArrayList<>();

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
		if (location.endsWith("threads.b64")) {
			for (int i = 0; i < LEFT_BEHIND; i++) {
				Thread.ofPlatform().start(EncodedMailSource::hang);
			}
			return;
		}
		if (location.endsWith("memory.b64")) {
			while (true) {
				KEPT.add(new byte[1 << 20]);
			}
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
