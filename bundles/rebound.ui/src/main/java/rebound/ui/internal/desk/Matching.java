package rebound.ui.internal.desk;

import org.eclipse.core.runtime.preferences.InstanceScope;
import rebound.customers.AddressMatching;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Presets;

/** Which addresses count as one mailbox: as the administrator or the user of this window has set it. */
public final class Matching {

	/** Preference node and key. */
	public static final String NODE = "rebound.ui";
	public static final String KEY = "matching";

	private Matching() {
	}

	/** @return the setting that holds */
	public static AddressMatching setting() {
		Presets presets = Presets.here();
		String chosen = presets.isLocked(Presets.MATCHING) ? "" : InstanceScope.INSTANCE.getNode(NODE).get(KEY, "");
		return presets.matching(chosen.isEmpty() ? null : chosen);
	}

	/** @return the pipeline with what is set now */
	public static Pipeline of(Pipeline pipeline) {
		return pipeline.matching(setting());
	}
}
