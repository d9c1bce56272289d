package rebound.parse.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import rebound.parse.Json;

/** The open corpus, which lies beside the project and is no part of it. */
final class Corpus {

	private Corpus() {
	}

	/** @return its folder, or {@code null} if it is not there */
	static Path folder() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path corpus = folder.resolveSibling("shared/corpus/open");
			if (folder.getParent() != null && Files.isDirectory(corpus)) {
				return corpus;
			}
		}
		return null;
	}

	static List<byte[]> mails(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder.resolve("mail"))) {
			List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
			List<byte[]> mails = new java.util.ArrayList<>(sorted.size());
			for (Path file : sorted) {
				mails.add(Files.readAllBytes(file));
			}
			return mails;
		}
	}

	static List<Map<String, Object>> labels(Path folder) throws IOException {
		return Files.readAllLines(folder.resolve("labels.jsonl")).stream().map(Json::read).map(Json::object).toList();
	}
}
