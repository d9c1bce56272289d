package rebound.example.view;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import rebound.model.BounceEvent;

/** A view of one's own: tells of the bounce that is selected in any of Rebound's views. */
public final class SelectedBounceView {

	private Text words;
	private BounceEvent bounce;

	@PostConstruct
	void create(Composite parent) {
		words = new Text(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
		words.setText("Select a bounce.");
		show();
	}

	/** What is selected adapts to the model's record; it is not always a bounce. Called before the view is made, too. */
	@Inject
	void select(@Optional @Named(IServiceConstants.ACTIVE_SELECTION) Object selection) {
		bounce = selection == null ? null : Adapters.adapt(selection, BounceEvent.class);
		show();
	}

	private void show() {
		if (words != null && !words.isDisposed() && bounce != null) {
			String begin = InstanceScope.INSTANCE.getNode(WordsPage.NODE).get(WordsPage.BEGIN, WordsPage.USUAL);
			words.setText(begin + " " + bounce.address().value() + ": " + bounce.status().diagnostic());
		}
	}

	@Focus
	void focus() {
		words.setFocus();
	}
}
