package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a message/delivery-status part (RFC 3464, 2): those about the message, then a group for each recipient.
 * Empty lines may be missing between the groups, or stand within them; the fields of a group may come in any order.
 *
 * @param message fields about the message
 * @param groups  fields about each recipient, in order; some may name none
 * @param rest    the header of the original, where nothing but an empty line separates it from the groups
 * @param cut     there were more recipients than wanted
 */
record StatusFields(HeaderFields message, List<HeaderFields> groups, HeaderFields rest, boolean cut) {

	/** How the values of RFC 3464, section 2.3.3, begin, and what servers make of them. */
	private static final String[] ACTIONS = { "fail", "delay", "deliver", "relay", "expand" };

	/**
	 * Reads the fields.
	 *
	 * @param bytes the decoded part, lines separated by LF
	 * @param max   how many recipients at most
	 */
	static StatusFields read(byte[] bytes, int length, int max) {
		Splitter splitter = new Splitter(length);
		int start = 0;
		while (start < length && !splitter.ended && splitter.blocks.size() <= max + 1) {
			int end = start;
			while (end < length && bytes[end] != '\n') {
				end++;
			}
			splitter.line(bytes, start, end);
			start = end + 1;
		}
		return splitter.fields(max);
	}

	/**
	 * Finds the fields in a text that holds them between its own words.
	 *
	 * @return where they begin, or -1
	 */
	static int find(String text) {
		int at = lineOf(text, "Final-Recipient:");
		int action = at < 0 ? -1 : lineOf(text, "Action:");
		if (at < 0 || lineOf(text, "Status:") < 0 && action < 0 || action >= 0 && !isAction(text, action)) {
			return -1;
		}
		int mta = lineOf(text, "Reporting-MTA:");
		if (mta >= 0 && mta < at) {
			return mta;
		}
		// The fields of a group may come in any order.
		while (at > 1 && text.charAt(at - 2) != '\n') {
			at = text.lastIndexOf('\n', at - 2) + 1;
		}
		return at;
	}

	/** Mails that only imitate a report have words of their own there: required, pending, click here. */
	private static boolean isAction(String text, int line) {
		int value = line + "Action:".length();
		while (value < text.length() && (text.charAt(value) == ' ' || text.charAt(value) == '\t')) {
			value++;
		}
		for (String word : ACTIONS) {
			if (Text.startsWith(text, value, word)) {
				return true;
			}
		}
		return false;
	}

	private static int lineOf(String text, String name) {
		int at = 0;
		int first = name.charAt(0) | 32;
		while (at == text.length() || (text.charAt(at) | 32) != first || !Text.startsWith(text, at, name)) {
			at = text.indexOf('\n', at) + 1;
			if (at == 0) {
				return -1;
			}
		}
		return at;
	}

	/** Takes line by line and tells where a group begins. */
	private static final class Splitter {

		private static final String[] NAMES = { "Final-Recipient", "Original-Recipient", "Action", "Status",
				"Diagnostic-Code", "X-Actual-Recipient" };
		private static final int RECIPIENT = 1 | 2;
		private static final int RESULT = 4 | 8;
		private static final String[] OF_ORIGINAL = { "Return-Path", "Received", "From", "To", "Subject", "Date",
				"Message-ID", "Content-Type", "MIME-Version", "DKIM-Signature", "X-Received", "Delivered-To" };
		private static final int MAX_FIELDS = 200;
		private static final int EXPECTED = 512;

		private final List<HeaderFields> blocks = new ArrayList<>(3);
		private final int length;
		private HeaderCollector block;
		private boolean afterBlank;
		private boolean inOriginal;
		private boolean ended;
		/** Which of {@link #NAMES} the current group has. */
		private int seen;

		Splitter(int length) {
			this.length = length;
			this.block = new HeaderCollector(length, MAX_FIELDS, EXPECTED);
		}

		void line(byte[] bytes, int start, int end) {
			if (isBlank(bytes, start, end)) {
				ended = inOriginal;
				afterBlank = true;
				return;
			}
			int field = inOriginal ? 0 : fieldOf(bytes, start, end, NAMES);
			boolean named = (seen & RECIPIENT) != 0;
			boolean complete = named && (seen & RESULT) == RESULT;
			boolean original = field == 0 && afterBlank && named && (seen & RESULT) != 0
					&& fieldOf(bytes, start, end, OF_ORIGINAL) != 0;
			boolean repeated = (seen & field & (RECIPIENT | RESULT)) != 0;
			boolean first = blocks.isEmpty() && field != 0;
			if (first || repeated || original || afterBlank && complete && field != 0) {
				blocks.add(block.fields());
				block = new HeaderCollector(length, MAX_FIELDS, EXPECTED);
				seen = 0;
			}
			inOriginal |= original;
			seen |= field;
			afterBlank = false;
			if (!block.line(bytes, start, end)) {
				block.continueField(bytes, start, end);
			}
		}

		StatusFields fields(int max) {
			HeaderFields last = block.fields();
			if (!inOriginal) {
				blocks.add(last);
			}
			boolean cut = blocks.size() > max + 1;
			return new StatusFields(blocks.get(0), blocks.subList(1, cut ? max + 1 : blocks.size()),
					inOriginal ? last : HeaderFields.EMPTY, cut);
		}

		private static int fieldOf(byte[] bytes, int start, int end, String[] names) {
			int colon = HeaderCollector.colon(bytes, start, end);
			if (colon < 0) {
				return 0;
			}
			while (bytes[colon - 1] == ' ' || bytes[colon - 1] == '\t') {
				colon--;
			}
			for (int i = 0; i < names.length; i++) {
				if (colon - start == names[i].length() && HeaderFields.matches(bytes, start, names[i])) {
					return 1 << i;
				}
			}
			return 0;
		}

		private static boolean isBlank(byte[] bytes, int start, int end) {
			for (int i = start; i < end; i++) {
				if (bytes[i] > ' ' || bytes[i] < 0) {
					return false;
				}
			}
			return true;
		}
	}
}
