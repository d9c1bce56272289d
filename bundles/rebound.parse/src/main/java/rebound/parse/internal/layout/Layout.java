package rebound.parse.internal.layout;

import java.util.List;
import java.util.Set;

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
 * @param traits     what else is special about it
 */
record Layout(String id, List<String> from, List<String> subject, List<FieldTest> fields, int[] text, int[] delayed,
		List<Section> sections, List<Shape> shapes, Gather gather, List<Otherwise> otherwise,
		Set<Trait> traits) {

	/** A header field that must be there, holding {@code fragment} (which may be empty). */
	record FieldTest(String name, String fragment) {
	}

	/** What begins or ends behind a marker. */
	record Section(int marker, Kind kind, Action action) {

		enum Kind {
			/** Addresses follow, and the error text of each behind it. */
			RECIPIENTS,
			/** Addresses follow. */
			NAMES,
			/** An error text follows. */
			REASON,
			/** An error text follows, which what was taken for one before is not. */
			REPLY,
			/** The SMTP command that was answered follows. */
			COMMAND,
			/** Nothing of interest follows. */
			STOP;

			boolean namesRecipients() {
				return this == RECIPIENTS || this == NAMES;
			}

			boolean tellsReason() {
				return this == REASON || this == REPLY;
			}
		}
	}

	/** A shape of line and what it tells. */
	record Shape(Template template, Kind kind) {

		enum Kind {
			/** A recipient. */
			RECIPIENT,
			/** Something about those before it, or about all. */
			ABOUT,
			/** What the server itself says of all, which stands before the error text of each. */
			HEADING
		}

		boolean recipient() {
			return kind == Kind.RECIPIENT;
		}
	}

	/** What is special about a layout. */
	enum Trait {
		/** It may come from a sender that is not typical of bounces. */
		ANYBODY,
		/** Lines that look quoted are its own. */
		QUOTING,
		/** Indented lines continue the line before them. */
		WRAPPED,
		/** Error texts stand behind addresses even though some are marked. */
		FOLLOW,
		/** A line that is no address may stand for one that the header names. */
		NAMELESS,
		/** Whatever is said is an error text if there is no other. */
		TALKING
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

	boolean is(Trait trait) {
		return traits.contains(trait);
	}

	/** @return whether markers or shapes of lines tell where error texts stand */
	boolean marksReasons() {
		for (Section section : sections) {
			if (section.kind().tellsReason()) {
				return true;
			}
		}
		for (Shape shape : shapes) {
			if (shape.kind() == Shape.Kind.ABOUT && shape.template().has(Template.Field.WHY)) {
				return true;
			}
		}
		return false;
	}

	/** @return whether markers tell where recipients stand */
	boolean marksRecipients() {
		for (Section section : sections) {
			if (section.kind().namesRecipients()) {
				return true;
			}
		}
		return false;
	}
}
