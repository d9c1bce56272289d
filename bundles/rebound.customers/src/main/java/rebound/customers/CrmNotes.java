package rebound.customers;

import java.util.ArrayList;
import java.util.List;

import rebound.model.CustomerChange;

/** Keeps what is told of a customer as lines of a text, for customer databases that have one place for notes. */
public final class CrmNotes {

	private CrmNotes() {
	}

	/**
	 * @param text   the notes that are there, {@code null} if none
	 * @param change a bounce status, note or task; as {@link CrmConnector} explains it, one without a new value takes its
	 *               old one away
	 * @return the notes with the change's line added or taken away
	 */
	public static String apply(String text, CustomerChange change) {
		List<String> lines = new ArrayList<>(text == null ? List.of() : text.lines().toList());
		if (change.newValue() == null) {
			lines.remove(line(change));
		} else {
			lines.add(line(change));
		}
		return String.join("\n", lines);
	}

	/** @return the line that a bounce status, note or task adds, or that is taken away by one without a new value */
	public static String line(CustomerChange change) {
		String value = change.newValue() == null ? change.oldValue() : change.newValue();
		String text = value.replace('\r', ' ').replace('\n', ' ');
		return switch (change.kind()) {
			case BOUNCE_STATUS -> "E-mail bounces: " + text;
			case TASK -> "To do: " + text;
			case EMAIL, NOTE -> text;
		};
	}
}
