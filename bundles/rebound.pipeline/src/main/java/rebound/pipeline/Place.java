package rebound.pipeline;

import rebound.source.SourceLocation;

/**
 * A place with settings, ready to be read: see {@link PlaceKinds#place}.
 *
 * @param password what its source logs in with, or {@code null}
 */
public record Place(SourceLocation location, String password) {

	/** Without the password: this may end up in a log. */
	@Override
	public String toString() {
		return location.toString();
	}
}
