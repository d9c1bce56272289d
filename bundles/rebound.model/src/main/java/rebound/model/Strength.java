package rebound.model;

import java.util.Locale;

/**
 * How much a verdict rests on. Strong: a status code and the text agree, or the code stands in an RFC 3464 field.
 * Weak: only a phrase speaks, or code and text disagree.
 */
public enum Strength {
	STRONG, WEAK;

	/** @return the stable id that files and databases keep, for example {@code "strong"} */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
