package rebound.ui.internal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import rebound.model.BounceEvent;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.EventFilter;
import rebound.ui.internal.desk.BounceRow;
import rebound.ui.internal.desk.Database;
import rebound.ui.internal.desk.Desk;

/** Assigns bounces to a campaign, the selected ones or those of none that match, and offers to undo it. */
final class AssignBounces {

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	@Inject
	AssignBounces(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	@CanExecute
	boolean canExecute() {
		return desk.database().state() == Database.State.OPEN;
	}

	@Execute
	void execute(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) Object selection, Shell shell) {
		List<?> rows = selection instanceof List<?> several ? several : Arrays.asList(selection);
		List<BounceEvent> selected = rows.stream().filter(BounceRow.class::isInstance)
				.map(each -> ((BounceRow) each).event()).toList();
		AssignDialog dialog = new AssignDialog(shell, desk, selected);
		if (dialog.open() == Window.OK) {
			assign(selected, dialog.filter(), dialog.campaign(), dialog.campaignName());
		}
	}

	private void assign(List<BounceEvent> selected, EventFilter filter, String campaign, String name) {
		work.start("assign.work", progress -> {
			BounceStore store = desk.database().store();
			Map<String, List<String>> before = new HashMap<>();
			if (selected.isEmpty()) {
				store.events().forEach(filter, event -> remember(event, before));
			} else {
				selected.forEach(event -> remember(event, before));
			}
			before.values().forEach(ids -> store.events().assign(ids, campaign));
			pipeline.judge(store);
			return before;
		}, before -> notices.undoable(desk.texts().text("assign.done.title"),
				desk.texts().text("assign.done", before.values().stream().mapToInt(List::size).sum(), name),
				() -> work.start("decide.undo", progress -> undo(before), undone -> {
				})));
	}

	/** Bounces of no campaign stand under {@code null}. */
	private static void remember(BounceEvent event, Map<String, List<String>> before) {
		before.computeIfAbsent(event.campaignId(), key -> new ArrayList<>()).add(event.id());
	}

	private int undo(Map<String, List<String>> before) {
		BounceStore store = desk.database().store();
		before.forEach((campaign, ids) -> store.events().assign(ids, campaign));
		return pipeline.judge(store);
	}
}
