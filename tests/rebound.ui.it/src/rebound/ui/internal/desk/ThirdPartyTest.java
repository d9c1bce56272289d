package rebound.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** No library comes in without its licence on the list. */
class ThirdPartyTest {

	private static final Path ROOT = Path.of(System.getProperty("rebound.ui")).getParent().getParent();
	private static final Pattern GROUP = Pattern.compile("<groupId>([^<]*)</groupId>");

	@Test
	void everyLibraryIsListedWithItsLicence() throws IOException {
		List<String> listed = Pattern.compile("[| ,\\n]+")
				.splitAsStream(Files.readString(ROOT.resolve("features/rebound.product.feature/root/third-party.md")))
				.map(word -> word.replaceAll("[:.]$", "")).toList();
		String target = Files.readString(ROOT.resolve("releng/rebound.target/rebound.target"));
		Stream<String> used = Stream.concat(Stream.of("org.apache.derby"),
				GROUP.matcher(target).results().map((MatchResult each) -> each.group(1)));
		assertEquals(List.of(), used.distinct().filter(group -> !listed.contains(group)).toList());
	}
}
