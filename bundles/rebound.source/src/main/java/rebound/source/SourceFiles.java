package rebound.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import rebound.model.WholeFile;

/**
 * The configured places of kinds that have settings of their own: one file each, {@code NAME.source}, beside those of
 * the mailboxes ({@link MailboxFiles}), with the {@link SourceLocation} in it.
 */
public final class SourceFiles {

	private static final String SUFFIX = ".source";

	private final Path folder;

	/** @param folder need not exist */
	public SourceFiles(Path folder) {
		this.folder = folder;
	}

	/** @return the names of all places, sorted */
	public List<String> names() throws IOException {
		return MailboxFiles.names(folder, SUFFIX);
	}

	/**
	 * Reads a place.
	 *
	 * @throws NoSuchFileException      if there is none of this name
	 * @throws IllegalArgumentException if the file was changed and holds none
	 */
	public SourceLocation read(String name) throws IOException {
		return SourceLocation.parse(Files.readString(path(name)).strip());
	}

	/** Keeps a place, instead of the one of this name before. */
	public void write(String name, SourceLocation location) throws IOException {
		WholeFile.write(path(name), location + "\n");
	}

	/** @return whether there was one of this name */
	public boolean remove(String name) throws IOException {
		return Files.deleteIfExists(path(name));
	}

	private Path path(String name) throws NoSuchFileException {
		if (!MailboxFiles.isName(name)) {
			throw new NoSuchFileException(name);
		}
		return folder.resolve(name + SUFFIX);
	}
}
