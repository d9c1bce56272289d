package rebound.source.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import rebound.source.EventSource;
import rebound.source.MailHandler;
import rebound.source.MailSource;

/**
 * Files and folders: single mails, also of Outlook, mbox files in all variants, Maildirs, the logs and exports that an
 * {@link EventSource} recognises, and gzip or zip archives of these; and {@code -}, any one of these from standard
 * input.
 */
@Component(property = FileMailSource.ASKED_LAST)
public final class FileMailSource implements MailSource {

	/** Services come by falling rank. This one takes any file, so those of third parties are asked before. */
	static final String ASKED_LAST = "service.ranking:Integer=-1000";
	private static final String STANDARD_INPUT = "-";

	private final List<EventSource> formats;
	private final InputStream standardInput;

	/**
	 * Reads {@code -} from the standard input of the process.
	 *
	 * @param formats know the logs and exports that are no mails
	 */
	@Activate
	public FileMailSource(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<EventSource> formats) {
		this(formats, System.in);
	}

	/** A source that knows mails only. */
	public FileMailSource() {
		this(List.of());
	}

	FileMailSource(List<EventSource> formats, InputStream standardInput) {
		this.formats = List.copyOf(formats);
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
			new MailFileReader(handler, formats).readUnpacked(location, standardInput, Archive.MAIL_LIMIT, whole,
					Long.MAX_VALUE);
			return;
		}
		Path path = Path.of(location);
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		MailFileReader files = new MailFileReader(handler, formats);
		if (attributes.isDirectory()) {
			new FolderWalk(handler, files).walk(path, whole);
		} else {
			Path name = path.getFileName();
			files.read(path, attributes, name == null ? location : name.toString(), whole);
		}
		whole.done(1, 1);
	}
}
