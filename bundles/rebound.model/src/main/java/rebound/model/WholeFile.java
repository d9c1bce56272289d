package rebound.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file of settings, which is never there by half: it is written aside and then takes the place of the old one. */
public final class WholeFile {

	private WholeFile() {
	}

	/**
	 * Writes a file, and the folders it is in.
	 *
	 * @param file in a folder that may be made, in place of the file before
	 * @param text written in UTF-8
	 * @throws IOException if it can't be written; the file before is still there
	 */
	public static void write(Path file, String text) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Path aside = Files.createTempFile(folder, ".", ".new");
		try {
			Files.writeString(aside, text, StandardCharsets.UTF_8);
			try {
				Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			} catch (AtomicMoveNotSupportedException plainly) {
				Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
			}
		} finally {
			Files.deleteIfExists(aside);
		}
	}
}
