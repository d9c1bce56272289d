package rebound.ui.internal.view;

/** Names of controls, for tests and scripts. */
public final class Ids {

	/** The key of {@code setData} that holds a control's name. */
	public static final String KEY = "rebound.id";

	private Ids() {
	}
}
