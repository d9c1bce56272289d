package rebound.headless.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

import rebound.headless.CommandFailure;
import rebound.headless.ExitCode;
import rebound.headless.Messages;
import rebound.pipeline.PresetException;
import rebound.pipeline.ServiceException;
import rebound.report.ReportColumns;
import rebound.report.ReportException;
import rebound.source.BrokenRecord;
import rebound.store.StoreException;

/** Says what went wrong in one sentence with what to do about it, and with which exit code that ends. */
final class Failures {

	private Failures() {
	}

	/**
	 * What to tell the user.
	 *
	 * @param message {@code null} when there is nothing to say
	 */
	record Told(int exitCode, String message) {
	}

	static Told tell(Throwable failure, Messages messages) {
		return switch (failure) {
			case CommandFailure known -> new Told(known.exitCode(), known.getMessage());
			case CancellationException stopped -> new Told(ExitCode.STOPPED, messages.text("failure.stopped"));
			case StoreException store -> new Told(ExitCode.DATABASE, messages.text("failure.store." + store.code(),
					detail(store)));
			case ReportException report -> new Told(exitCode(report.code()),
					messages.text("failure.report." + report.code(), detail(report), meant(report, messages)));
			case ServiceException service -> new Told(ExitCode.INTERNAL, sentence(service, messages));
			case PresetException preset -> new Told(ExitCode.USAGE,
					messages.text("failure.preset." + preset.code(), preset.name(), preset.detail()));
			case FileSystemException file -> new Told(ExitCode.NO_INPUT,
					messages.text("failure.input", file.getFile(), sentence(file, messages)));
			case IOException input ->
				new Told(ExitCode.NO_INPUT, messages.text("failure.io", sentence(input, messages)));
			default -> new Told(ExitCode.INTERNAL, messages.text("failure.internal", failure, place(failure)));
		};
	}

	private static int exitCode(ReportException.Code code) {
		return switch (code) {
			case FORMAT_FAILED -> ExitCode.INTERNAL;
			case SELF_CHECK_FAILED, NO_TABLE, NO_TABLE_COLUMN, TARGET_FAILED -> ExitCode.NO_OUTPUT;
			case UNKNOWN_FORMAT, UNKNOWN_COLUMN, UNKNOWN_PROFILE, BAD_PROFILE_NAME, BAD_PROFILE, BAD_SETTING ->
				ExitCode.USAGE;
		};
	}

	/** @return why something can't be read or written, in a few words */
	static String sentence(Exception failure, Messages messages) {
		return switch (failure) {
			case NoSuchFileException missing -> messages.text("cause.missing");
			case FileNotFoundException missing -> messages.text("cause.missing");
			case AccessDeniedException denied -> messages.text("cause.denied");
			case NotDirectoryException file -> messages.text("cause.noFolder");
			case FileSystemException other -> other.getReason() == null ? other.getMessage() : other.getReason();
			case BrokenRecord broken -> messages.text("cause.record." + broken.code());
			case ServiceException service ->
				messages.text("failure.service." + service.code(), service.service(), service.getCause());
			case ZipException broken -> messages.text("cause.archive", broken.getMessage());
			default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
		};
	}

	/** What may have been meant instead, where that can be told. */
	private static String meant(ReportException report, Messages messages) {
		List<String> like = report.code() == ReportException.Code.UNKNOWN_COLUMN
				? ReportColumns.like(detail(report))
				: List.of();
		return like.isEmpty() ? "" : messages.text("failure.meant", String.join(", ", like));
	}

	/** The code begins these exceptions' messages; here it is said in words. */
	private static String detail(Exception failure) {
		String message = failure.getMessage();
		return message.substring(message.indexOf(": ") + 2);
	}

	private static String place(Throwable failure) {
		StackTraceElement[] stack = failure.getStackTrace();
		return stack.length == 0 ? "-" : stack[0].toString();
	}
}
