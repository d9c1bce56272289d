package rebound.pipeline.internal;

import java.io.IOException;
import java.util.Optional;

import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.RawEvent;
import rebound.source.RawMail;

/** A source that can neither hang nor throw what its interface does not know. */
public record WatchedSource(MailSource source, ServiceWatch watch) implements MailSource {

	@Override
	public String id() {
		return source.id();
	}

	@Override
	public boolean accepts(String location) {
		return isOurs() ? source.accepts(location) : watch.accepts(source.id(), () -> source.accepts(location));
	}

	/** Ours answer at once; a thread for each of many thousand files would cost more than the reading. */
	private boolean isOurs() {
		return source.getClass().getName().startsWith("rebound.source.");
	}

	@Override
	public void read(String location, MailHandler handler) throws IOException {
		watch.call(source.id(), life -> {
			source.read(location, new Steps(handler, life));
			return null;
		});
	}

	private record Steps(MailHandler handler, ServiceWatch.Life life) implements MailHandler {
		@Override
		public void mail(RawMail mail) {
			life.step(() -> handler.mail(mail));
		}

		@Override
		public void event(RawEvent event) {
			life.step(() -> handler.event(event));
		}

		@Override
		public void unreadable(String name, Exception cause) {
			life.step(() -> handler.unreadable(name, cause));
		}

		@Override
		public void progress(double fraction) {
			life.step(() -> handler.progress(fraction));
		}

		@Override
		public Optional<String> password() {
			return handler.password();
		}
	}
}
