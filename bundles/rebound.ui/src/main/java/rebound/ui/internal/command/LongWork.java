package rebound.ui.internal.command;

import java.util.concurrent.CancellationException;

import jakarta.inject.Inject;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import rebound.pipeline.Progress;
import rebound.ui.internal.desk.Desk;

/** Runs what takes long: in the background, with progress in the status line, to be cancelled at any time. */
@Creatable
final class LongWork {

	private static final int TICKS = 1000;

	private final Desk desk;
	private final Display display;
	private final Notices notices;

	/** What takes long. */
	interface Work<T> {
		T run(Progress progress) throws Exception;
	}

	/** What is done with the result on the window's thread. */
	interface Result<T> {
		void take(T result);
	}

	@Inject
	LongWork(Desk desk, Display display, Notices notices) {
		this.desk = desk;
		this.display = display;
		this.notices = notices;
	}

	/**
	 * Starts work.
	 *
	 * @param key key of the work's name
	 */
	<T> Job start(String key, Work<T> work, Result<T> result) {
		Job job = new Job(desk.texts().text(key)) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				return LongWork.this.run(monitor, key, work, result);
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == LongWork.class;
			}
		};
		job.schedule();
		return job;
	}

	/** Stops all that runs or waits. */
	static final class Stop {
		@CanExecute
		boolean canExecute() {
			return Job.getJobManager().find(LongWork.class).length > 0;
		}

		@Execute
		void execute() {
			Job.getJobManager().cancel(LongWork.class);
		}
	}

	private <T> IStatus run(IProgressMonitor monitor, String key, Work<T> work, Result<T> result) {
		SubMonitor sub = SubMonitor.convert(monitor, desk.texts().text(key), TICKS);
		try {
			T found = work.run(new Watch(sub));
			later(() -> result.take(found));
			return Status.OK_STATUS;
		} catch (CancellationException stopped) {
			later(() -> notices.tell(desk.texts().text("work.stopped.title"), desk.texts().text("work.stopped")));
			return Status.CANCEL_STATUS;
		} catch (Exception failed) {
			ILog.of(LongWork.class).error(failed.toString(), failed);
			later(() -> notices.failed(desk.texts().text(key), failed));
			return Status.OK_STATUS;
		}
	}

	/** On the window's thread; not when the program is ending, where a dialog would wait for an answer for ever. */
	private void later(Runnable telling) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (PlatformUI.isWorkbenchRunning()) {
					telling.run();
				}
			});
		}
	}

	/** Hands progress on to the status line. */
	private final class Watch implements Progress {
		private final SubMonitor monitor;
		private int told;

		Watch(SubMonitor monitor) {
			this.monitor = monitor;
		}

		@Override
		public void done(double fraction, long items) {
			int now = (int) (TICKS * Math.clamp(fraction, 0, 1));
			if (now > told) {
				monitor.worked(now - told);
				monitor.subTask(desk.texts().text("work.items", items));
				told = now;
			}
		}

		@Override
		public boolean cancelled() {
			return monitor.isCanceled();
		}
	}
}
