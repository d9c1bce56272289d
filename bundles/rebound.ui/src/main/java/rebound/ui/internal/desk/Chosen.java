package rebound.ui.internal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import rebound.model.AddressKey;
import rebound.model.Standing;

/** What a selection in the window stands for: a row of any of our tables, or a list of such rows. */
public final class Chosen {

	private Chosen() {
	}

	/** @return the addresses of what is selected, each one once; empty where there is none */
	public static List<AddressKey> addresses(Object selection) {
		return List.copyOf(standings(selection).keySet());
	}

	/** @return the same, and what is known of how they stand where they are shown; in their order */
	public static Map<AddressKey, Optional<Standing>> standings(Object selection) {
		Map<AddressKey, Optional<Standing>> found = new LinkedHashMap<>();
		rows(selection).forEach(each -> found.putIfAbsent(each.getKey(), each.getValue()));
		return found;
	}

	private static Stream<Map.Entry<AddressKey, Optional<Standing>>> rows(Object selection) {
		return switch (selection) {
			case BounceRow row -> Stream.of(Map.entry(row.event().address(), Optional.ofNullable(row.standing())));
			case CustomerRow row -> row.addresses();
			case Standing standing -> Stream.of(Map.entry(standing.address(), Optional.of(standing)));
			case LostRow row -> Stream.of(Map.entry(AddressKey.of(row.item().lost().email()),
					Optional.ofNullable(row.standing())));
			case List<?> rows -> rows.stream().flatMap(Chosen::rows);
			case null, default -> Stream.empty();
		};
	}

	/** @return what a view tells the others of its rows: the one row, or the list of several; {@code null} for none */
	public static Object of(List<?> rows) {
		return switch (rows.size()) {
			case 0 -> null;
			case 1 -> rows.getFirst();
			default -> rows;
		};
	}
}
