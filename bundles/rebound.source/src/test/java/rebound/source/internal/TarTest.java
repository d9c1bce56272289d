package rebound.source.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarTest {

	private static final String MAIL = "Subject: x\n\n" + "a line of text\n".repeat(100);
	private static final String MBOX = "From a@example.com Thu Jan  1 00:00:00 1970\n" + MAIL
			+ "\nFrom a@example.com Thu Jan  1 00:00:00 1970\n" + MAIL;
	private static final String LONG = "a long name of a folder/".repeat(6) + "and of a mail.eml";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "ustar", "gnu", "pax" })
	void readsWhatTarPacks(String format) throws Exception {
		Path tar = pack(format);
		List<String> names = List.of(LONG, "a.eml", "sub/box#1", "sub/box#2", "sub/\u00fcml\u00e4ut.eml");
		Collected plain = read(tar);
		assertEquals(names.stream().map(name -> "x.tar/" + name).toList(), plain.names);
		assertEquals(List.of(), plain.unreadable);
		assertEquals(1.0, plain.progress);
		for (int i = 0; i < names.size(); i++) {
			assertEquals(MAIL, plain.text(i));
		}
		for (String packed : List.of("y.tar.gz", "y.tgz")) {
			try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(packed)))) {
				Files.copy(tar, out);
			}
			assertEquals(names.stream().map(name -> packed + '/' + name).toList(), read(folder.resolve(packed)).names);
		}
	}

	@Test
	void cutArchiveGivesWhatCouldBeReadAndSaysSo() throws Exception {
		byte[] bytes = Files.readAllBytes(pack("ustar"));
		Path in = Files.createDirectories(folder.resolve("in"));
		Files.write(in.resolve("x.tar"), Arrays.copyOf(bytes, bytes.length - 12_000));
		Collected mails = read(in);
		assertEquals("x.tar/" + LONG, mails.names.getFirst());
		assertTrue(mails.unreadable.contains("x.tar"), mails.unreadable::toString);
	}

	@Test
	@Timeout(30)
	void brokenArchivesEnd() throws Exception {
		byte[] bytes = Files.readAllBytes(pack("pax"));
		Path in = Files.createDirectories(folder.resolve("in"));
		Random random = new Random(3);
		for (int round = 0; round < 300; round++) {
			byte[] broken = bytes.clone();
			for (int i = random.nextInt(40); i >= 0; i--) {
				broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
			}
			Files.write(in.resolve("broken.tar"), broken);
			read(in);
		}
	}

	private Path pack(String format) throws Exception {
		Path from = Files.createDirectories(folder.resolve("from/sub")).getParent();
		Files.writeString(from.resolve("a.eml"), MAIL);
		Files.writeString(from.resolve(".hidden"), MAIL);
		Files.writeString(from.resolve("sub/box"), MBOX, StandardCharsets.US_ASCII);
		Files.writeString(from.resolve("sub/\u00fcml\u00e4ut.eml"), MAIL);
		Files.createDirectories(from.resolve(LONG).getParent());
		Files.writeString(from.resolve(LONG), MAIL);
		Files.createSymbolicLink(from.resolve("link"), Path.of("a.eml"));
		Path tar = folder.resolve("x.tar");
		tar(format, tar, "from", "--sort=name", ".");
		return tar;
	}

	private void tar(String format, Path archive, String from, String... what) throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/tar")), "no tar here: nothing checked");
		List<String> command = new ArrayList<>(List.of("/usr/bin/tar", "--format=" + format, "-cf",
				archive.toString(), "-C", folder.resolve(from).toString()));
		command.addAll(List.of(what));
		Process tar = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(tar.waitFor(10, TimeUnit.SECONDS) && tar.exitValue() == 0, said);
	}

	private static Collected read(Path path) throws IOException {
		Collected mails = new Collected();
		new FileMailSource().read(path.toString(), mails);
		return mails;
	}
}
