package rebound.parse.internal.layout;

import java.util.List;

import rebound.model.Action;

/**
 * How one server or service writes its bounces, read from {@code layouts.txt}, where the keys are explained.
 *
 * @param id         stable id
 * @param from       what its From holds, any of
 * @param subject    what its Subject holds, any of
 * @param fields     header fields it has, any of
 * @param text       markers in its text, any of (indices of {@link Layouts#markers})
 * @param delayed    markers that make the report one of delay
 * @param sections   markers behind which addresses stand
 * @param shapes     shapes of lines
 * @param gather     how far an error text reaches
 * @param otherwise  where the address is looked for when no line names it
 * @param wrapped    whether indented lines continue the line before them
 * @param anybody    whether it may come from a sender that is not typical of bounces
 */
record Layout(String id, List<String> from, List<String> subject, List<FieldTest> fields, int[] text, int[] delayed,
		List<Section> sections, List<Shape> shapes, Gather gather, List<Otherwise> otherwise, boolean wrapped,
		boolean anybody) {

	/** A header field that must be there, holding {@code fragment} (which may be empty). */
	record FieldTest(String name, String fragment) {
	}

	/** What begins or ends behind a marker. */
	record Section(int marker, Kind kind, Action action) {

		enum Kind {
			/** Addresses follow. */
			RECIPIENTS,
			/** An error text follows. */
			REASON,
			/** Nothing of interest follows. */
			STOP
		}
	}

	/** A shape of line and whether it names a recipient (else it tells something about one). */
	record Shape(Template template, boolean recipient) {
	}

	/** How far an error text reaches. */
	enum Gather {
		LINE, PARAGRAPH, SECTION
	}

	/** Where else to look for the address. */
	enum Otherwise {
		/** The field {@code X-Failed-Recipients}. */
		FAILED_FIELD,
		/** A transcript of the SMTP session in the text. */
		TRANSCRIPT,
		/** The recipient of the returned message. */
		ORIGINAL_TO,
		/** The first address in the text that is not the reader's own. */
		TEXT,
		/** An address in the subject. */
		SUBJECT
	}
}
