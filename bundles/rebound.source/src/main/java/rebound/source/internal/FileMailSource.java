package rebound.source.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import org.osgi.service.component.annotations.Component;
import rebound.source.MailHandler;
import rebound.source.MailSource;

/** Files and folders: single mails, mbox files in all variants, Maildirs, and gzip or zip archives of these. */
@Component
public final class FileMailSource implements MailSource {

	@Override
	public String id() {
		return "file";
	}

	@Override
	public boolean accepts(String location) {
		if (location.contains("://")) {
			return false;
		}
		try {
			return Files.exists(Path.of(location));
		} catch (InvalidPathException notAPath) {
			return false;
		}
	}

	@Override
	public void read(String location, MailHandler handler) throws IOException {
		Path path = Path.of(location);
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		MailFileReader files = new MailFileReader(handler);
		Span whole = new Span(handler, 0, 1);
		if (attributes.isDirectory()) {
			new FolderWalk(handler, files).walk(path, whole);
		} else {
			Path name = path.getFileName();
			files.read(path, attributes, name == null ? location : name.toString(), whole);
		}
		whole.done(1, 1);
	}
}
