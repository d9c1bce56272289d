package rebound.ui.internal.desk;

import java.time.Clock;

/** What every part of the window works with. */
public record Desk(Database database, Texts texts, Dates dates, Sentences sentences) {

	/** A desk whose words are in one language. */
	public static Desk of(Database database, Texts texts, Clock clock) {
		Dates dates = new Dates(texts, clock);
		return new Desk(database, texts, dates, new Sentences(texts, dates));
	}
}
