package rebound.source.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives in archives. */
class ArchiveTest {

	private static final byte[] MAIL = ("Subject: x\n\n" + "a line of text\n".repeat(100))
			.getBytes(StandardCharsets.US_ASCII);

	@TempDir
	private Path folder;

	@Test
	void archivesInArchivesAreReadLikeThose() throws IOException {
		Map<String, byte[]> inner = new LinkedHashMap<>();
		inner.put("b.eml", MAIL);
		inner.put("a.mbox.gz", gzip(mbox()));
		inner.put("__MACOSX/b.eml", MAIL);
		Map<String, byte[]> outer = new LinkedHashMap<>();
		outer.put("year.zip", zip(inner));
		outer.put("a.eml.gz", gzip(MAIL));
		outer.put("november.tar.gz", gzip(tar(Map.of("x.zip", zip(Map.of("y.eml", MAIL))))));
		Files.write(folder.resolve("all.zip"), zip(outer));
		Files.write(folder.resolve("all.tar"), tar(outer));
		Collected mails = read();
		List<String> inZip = List.of("a.eml.gz", "november.tar.gz/x.zip/y.eml", "year.zip/b.eml",
				"year.zip/a.mbox.gz#1", "year.zip/a.mbox.gz#2");
		List<String> inTar = List.of("year.zip/b.eml", "year.zip/a.mbox.gz#1", "year.zip/a.mbox.gz#2", "a.eml.gz",
				"november.tar.gz/x.zip/y.eml");
		assertEquals(inTar.stream().map(name -> "all.tar/" + name).toList(), mails.names.subList(0, 5));
		assertEquals(inZip.stream().map(name -> "all.zip/" + name).toList(), mails.names.subList(5, 10));
		assertEquals(10, mails.names.size());
		assertEquals(List.of(), mails.unreadable);
		for (int i = 0; i < 10; i++) {
			assertEquals(new String(MAIL, StandardCharsets.US_ASCII), mails.text(i));
		}
	}

	@Test
	void gzipOfSeveralPartsInAZipIsReadWhole() throws IOException {
		ByteArrayOutputStream parts = new ByteArrayOutputStream();
		parts.write(gzip(Arrays.copyOf(MAIL, 700)));
		parts.write(gzip(Arrays.copyOfRange(MAIL, 700, MAIL.length)));
		Files.write(folder.resolve("parts.zip"), zip(Map.of("m.eml.gz", parts.toByteArray())));
		assertEquals(new String(MAIL, StandardCharsets.US_ASCII), read().text(0));
	}

	@Test
	@Timeout(20)
	void whatGrowsFromLevelToLevelIsLeftAndNamed() throws IOException {
		byte[] bomb = gzip(gzip(gzip(new byte[1 << 28])));
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("a.eml", MAIL);
		files.put("bomb.gz", bomb);
		files.put("c.eml", MAIL);
		Files.write(folder.resolve("bombs.zip"), zip(files));
		Collected mails = read();
		assertTrue(mails.names.containsAll(List.of("bombs.zip/a.eml", "bombs.zip/c.eml")), mails.names::toString);
		assertEquals(List.of("bombs.zip/bomb.gz"), mails.unreadable);
	}

	@Test
	void archivesThatAreTooDeepAreNamed() throws IOException {
		byte[] archive = zip(Map.of("m.eml", MAIL));
		for (int i = 0; i < 4; i++) {
			archive = zip(Map.of("z.zip", archive));
		}
		Files.write(folder.resolve("deep.zip"), archive);
		Files.write(folder.resolve("deeper.zip"), zip(Map.of("z.zip", archive)));
		Collected mails = read();
		assertEquals(List.of("deep.zip/z.zip/z.zip/z.zip/z.zip/m.eml"), mails.names);
		assertEquals(List.of("deeper.zip/z.zip"), mails.unreadable);
	}

	private Collected read() throws IOException {
		Collected mails = new Collected();
		new FileMailSource().read(folder.toString(), mails);
		return mails;
	}

	private static byte[] mbox() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < 2; i++) {
			out.write("From a@example.com Thu Jan  1 00:00:00 1970\n".getBytes(StandardCharsets.US_ASCII));
			out.write(MAIL);
			out.write('\n');
		}
		return out.toByteArray();
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed)) {
			out.write(content);
		}
		return packed.toByteArray();
	}

	private static byte[] zip(Map<String, byte[]> files) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(packed)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				out.putNextEntry(new ZipEntry(file.getKey()));
				out.write(file.getValue());
			}
		}
		return packed.toByteArray();
	}

	/** POSIX.1-1988, ustar: a header with name, size and checksum, then the file, in blocks. */
	private static byte[] tar(Map<String, byte[]> files) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			byte[] header = new byte[Tar.BLOCK];
			put(header, 0, file.getKey());
			put(header, 124, String.format("%011o", file.getValue().length));
			put(header, 148, "        ");
			put(header, 156, "0");
			put(header, 257, "ustar\00000");
			int sum = 0;
			for (byte b : header) {
				sum += b & 0xff;
			}
			put(header, 148, String.format("%06o\0 ", sum));
			packed.write(header);
			packed.write(
					Arrays.copyOf(file.getValue(), (file.getValue().length + Tar.BLOCK - 1) / Tar.BLOCK * Tar.BLOCK));
		}
		packed.write(new byte[2 * Tar.BLOCK]);
		return packed.toByteArray();
	}

	private static void put(byte[] header, int at, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(bytes, 0, header, at, bytes.length);
	}
}
