package rebound.parse.internal.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import rebound.model.Action;

/** The layouts of {@code layouts.txt} and the index of all their markers. */
final class Layouts {

	private final List<Layout> layouts = new ArrayList<>();
	private final Map<String, Integer> markers = new LinkedHashMap<>();
	private final List<String> originals = new ArrayList<>();
	private final MarkerIndex index;
	private final List<Layout> ofAnybody;
	private int[] never = {};

	private Layouts(List<Block> blocks) {
		for (Block block : blocks) {
			if (block.id.equals("*")) {
				originals.addAll(block.all("original"));
				never = indices(block.all("never"));
			} else {
				layouts.add(layout(block));
			}
		}
		ofAnybody = layouts.stream().filter(layout -> layout.is(Layout.Trait.ANYBODY)).toList();
		index = new MarkerIndex(List.copyOf(markers.keySet()));
	}

	/** @throws IllegalStateException if the resource is missing or wrong, which a test would have shown */
	static Layouts load() {
		try (InputStream in = Layouts.class.getResourceAsStream("layouts.txt")) {
			if (in == null) {
				throw new IllegalStateException("layouts.txt is missing");
			}
			return new Layouts(blocks(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** In order of precedence. */
	List<Layout> all() {
		return layouts;
	}

	/** Those whose mails may come from anybody. */
	List<Layout> ofAnybody() {
		return ofAnybody;
	}

	/** Markers of reports that tell success. */
	int[] never() {
		return never;
	}

	MarkerIndex index() {
		return index;
	}

	OriginalFinder originalFinder() {
		return new OriginalFinder(originals);
	}

	/** The lines of one layout by key. */
	private record Block(String id, Map<String, List<String>> values) {

		List<String> all(String key) {
			return values.getOrDefault(key, List.of());
		}

		boolean has(String key) {
			return values.containsKey(key);
		}

		String one(String key, String otherwise) {
			return has(key) ? all(key).getFirst() : otherwise;
		}
	}

	private static List<Block> blocks(BufferedReader reader) throws IOException {
		List<Block> blocks = new ArrayList<>();
		Map<String, Block> byId = new LinkedHashMap<>();
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			String stripped = line.strip();
			if (stripped.isEmpty() || stripped.startsWith("# ") || stripped.equals("#")) {
				continue;
			}
			if (stripped.startsWith("[") && stripped.endsWith("]") && !line.startsWith("\t")) {
				Block block = new Block(stripped.substring(1, stripped.length() - 1), new LinkedHashMap<>());
				blocks.add(block);
				byId.putIfAbsent(block.id, block);
				continue;
			}
			String[] words = stripped.split("\\s+", 2);
			String value = words.length > 1 ? words[1] : "";
			Map<String, List<String>> values = blocks.getLast().values;
			if (words[0].equals("like")) {
				byId.get(value).values.forEach((key, all) -> {
					if (!List.of("from", "subject", "field", "text").contains(key)) {
						values.computeIfAbsent(key, k -> new ArrayList<>()).addAll(all);
					}
				});
			} else {
				values.computeIfAbsent(words[0], k -> new ArrayList<>()).add(value);
			}
		}
		return blocks;
	}

	private Layout layout(Block block) {
		List<Layout.Section> sections = new ArrayList<>();
		addSections(sections, block.all("failed"), Layout.Section.Kind.RECIPIENTS, Action.FAILED);
		addSections(sections, block.all("names"), Layout.Section.Kind.NAMES, Action.FAILED);
		addSections(sections, block.all("still"), Layout.Section.Kind.RECIPIENTS, Action.DELAYED);
		addSections(sections, block.all("reason"), Layout.Section.Kind.REASON, null);
		addSections(sections, block.all("reply"), Layout.Section.Kind.REPLY, null);
		addSections(sections, block.all("command"), Layout.Section.Kind.COMMAND, null);
		addSections(sections, block.all("stop"), Layout.Section.Kind.STOP, null);
		List<Layout.Shape> shapes = new ArrayList<>();
		addShapes(shapes, block.all("to"), Layout.Shape.Kind.RECIPIENT);
		addShapes(shapes, block.all("line"), Layout.Shape.Kind.ABOUT);
		addShapes(shapes, block.all("heading"), Layout.Shape.Kind.HEADING);
		List<Layout.Otherwise> otherwise = block.all("otherwise").stream()
				.flatMap(all -> List.of(all.split(" ")).stream())
				.map(name -> Layout.Otherwise.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'))).toList();
		Set<Layout.Trait> traits = EnumSet.noneOf(Layout.Trait.class);
		block.all("is").forEach(name -> traits.add(Layout.Trait.valueOf(name.toUpperCase(Locale.ROOT))));
		return new Layout(block.id, lower(block.all("from")), lower(block.all("subject")),
				block.all("field").stream().map(Layouts::fieldTest).toList(), indices(block.all("text")),
				indices(block.all("delay")), sections, shapes,
				Layout.Gather.valueOf(block.one("gather", "paragraph").toUpperCase(Locale.ROOT)), otherwise,
				traits);
	}

	private void addSections(List<Layout.Section> sections, List<String> texts, Layout.Section.Kind kind,
			Action action) {
		texts.forEach(text -> sections.add(new Layout.Section(marker(text), kind, action)));
	}

	private static void addShapes(List<Layout.Shape> shapes, List<String> lines, Layout.Shape.Kind kind) {
		lines.forEach(line -> shapes.add(new Layout.Shape(new Template(line), kind)));
	}

	private static Layout.FieldTest fieldTest(String value) {
		int colon = value.indexOf(':');
		return colon < 0
				? new Layout.FieldTest(value, "")
				: new Layout.FieldTest(value.substring(0, colon), FoldedText.fold(value.substring(colon + 1).strip()));
	}

	private static List<String> lower(List<String> values) {
		return values.stream().map(FoldedText::fold).toList();
	}

	private int[] indices(List<String> texts) {
		return texts.stream().mapToInt(this::marker).toArray();
	}

	private int marker(String text) {
		return markers.computeIfAbsent(FoldedText.fold(text), t -> markers.size());
	}
}
