package rebound.ui.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.program.Program;
import rebound.store.StoredMail;
import rebound.ui.internal.desk.BounceRow;
import rebound.ui.internal.desk.Desk;

/** Opens the mail that came back in the program that the user's desktop opens mails with. */
final class OpenMail {

	private final Desk desk;
	private final LongWork work;
	private final Notices notices;

	@Inject
	OpenMail(Desk desk, LongWork work, Notices notices) {
		this.desk = desk;
		this.work = work;
		this.notices = notices;
	}

	@CanExecute
	boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) BounceRow row) {
		return row != null && row.event().mailHash() != null;
	}

	@Execute
	void execute(@Named(IServiceConstants.ACTIVE_SELECTION) BounceRow row) {
		work.start("openMail.work", progress -> file(row), file -> {
			if (file == null) {
				notices.tell(desk.texts().text("openMail.title"), desk.texts().text("mail.none"));
			} else if (!Program.launch(file.toString())) {
				notices.tell(desk.texts().text("openMail.title"),
						desk.texts().text("openMail.noProgram", file.toString()));
			}
		});
	}

	/** It is the user's alone, and gone when the program ends. */
	private Path file(BounceRow row) throws java.io.IOException {
		StoredMail mail = desk.database().store().events().mail(row.event().mailHash()).orElse(null);
		if (mail == null) {
			return null;
		}
		Path file = Files.createTempFile("rebound", ".eml");
		file.toFile().deleteOnExit();
		return Files.write(file, mail.raw());
	}
}
