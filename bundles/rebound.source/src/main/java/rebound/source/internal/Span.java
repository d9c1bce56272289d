package rebound.source.internal;

import rebound.source.MailHandler;

/**
 * The part of a location's progress that one folder or file makes up.
 *
 * @param from where it begins, from 0 to 1
 * @param to   where it ends, from 0 to 1
 */
record Span(MailHandler handler, double from, double to) {

	/** @return the part for the {@code index}-th of {@code count} equal pieces */
	Span piece(int index, int count) {
		double width = (to - from) / count;
		return new Span(handler, from + width * index, from + width * (index + 1));
	}

	/** Tells the handler that {@code part} of {@code whole} is done. */
	void done(long part, long whole) {
		handler.progress(whole <= 0 ? to : from + (to - from) * Math.min(1.0, (double) part / whole));
	}
}
