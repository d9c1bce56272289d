package rebound.source.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rebound.source.RawMail;

class FileMailSourceTest {

	private static final String MAIL = "Subject: x\n\ntext\n";
	private static final String MBOX = "From a@example.com Thu Jan  1 00:00:00 1970\n" + MAIL
			+ "\nFrom a@example.com Thu Jan  1 00:00:00 1970\n" + MAIL;

	@TempDir
	private Path folder;

	@Test
	void readsAllThatIsNotHiddenInOrder() throws IOException {
		write("b.eml", MAIL);
		write("a/2", MAIL);
		write("a/10", MAIL);
		write("a.eml", MAIL);
		write("a/sub/.hidden/x.eml", MAIL);
		write("a/sub/deep.txt", MAIL);
		write(".hidden", MAIL);
		write("box", MBOX);
		write("\u00fcml\u00e4ut.eml", MAIL);
		assertEquals(List.of("a/10", "a/2", "a/sub/deep.txt", "a.eml", "b.eml", "box#1", "box#2",
				"\u00fcml\u00e4ut.eml"), read(folder).names);
	}

	@Test
	void readsStandardInput() throws IOException {
		Collected mails = new Collected();
		FileMailSource source = new FileMailSource(List.of(),
				new ByteArrayInputStream(MBOX.getBytes(StandardCharsets.US_ASCII)));
		assertTrue(source.accepts("-"));
		source.read("-", mails);
		assertEquals(List.of("-#1", "-#2"), mails.names);
		assertEquals(MAIL, mails.text(1));
	}

	@Test
	void readsTheMailsOfAMaildirOnly() throws IOException {
		write("cur/1:2,S".replace(':', ';'), MAIL);
		write("new/2", MAIL);
		write("tmp/3", MAIL);
		write("dovecot-uidlist", "3 V1");
		assertEquals(List.of("cur/1;2,S", "new/2"), read(folder).names);
	}

	@Test
	void readsAFolderOnceHoweverManyLinksLeadToIt() throws IOException {
		write("a/1.eml", MAIL);
		Files.createSymbolicLink(folder.resolve("a/loop"), folder);
		Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
		Files.createSymbolicLink(folder.resolve("c.eml"), folder.resolve("a/1.eml"));
		Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("nowhere"));
		Collected mails = read(folder);
		assertEquals(List.of("a/1.eml", "c.eml"), mails.names);
		assertEquals(List.of("broken"), mails.unreadable);
	}

	@Test
	@Timeout(10)
	void waitsForNoPipe() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
		Process mkfifo = new ProcessBuilder("/usr/bin/mkfifo", folder.resolve("pipe").toString()).start();
		assertTrue(mkfifo.waitFor(5, TimeUnit.SECONDS));
		write("z.eml", MAIL);
		Collected mails = read(folder);
		assertEquals(List.of("z.eml"), mails.names);
		assertEquals(List.of("pipe"), mails.unreadable);
	}

	@Test
	void readsArchives() throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.mbox.gz")))) {
			out.write(MBOX.getBytes(StandardCharsets.US_ASCII));
		}
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("b.zip")))) {
			for (String name : List.of("z.eml", "in/a.mbox", "in/.hidden")) {
				out.putNextEntry(new ZipEntry(name));
				out.write((name.endsWith("mbox") ? MBOX : MAIL).getBytes(StandardCharsets.US_ASCII));
			}
		}
		Collected mails = read(folder);
		assertEquals(List.of("a.mbox.gz#1", "a.mbox.gz#2", "b.zip/in/a.mbox#1", "b.zip/in/a.mbox#2", "b.zip/z.eml"),
				mails.names);
		for (int i = 0; i < mails.names.size(); i++) {
			assertEquals(MAIL, mails.text(i));
		}
	}

	@Test
	void cutArchiveGivesWhatCouldBeReadAndSaysSo() throws IOException {
		Path whole = folder.resolve("x.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
			out.write(MBOX.repeat(1000).getBytes(StandardCharsets.US_ASCII));
		}
		byte[] bytes = Files.readAllBytes(whole);
		Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length - 20));
		Collected mails = read(folder);
		assertTrue(mails.names.size() > 100);
		assertEquals(List.of("x.gz"), mails.unreadable);
	}

	@Test
	@Timeout(20)
	void archiveThatUnpacksToFarTooMuchIsLeft() throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.gz")))) {
			out.write("From a@example.com\n".getBytes(StandardCharsets.US_ASCII));
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < 256; i++) {
				out.write(zeros);
			}
		}
		assertEquals(List.of("bomb.gz"), read(folder).unreadable);
	}

	@Test
	void singleFileIsNamedByItsNameAlone() throws IOException {
		write("sub/one.eml", MAIL);
		Collected mails = read(folder.resolve("sub/one.eml"));
		assertEquals(List.of("one.eml"), mails.names);
		assertEquals(1.0, mails.progress);
	}

	@Test
	void largeSingleMailIsReadFromItsFile() throws IOException {
		String large = MAIL + "x".repeat(2 * MailFileReader.SMALL);
		write("large.eml", large);
		Collected mails = read(folder);
		assertEquals(large, mails.text(0));
		assertEquals(large, mails.text(0));
	}

	@Test
	void whatDoesNotExistIsSaid() {
		FileMailSource source = new FileMailSource();
		String nowhere = folder.resolve("nowhere").toString();
		assertFalse(source.accepts(nowhere));
		assertFalse(source.accepts("imap://example.com/"));
		assertTrue(source.accepts(folder.toString()));
		assertThrows(NoSuchFileException.class, () -> source.read(nowhere, new Collected()));
	}

	@Test
	void handlerStopsTheSource() throws IOException {
		write("a.eml", MAIL);
		write("b.eml", MAIL);
		Collected mails = new Collected() {
			@Override
			public void mail(RawMail mail) {
				super.mail(mail);
				throw new CancellationException();
			}
		};
		assertThrows(CancellationException.class, () -> new FileMailSource().read(folder.toString(), mails));
		assertEquals(List.of("a.eml"), mails.names);
	}

	@Test
	void openCorpusIsOneMailAFile() throws IOException {
		Path corpus = Path.of("../../../shared/corpus/open/mail");
		assumeTrue(Files.isDirectory(corpus), "no corpus at ../shared/corpus beside the project: nothing checked");
		Collected mails = read(corpus);
		try (Stream<Path> files = Files.walk(corpus)) {
			assertEquals(files.filter(Files::isRegularFile).count(), mails.names.size());
		}
		assertTrue(mails.names.stream().noneMatch(name -> name.contains("#")));
	}

	private void write(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text, StandardCharsets.ISO_8859_1);
	}

	private static Collected read(Path path) throws IOException {
		Collected mails = new Collected();
		new FileMailSource().read(path.toString(), mails);
		return mails;
	}
}
