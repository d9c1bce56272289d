package rebound.headless.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.ExitCode;

/**
 * Standard output, or a file that appears as a whole or not at all: it is written aside and renamed by {@link #commit}.
 * Closed without that it leaves nothing behind. What is no regular file, such as a pipe, is written directly. Whatever
 * fails is a {@link CommandFailure}; a reader that has gone away is one without words.
 */
final class OutputFile implements AutoCloseable {

	private static final int BUFFER = 1 << 18;

	private final Path file;
	private final Console console;
	private final Path target;
	private final Path aside;
	private final OutputStream out;

	/** @param file the file, or {@code null} for standard output */
	OutputFile(Path file, Console console) {
		this.file = file;
		this.console = console;
		try {
			boolean direct = file == null || Files.exists(file) && !Files.isRegularFile(file);
			// Behind a link the file itself is replaced, not the link.
			target = direct ? null : Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
			// No "temporary file" of Java's: that one only its owner could read, also when it has its name.
			aside = direct
					? null
					: target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
			out = new BufferedOutputStream(file == null
					? console.out()
					: direct
							? Files.newOutputStream(file, StandardOpenOption.WRITE)
							: Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW),
					BUFFER);
		} catch (IOException failed) {
			throw failure(failed);
		}
	}

	void write(byte[] bytes) {
		try {
			out.write(bytes);
		} catch (IOException failed) {
			throw failure(failed);
		}
	}

	/** Puts the written file in its place. */
	void commit() {
		try {
			out.flush();
			if (target == null) {
				return;
			}
			out.close();
			try {
				Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
			} catch (AtomicMoveNotSupportedException notHere) {
				Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
			}
		} catch (IOException failed) {
			throw failure(failed);
		}
	}

	@Override
	public void close() {
		if (file == null) {
			return;
		}
		try (OutputStream closing = out) {
			closing.flush();
		} catch (IOException alreadyTold) {
			// What was to be kept was committed before.
		}
		if (aside != null) {
			try {
				Files.deleteIfExists(aside);
			} catch (IOException failed) {
				throw failure(failed);
			}
		}
	}

	private CommandFailure failure(IOException cause) {
		return new CommandFailure(ExitCode.NO_OUTPUT, file == null
				? null
				: console.messages().text("failure.output", file, Failures.sentence(cause, console.messages())), cause);
	}
}
