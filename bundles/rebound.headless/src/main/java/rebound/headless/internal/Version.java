package rebound.headless.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The product's version. */
final class Version {

	private Version() {
	}

	/** @return the bundle's version, or a word for a build that is none */
	static String text() {
		Bundle bundle = FrameworkUtil.getBundle(Version.class);
		return bundle == null ? "0.1.0" : bundle.getVersion().toString();
	}
}
