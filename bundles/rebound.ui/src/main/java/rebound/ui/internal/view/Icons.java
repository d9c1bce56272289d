package rebound.ui.internal.view;

import java.net.URL;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;
import rebound.model.BounceType;
import rebound.model.Kind;
import rebound.model.Standing;
import rebound.model.Verdict;
import rebound.policy.Yardstick;

/** Our pictures. Each state has a shape of its own, so that nothing is told by colour alone. */
final class Icons {

	private Icons() {
	}

	/** @return the picture of this name; it lives as long as the window */
	static Image of(String name) {
		String path = "icons/" + name + ".svg";
		if (JFaceResources.getImageRegistry().getDescriptor(path) == null) {
			URL entry = FrameworkUtil.getBundle(Icons.class).getEntry(path);
			JFaceResources.getImageRegistry().put(path, ImageDescriptor.createFromURL(entry));
		}
		return JFaceResources.getImage(path);
	}

	static Image of(Verdict verdict) {
		if (verdict.type() != BounceType.NONE) {
			return of(verdict.type() == BounceType.HARD ? "hard" : "soft");
		}
		return verdict.kind() == Kind.COMPLAINT ? of("complaint") : of(verdict.kind() == Kind.DELAY ? "delay" : "note");
	}

	static Image of(Yardstick yardstick) {
		return of(switch (yardstick) {
			case ACT -> "rate-very-high";
			case WARN -> "rate-high";
			case OK, UNKNOWN -> "rate-good";
		});
	}

	static Image of(Standing.State state) {
		return of("state-" + state.id());
	}
}
