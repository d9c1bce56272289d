package rebound.parse.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a message/delivery-status part (RFC 3464, 2): those about the message, then a group for each recipient.
 * Empty lines may be missing between the groups, or stand within them; the fields of a group may come in any order.
 *
 * @param message fields about the message
 * @param groups  fields about each recipient, in order; some may name none
 * @param cut     there were more recipients than wanted
 */
record StatusFields(HeaderFields message, List<HeaderFields> groups, boolean cut) {

	private static final String[] NAMES = { "Final-Recipient", "Original-Recipient", "Action", "Status",
			"Diagnostic-Code", "X-Actual-Recipient" };
	private static final int RECIPIENT = 1 | 2;
	private static final int RESULT = 4 | 8;
	private static final int MAX_FIELDS = 200;

	/**
	 * Reads the fields.
	 *
	 * @param bytes  the decoded part, lines separated by LF
	 * @param max    how many recipients at most
	 */
	static StatusFields read(byte[] bytes, int length, int max) {
		List<HeaderFields> blocks = new ArrayList<>(3);
		HeaderCollector block = new HeaderCollector(length + 1, MAX_FIELDS);
		boolean aboutMessage = true;
		boolean afterBlank = false;
		int seen = 0;
		int start = 0;
		while (start < length && blocks.size() <= max) {
			int end = start;
			while (end < length && bytes[end] != '\n') {
				end++;
			}
			if (isBlank(bytes, start, end)) {
				afterBlank = true;
			} else {
				int field = fieldOf(bytes, start, end);
				boolean begins = aboutMessage
						? field != 0
						: (seen & field & (RECIPIENT | RESULT)) != 0
								|| afterBlank && (seen & RECIPIENT) != 0 && (seen & RESULT) != 0;
				if (begins) {
					blocks.add(block.fields());
					block = new HeaderCollector(length + 1, MAX_FIELDS);
					aboutMessage = false;
					seen = 0;
				}
				seen |= field;
				afterBlank = false;
				if (!block.line(bytes, start, end)) {
					block.continueField(bytes, start, end);
				}
			}
			start = end + 1;
		}
		blocks.add(block.fields());
		boolean cut = blocks.size() > max + 1;
		return new StatusFields(blocks.get(0), blocks.subList(1, cut ? max + 1 : blocks.size()), cut);
	}

	private static int fieldOf(byte[] bytes, int start, int end) {
		int colon = HeaderCollector.colon(bytes, start, end);
		if (colon < 0) {
			return 0;
		}
		for (int i = 0; i < NAMES.length; i++) {
			if (colon - start == NAMES[i].length() && HeaderFields.matches(bytes, start, NAMES[i])) {
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
