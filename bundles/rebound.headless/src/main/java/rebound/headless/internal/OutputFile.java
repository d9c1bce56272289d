package rebound.headless.internal;

import java.io.FilterOutputStream;
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
 * A file that appears as a whole or not at all: it is written aside and renamed by {@link #commit}. Closed without that
 * it leaves nothing behind. What is no regular file, such as a pipe, is written directly.
 */
final class OutputFile implements AutoCloseable {

	private final Path target;
	private final Path aside;
	private final OutputStream out;

	private OutputFile(Path target, Path aside, OutputStream out) {
		this.target = target;
		this.aside = aside;
		this.out = out;
	}

	/** @param file the file, or {@code null} for standard output */
	static OutputFile open(Path file, Console console) {
		if (file == null) {
			return new OutputFile(null, null, new FilterOutputStream(console.out()) {
				@Override
				public void write(byte[] bytes, int offset, int length) throws IOException {
					out.write(bytes, offset, length);
				}

				@Override
				public void close() throws IOException {
					flush();
				}
			});
		}
		try {
			if (Files.exists(file) && !Files.isRegularFile(file)) {
				return new OutputFile(null, null, Files.newOutputStream(file, StandardOpenOption.WRITE));
			}
			// Behind a link the file itself is replaced, not the link.
			Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
			// No "temporary file" of Java's: that one only its owner could read, also when it has its name.
			Path aside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
			return new OutputFile(target, aside, Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW));
		} catch (IOException failed) {
			throw new CommandFailure(ExitCode.NO_OUTPUT,
					console.messages().text("failure.output", file, Failures.sentence(failed, console.messages())),
					failed);
		}
	}

	OutputStream stream() {
		return out;
	}

	/** Puts the written file in its place. */
	void commit() throws IOException {
		out.close();
		if (target == null) {
			return;
		}
		try {
			Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException notHere) {
			Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@Override
	public void close() throws IOException {
		out.close();
		if (aside != null) {
			Files.deleteIfExists(aside);
		}
	}
}
