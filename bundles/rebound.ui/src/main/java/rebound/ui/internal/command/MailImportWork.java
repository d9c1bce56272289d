package rebound.ui.internal.command;

import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.annotations.Creatable;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.Pipeline;
import rebound.ui.internal.desk.Desk;
import rebound.ui.internal.desk.ImportSentences;
import rebound.ui.internal.desk.Texts;

/** Reads mails into the database, and tells what came of it. */
@Creatable
public final class MailImportWork {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	@Inject
	MailImportWork(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	/** Starts to read files and folders. */
	public Job start(List<String> paths) {
		return work.start("work.importMail", progress -> pipeline.importMail(paths, desk.database().store(), progress),
				this::tell);
	}

	private void tell(ImportSummary summary) {
		Texts texts = desk.texts();
		String text = texts.text("import.done", summary.messages(), summary.bounces(), summary.hard(), summary.soft());
		if (summary.known() > 0) {
			text += ' ' + texts.text("import.known", summary.known());
		}
		if (summary.unreadable() > 0) {
			text += ' ' + ImportSentences.unreadable(summary, texts);
		}
		notices.tell(texts.text("import.done.title"), text);
	}
}
