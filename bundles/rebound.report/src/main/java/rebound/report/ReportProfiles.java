package rebound.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import rebound.model.WholeFile;
import rebound.report.ReportException.Code;
import rebound.report.internal.ProfileText;

/** The profiles that users saved under a name: a folder with a small text file for each. */
public final class ReportProfiles {

	private static final String END = ".properties";
	private static final int LONGEST_NAME = 60;
	private static final int LARGEST_FILE = 100_000;

	private final Path folder;

	/** @param folder need not exist; it is made when the first profile is saved */
	public ReportProfiles(Path folder) {
		this.folder = folder;
	}

	/** @return the names of the saved profiles, sorted */
	public List<String> names() throws IOException {
		List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
			for (Path file : files) {
				String name = file.getFileName().toString();
				names.add(name.substring(0, name.length() - END.length()));
			}
		} catch (NoSuchFileException | NotDirectoryException nothingSaved) {
			return List.of();
		}
		names.removeIf(name -> !isName(name));
		names.sort(null);
		return names;
	}

	/**
	 * A saved profile.
	 *
	 * @throws ReportException if there is none of the name, or its file can't be understood
	 */
	public ReportProfile load(String name) throws IOException {
		Path file = file(name, Code.UNKNOWN_PROFILE);
		try {
			if (Files.size(file) > LARGEST_FILE) {
				throw new ReportException(Code.BAD_PROFILE, name, null);
			}
			return ProfileText.read(name, Files.readString(file));
		} catch (NoSuchFileException | NotDirectoryException none) {
			throw new ReportException(Code.UNKNOWN_PROFILE, name, none);
		}
	}

	/**
	 * Saves a profile; one that has the name already is replaced.
	 *
	 * @throws ReportException if the name is none for a file, or is that of a program's own profile
	 */
	public void save(String name, ReportProfile profile) throws IOException {
		Path file = file(name, Code.BAD_PROFILE_NAME);
		if (!isFree(name)) {
			throw new ReportException(Code.BAD_PROFILE_NAME, name, null);
		}
		WholeFile.write(file, ProfileText.write(profile));
	}

	/** @throws ReportException if there is none of the name */
	public void remove(String name) throws IOException {
		if (!Files.deleteIfExists(file(name, Code.UNKNOWN_PROFILE))) {
			throw new ReportException(Code.UNKNOWN_PROFILE, name, null);
		}
	}

	private Path file(String name, Code otherwise) throws ReportException {
		if (!isName(name)) {
			throw new ReportException(otherwise, name, null);
		}
		return folder.resolve(name + END);
	}

	/** @return whether a profile can be saved under this name: not that of a program's own profile */
	public static boolean isFree(String name) {
		return isName(name) && CrmProfile.of(name).isEmpty();
	}

	/** Letters, digits, space, dot, hyphen and underscore, so that every file system has the file, and it has no other. */
	private static boolean isName(String name) {
		return !name.isBlank() && name.length() <= LONGEST_NAME && name.charAt(0) != '.' && name.strip().equals(name)
				&& name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " .-_".indexOf(c) >= 0);
	}
}
