package rebound.parse.internal.layout;

import java.util.ArrayList;
import java.util.List;

import rebound.parse.internal.HeaderFields;

/**
 * A mail that may be a bounce.
 *
 * @param headers  its own header
 * @param notice   its text
 * @param original where the returned message begins in the text
 * @param attached the header of the returned message where it is a part of its own, else {@code null}
 * @param joined   the notice on squeezed lines, without what was quoted
 */
record Message(HeaderFields headers, Notice notice, OriginalFinder.Found original, HeaderFields attached,
		Notice.Joined joined) {

	/** @return whether a header is what the layout asks for */
	static boolean fits(Layout layout, HeaderFields headers) {
		return holds(headers, "From", layout.from()) && holds(headers, "Subject", layout.subject())
				&& (layout.fields().isEmpty() || hasField(layout, headers));
	}

	private static boolean hasField(Layout layout, HeaderFields headers) {
		for (Layout.FieldTest test : layout.fields()) {
			for (String value : headers.all(test.name())) {
				if (FoldedText.fold(value).contains(test.fragment())) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean holds(HeaderFields headers, String name, List<String> fragments) {
		if (fragments.isEmpty()) {
			return true;
		}
		String value = headers.first(name);
		String folded = value == null ? "" : FoldedText.fold(value);
		for (String fragment : fragments) {
			if (folded.contains(fragment)) {
				return true;
			}
		}
		return false;
	}

	/** @return the offset of the returned header in the text, or -1 */
	int originalStart() {
		return original.headerLine() < 0 ? -1 : notice.start(original.headerLine());
	}

	/** @return whether a message came back with it */
	boolean returns() {
		return attached != null || originalStart() >= 0;
	}

	/** @return the header of the returned message, never {@code null} */
	HeaderFields returned() {
		if (attached != null) {
			return attached;
		}
		return original.headerLine() < 0 ? HeaderFields.EMPTY : HeaderFields.of(notice.headerAt(original.headerLine()));
	}

	/** @return the notice on squeezed lines */
	String text() {
		return joined.text();
	}

	/** @return the address of From, or {@code null} */
	String sender() {
		return address("From");
	}

	/** @return the addresses in a field of the mail's own header */
	List<String> addresses(String field) {
		return addressesOf(headers, field);
	}

	/** @return the addresses in the fields of this name, 1,000 at most */
	static List<String> addressesOf(HeaderFields headers, String field) {
		List<String> all = new ArrayList<>();
		for (String value : headers.all(field)) {
			for (Addresses.Found at = Addresses.next(value, 0); at != null && all.size() < 1_000;) {
				all.add(at.address());
				at = Addresses.next(value, at.end());
			}
		}
		return all;
	}

	/** @return to whom the returned message went, nobody if it was a bounce itself */
	List<String> returnedTo() {
		HeaderFields returned = returned();
		boolean bounce = returned.has("From") && BounceSender.isDaemon(returned);
		return bounce ? List.of() : addressesOf(returned, "To");
	}

	/** @return the address the bounce was sent to, which is not the one that failed, or {@code null} */
	String reader() {
		return address("To");
	}

	/** @return the domain of the reporting server as its From tells it, or {@code null} */
	String senderDomain() {
		String from = address("From");
		return from == null ? null : Addresses.domain(from);
	}

	private String address(String field) {
		String value = headers.first(field);
		Addresses.Found found = value == null ? null : Addresses.next(value, Math.max(0, value.lastIndexOf('<')));
		return found == null ? null : found.address();
	}
}
