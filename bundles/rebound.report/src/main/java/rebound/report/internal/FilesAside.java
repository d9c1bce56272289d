package rebound.report.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import rebound.report.ReportException;
import rebound.report.ReportException.Code;
import rebound.report.ReportFiles;
import rebound.report.WrittenFile;
import rebound.report.WrittenReport;

/** The files of one report, written under passing names until all of them are known to be right. */
public final class FilesAside implements ReportFiles, AutoCloseable {

	private final Path main;
	private final Map<String, Path> aside = new LinkedHashMap<>();
	private final List<OutputStream> open = new ArrayList<>();

	public FilesAside(Path main) throws IOException {
		this.main = main;
		Files.createDirectories(main.getParent());
	}

	@Override
	public OutputStream open(String qualifier) throws IOException {
		if (aside.containsKey(qualifier)) {
			throw new IOException("opened twice: " + qualifier);
		}
		Path file = main.resolveSibling("." + main.getFileName() + '.' + UUID.randomUUID() + ".part");
		OutputStream out = new BufferedOutputStream(
				Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				1 << 16);
		aside.put(qualifier, file);
		open.add(out);
		return out;
	}

	@Override
	public String name(String qualifier) {
		return path(qualifier).getFileName().toString();
	}

	/** Writes a small file. */
	public void write(String qualifier, byte[] content) throws IOException {
		try (OutputStream out = open(qualifier)) {
			out.write(content);
		}
	}

	/** @return the name a file will have, see {@link ReportFiles#open} */
	public Path path(String qualifier) {
		String name = main.getFileName().toString();
		if (qualifier.equals(MAIN)) {
			return main;
		}
		if (qualifier.startsWith(".")) {
			return main.resolveSibling(name + qualifier);
		}
		int dot = name.lastIndexOf('.');
		String stem = dot <= 0 ? name : name.substring(0, dot);
		String end = dot <= 0 || qualifier.indexOf('.') >= 0 ? "" : name.substring(dot);
		return main.resolveSibling(stem + '-' + qualifier + end);
	}

	/** Reads every file again and compares its records with what was written. */
	public List<WrittenReport.Part> check(List<WrittenFile> written) throws IOException {
		List<WrittenReport.Part> parts = new ArrayList<>();
		for (WrittenFile file : written) {
			Path path = aside.get(file.qualifier());
			if (path == null) {
				throw new ReportException(Code.SELF_CHECK_FAILED, "never opened: " + file.qualifier(), null);
			}
			MessageDigest sha = sha256();
			long records;
			try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
					InputStream hashed = new Hashing(raw, sha)) {
				records = file.recount().records(hashed);
				raw.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
			}
			if (records != file.records()) {
				throw new ReportException(Code.SELF_CHECK_FAILED, records + " of " + file.records() + " records",
						null);
			}
			parts.add(new WrittenReport.Part(path(file.qualifier()), records, Files.size(path),
					HexFormat.of().formatHex(sha.digest())));
		}
		if (parts.size() != aside.size()) {
			throw new ReportException(Code.SELF_CHECK_FAILED, aside.size() + " files, " + parts.size() + " told",
					null);
		}
		return parts;
	}

	/** Gives all files their names. */
	public void publish() throws IOException {
		for (Path file : aside.values()) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
		}
		for (Map.Entry<String, Path> file : aside.entrySet()) {
			Files.move(file.getValue(), path(file.getKey()), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Removes what did not get its name. */
	@Override
	public void close() throws IOException {
		for (OutputStream out : open) {
			out.close();
		}
		for (Path file : aside.values()) {
			Files.deleteIfExists(file);
		}
	}

	/** A format may close what it reads, or leave some of it: the hash is of all of it. */
	private static final class Hashing extends DigestInputStream {
		Hashing(InputStream in, MessageDigest sha) {
			super(in, sha);
		}

		@Override
		public void close() {
			// Left open for the rest.
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}
}
