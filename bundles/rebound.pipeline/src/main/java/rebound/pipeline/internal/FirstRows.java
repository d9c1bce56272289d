package rebound.pipeline.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import rebound.report.Rows;

/** Reads the beginning of rows, and no more of them. */
public final class FirstRows {

	private FirstRows() {
	}

	/** Rows can only be stopped by an exception. */
	private static final class Enough extends IOException {
		private static final long serialVersionUID = 1;

		Enough() {
			super("enough");
		}
	}

	/** @return the first rows, at most so many */
	public static <R> List<R> of(Rows<R> rows, int limit) throws IOException {
		List<R> first = new ArrayList<>();
		try {
			rows.forEach(row -> {
				first.add(row);
				if (first.size() >= limit) {
					throw new Enough();
				}
			});
		} catch (Enough stopped) {
			return first;
		}
		return first;
	}
}
