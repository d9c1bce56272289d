package rebound.parse.internal.autoreply;

/** A phrase that stands in a text. */
record Mention(Cue cue, int start, int end) {

	boolean overlaps(Mention other) {
		return start < other.end && other.start < end;
	}
}
