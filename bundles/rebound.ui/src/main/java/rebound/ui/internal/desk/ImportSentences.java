package rebound.ui.internal.desk;

import rebound.pipeline.ImportSummary;
import rebound.pipeline.Skipped;

/** Says what an import of mails came to. */
public final class ImportSentences {

	private ImportSentences() {
	}

	/** @return what was new in a mailbox or another place, and what could not be read there */
	public static String ofPlace(ImportSummary summary, Texts texts) {
		String done = texts.text("sources.done", summary.messages(), summary.bounces(), summary.known());
		return summary.unreadable() == 0 ? done : done + ". " + unreadable(summary, texts);
	}

	/** @return what could not be read, with an example; empty if all could */
	public static String unreadable(ImportSummary summary, Texts texts) {
		return summary.unreadable() == 0
				? ""
				: texts.text("import.unreadable", summary.unreadable(), summary.skipped().stream()
						.filter(skipped -> skipped.cause() != null).map(Skipped::name).findFirst().orElse(""));
	}
}
