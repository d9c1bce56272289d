package rebound.source.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import rebound.source.MailHandler;
import rebound.source.MailSource;

/**
 * Files and folders: single mails, mbox files in all variants, Maildirs, and gzip or zip archives of these; and
 * {@code -}, a mail or an mbox from standard input.
 */
@Component
public final class FileMailSource implements MailSource {

	private static final String STANDARD_INPUT = "-";

	private final InputStream standardInput;

	/** Reads {@code -} from the standard input of the process. */
	@Activate
	public FileMailSource() {
		this(System.in);
	}

	FileMailSource(InputStream standardInput) {
		this.standardInput = standardInput;
	}

	@Override
	public String id() {
		return "file";
	}

	@Override
	public boolean accepts(String location) {
		if (location.contains("://")) {
			return false;
		}
		if (location.equals(STANDARD_INPUT)) {
			return true;
		}
		try {
			return Files.exists(Path.of(location));
		} catch (InvalidPathException notAPath) {
			return false;
		}
	}

	@Override
	public void read(String location, MailHandler handler) throws IOException {
		Span whole = new Span(handler, 0, 1);
		if (location.equals(STANDARD_INPUT)) {
			MailFileReader.readUnpacked(location, standardInput, Archive.MAIL_LIMIT, whole, Long.MAX_VALUE);
			return;
		}
		Path path = Path.of(location);
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		MailFileReader files = new MailFileReader(handler);
		if (attributes.isDirectory()) {
			new FolderWalk(handler, files).walk(path, whole);
		} else {
			Path name = path.getFileName();
			files.read(path, attributes, name == null ? location : name.toString(), whole);
		}
		whole.done(1, 1);
	}
}
