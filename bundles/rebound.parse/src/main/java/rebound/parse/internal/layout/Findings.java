package rebound.parse.internal.layout;

import java.util.Arrays;

/** Which markers stand in a notice, and where. */
final class Findings implements MarkerIndex.Finding {

	private static final int MOST = 10_000;

	private final boolean[] inSubject;
	private final boolean[] present;
	private final MarkerIndex index;
	private final Notice.Joined joined;
	private int[] markers = new int[16];
	private int[] ends = new int[16];
	private int size;

	private Findings(MarkerIndex index, boolean[] inSubject, Notice.Joined joined) {
		this.index = index;
		this.inSubject = inSubject;
		this.present = inSubject.clone();
		this.joined = joined;
	}

	/**
	 * @param subject the mail's subject, whose markers count as present though they have no line
	 */
	static Findings of(MarkerIndex index, String subject, Notice.Joined joined) {
		boolean[] inSubject = new boolean[index.size()];
		index.scan(FoldedText.of(subject, 0, subject.length()), (marker, position) -> inSubject[marker] = true);
		Findings findings = new Findings(index, inSubject, joined);
		index.scan(joined.folded(), findings);
		return findings;
	}

	@Override
	public void found(int marker, int position) {
		present[marker] = true;
		if (size < MOST) {
			if (size == markers.length) {
				markers = Arrays.copyOf(markers, 2 * size);
				ends = Arrays.copyOf(ends, 2 * size);
			}
			markers[size] = marker;
			// The offset behind the marker's last character, in the joined lines.
			ends[size++] = joined.folded().origin(position + index.length(marker) - 1) + 1;
		}
	}

	boolean any(int[] wanted) {
		for (int marker : wanted) {
			if (present[marker]) {
				return true;
			}
		}
		return false;
	}

	boolean inSubject(int marker) {
		return inSubject[marker];
	}

	int size() {
		return size;
	}

	int marker(int finding) {
		return markers[finding];
	}

	/** @return the line on which a marker ends */
	int line(int finding) {
		return joined.lineAt(ends[finding] - 1);
	}

	/** @return the column behind a marker's end */
	int column(int finding) {
		return ends[finding] - joined.begins()[line(finding)];
	}
}
