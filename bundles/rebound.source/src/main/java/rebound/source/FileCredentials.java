package rebound.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import rebound.source.MailboxException.Code;

/**
 * Passwords for programs that nobody sits at: from the environment variable {@code REBOUND_PASSWORD_NAME} (the name in
 * capitals, other characters as {@code _}), else from a file that only its owner may read.
 */
public final class FileCredentials implements CredentialStore {

	private static final String SUFFIX = ".secret";
	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

	private final Path folder;
	private final Map<String, String> environment;

	/**
	 * @param folder      where the files are; need not exist
	 * @param environment the variables of the process
	 */
	public FileCredentials(Path folder, Map<String, String> environment) {
		this.folder = folder;
		this.environment = Map.copyOf(environment);
	}

	/** @return the environment variable that holds a mailbox's password */
	public static String variable(String source) {
		StringBuilder name = new StringBuilder("REBOUND_PASSWORD_");
		source.toUpperCase(Locale.ROOT).chars().map(c -> c < 128 && Character.isLetterOrDigit(c) ? c : '_')
				.forEach(c -> name.append((char) c));
		return name.toString();
	}

	@Override
	public Optional<String> find(String source) throws MailboxException {
		String variable = environment.get(variable(source));
		if (variable != null && !variable.isEmpty()) {
			return Optional.of(variable);
		}
		Path file = file(source);
		try {
			if (isExposed(file)) {
				throw new MailboxException(Code.SECRET_EXPOSED, null, file.toString());
			}
			return Optional.of(Files.readString(file).strip()).filter(secret -> !secret.isEmpty());
		} catch (NoSuchFileException none) {
			return Optional.empty();
		} catch (IOException unreadable) {
			throw new MailboxException(Code.NO_SECRET, unreadable, source);
		}
	}

	private static boolean isExposed(Path file) throws IOException {
		return isPosix(file)
				&& Files.getPosixFilePermissions(file).stream().anyMatch(right -> !OWNER_ONLY.contains(right)
						&& right != PosixFilePermission.OWNER_EXECUTE);
	}

	private static boolean isPosix(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	@Override
	public void keep(String source, String secret) throws MailboxException {
		Path file = file(source);
		try {
			Files.createDirectories(folder);
			// Where there are no such rights (Windows), the file has those of the user's own folder.
			FileAttribute<?>[] rights = isPosix(folder)
					? new FileAttribute<?>[]{ PosixFilePermissions.asFileAttribute(OWNER_ONLY) }
					: new FileAttribute<?>[0];
			Path written = Files.createTempFile(folder, source, ".new", rights);
			try {
				Files.write(written, secret.getBytes(StandardCharsets.UTF_8));
				Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			} finally {
				Files.deleteIfExists(written);
			}
		} catch (IOException unwritable) {
			throw new MailboxException(Code.NO_SECRET, unwritable, source);
		}
	}

	@Override
	public void forget(String source) throws MailboxException {
		try {
			Files.deleteIfExists(file(source));
		} catch (IOException kept) {
			throw new MailboxException(Code.FAILED, kept, kept.toString());
		}
	}

	private Path file(String source) throws MailboxException {
		if (!MailboxFiles.isPlain(source)) {
			throw new MailboxException(Code.NO_SECRET, null, source);
		}
		return folder.resolve(source + SUFFIX);
	}
}
