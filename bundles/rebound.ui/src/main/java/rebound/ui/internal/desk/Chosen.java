package rebound.ui.internal.desk;

import java.util.List;
import java.util.stream.Stream;

import rebound.customers.WorkItem;
import rebound.model.AddressKey;
import rebound.model.Standing;

/** What a selection in the window stands for: a row of any of our tables, or a list of such rows. */
public final class Chosen {

	private Chosen() {
	}

	/** @return the addresses of what is selected, each one once; empty where there is none */
	public static List<AddressKey> addresses(Object selection) {
		return keys(selection).distinct().toList();
	}

	/** @return what is shown of how the selected addresses stand, where the table is about that */
	public static List<Standing> standings(Object selection) {
		return switch (selection) {
			case Standing standing -> List.of(standing);
			case List<?> rows -> rows.stream().filter(Standing.class::isInstance).map(Standing.class::cast).toList();
			case null, default -> List.of();
		};
	}

	private static Stream<AddressKey> keys(Object selection) {
		return switch (selection) {
			case BounceRow row -> Stream.of(row.event().address());
			case CustomerRow row -> row.customer().emails().stream().map(AddressKey::of);
			case Standing standing -> Stream.of(standing.address());
			case WorkItem item -> Stream.of(AddressKey.of(item.lost().email()));
			case List<?> rows -> rows.stream().flatMap(Chosen::keys);
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
