package rebound.source.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import rebound.source.MailHandler;

/**
 * Reads the files of a folder and of all folders in it. The order is that of the names, byte by byte (on Windows
 * regardless of case); a folder's files come where the folder's own name stands. Hidden files and folders are left
 * out, and each folder is read once however many links lead to it.
 */
final class FolderWalk {

	private static final Set<String> MAILDIR = Set.of("cur", "new", "tmp");

	private final MailHandler handler;
	private final MailFileReader files;
	private final Set<Object> seen = new HashSet<>();

	FolderWalk(MailHandler handler, MailFileReader files) {
		this.handler = handler;
		this.files = files;
	}

	/** @throws IOException if the top folder can't be listed */
	void walk(Path folder, Span span) throws IOException {
		seen.add(identity(folder, Files.readAttributes(folder, BasicFileAttributes.class)));
		read(folder, list(folder), "", span);
	}

	private void read(Path folder, List<Path> names, String prefix, Span span) {
		boolean maildir = names.stream().filter(name -> MAILDIR.contains(name.toString()))
				.filter(name -> Files.isDirectory(folder.resolve(name))).count() == MAILDIR.size();
		for (int i = 0; i < names.size(); i++) {
			Path path = folder.resolve(names.get(i));
			String name = names.get(i).toString();
			Span piece = span.piece(i, names.size());
			try {
				BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
				if (attributes.isDirectory()) {
					// A Maildir's tmp holds mails that are still being delivered.
					if (!(maildir && name.equals("tmp")) && seen.add(identity(path, attributes))) {
						read(path, list(path), prefix + name + '/', piece);
					}
				} else if (!maildir) {
					// The plain files beside cur and new are the mail server's own book-keeping.
					files.read(path, attributes, prefix + name, piece);
				}
			} catch (IOException | SecurityException unreadable) {
				handler.unreadable(prefix + name, unreadable);
			}
			piece.done(1, 1);
		}
	}

	private static List<Path> list(Path folder) throws IOException {
		List<Path> names = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				if (!Files.isHidden(entry)) {
					names.add(entry.getFileName());
				}
			}
		} catch (DirectoryIteratorException broken) {
			throw broken.getCause();
		}
		Collections.sort(names);
		return names;
	}

	private static Object identity(Path folder, BasicFileAttributes attributes) throws IOException {
		Object key = attributes.fileKey();
		return key != null ? key : folder.toRealPath();
	}
}
