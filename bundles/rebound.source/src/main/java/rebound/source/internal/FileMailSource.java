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
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import rebound.source.EventSource;
import rebound.source.MailHandler;
import rebound.source.MailSource;
import rebound.source.SourceLocation;

/**
 * Files and folders: single mails, also of Outlook, mbox files in all variants, Maildirs, the logs and exports that an
 * {@link EventSource} recognises, and gzip, zip or tar archives of these; and {@code -}, any one of these from standard
 * input.
 */
@Component(name = FileMailSource.ID, property = FileMailSource.ASKED_LAST)
@Designate(ocd = FileMailSource.Settings.class)
public final class FileMailSource implements MailSource {

	static final String ID = "file";

	/** Services come by falling rank. This one takes any file, so those of third parties are asked before. */
	static final String ASKED_LAST = "service.ranking:Integer=-1000";
	private static final String STANDARD_INPUT = "-";
	private static final String PATH = "path";

	/** What a file or folder that is read again and again needs to know. */
	@ObjectClassDefinition(localization = "OSGI-INF/l10n/file", name = "%name", description = "%description")
	@interface Settings {
		@AttributeDefinition(name = "%path", description = "%path.description")
		String path();
	}

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
		return ID;
	}

	@Override
	public boolean accepts(String location) {
		if (configured(location) != null) {
			return true;
		}
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

	/** @return the path of a place with settings, or {@code null} if the location is none */
	private static String configured(String location) {
		try {
			return SourceLocation.isOf(ID, location) ? SourceLocation.parse(location).settings().get(PATH) : null;
		} catch (IllegalArgumentException notEncoded) {
			return null;
		}
	}

	@Override
	public void read(String location, MailHandler handler) throws IOException {
		String path = configured(location);
		readFile(path == null ? location : path, handler);
	}

	private void readFile(String location, MailHandler handler) throws IOException {
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
