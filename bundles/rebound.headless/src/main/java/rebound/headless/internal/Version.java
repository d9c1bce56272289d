package rebound.headless.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The product's version. */
final class Version {

	/** Property of the framework: the installed product's id and version, as p2 names it. */
	static final String PROPERTY = "rebound.product";

	private Version() {
	}

	/** @return the product's version; the bundle's where it is part of another product; or a word for a build that is none */
	static String text() {
		Bundle bundle = FrameworkUtil.getBundle(Version.class);
		if (bundle == null) {
			return "0.1.0";
		}
		String product = bundle.getBundleContext().getProperty(PROPERTY);
		return product == null || product.isBlank()
				? bundle.getVersion().toString()
				: product.substring(product.lastIndexOf(' ') + 1);
	}
}
