package rebound.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.osgi.service.metatype.AttributeDefinition;

/** A setting of a {@linkplain PlaceKind kind of place}, as its Metatype declares it. */
public final class PlaceSetting {

	/** How it is asked for. */
	public enum Type {
		/** Any words. */
		TEXT,
		/** A password: kept apart from the other settings. */
		SECRET,
		/** {@code true} or {@code false}. */
		SWITCH,
		/** One of {@link PlaceSetting#options}. */
		CHOICE,
		/** A whole number. */
		NUMBER
	}

	/** What is wrong with a value; the wording is the user interface's. */
	public enum Problem {
		/** There has to be one. */
		MISSING,
		/** It is no whole number. */
		NO_NUMBER,
		/** It is a number outside of {@link PlaceSetting#range}. */
		OUT_OF_RANGE,
		/** It is none of {@link PlaceSetting#options}, or neither {@code true} nor {@code false}. */
		NO_CHOICE,
		/** Its length or form is not allowed. */
		NOT_ALLOWED
	}

	/** The lowest and the highest number that is allowed. */
	public record Range(long least, long most) {
	}

	private final AttributeDefinition declared;
	private final boolean isRequired;

	PlaceSetting(AttributeDefinition declared, boolean isRequired) {
		this.declared = declared;
		this.isRequired = isRequired;
	}

	/** @return its name in a location */
	public String id() {
		return declared.getID();
	}

	/** @return what it is called, in the language that the kind was asked for in */
	public String name() {
		return declared.getName() == null ? id() : declared.getName();
	}

	/** @return what it does, in that language, or nothing */
	public String description() {
		return declared.getDescription() == null ? "" : declared.getDescription();
	}

	/** @return how it is asked for */
	public Type type() {
		if (declared.getType() == AttributeDefinition.PASSWORD) {
			return Type.SECRET;
		}
		if (declared.getCardinality() != 0) {
			return Type.TEXT;
		}
		if (!options().isEmpty()) {
			return Type.CHOICE;
		}
		return switch (declared.getType()) {
			case AttributeDefinition.BOOLEAN -> Type.SWITCH;
			case AttributeDefinition.BYTE, AttributeDefinition.SHORT, AttributeDefinition.INTEGER,
					AttributeDefinition.LONG ->
				Type.NUMBER;
			default -> Type.TEXT;
		};
	}

	/** @return whether there has to be a value; one that has a standard value never lacks it */
	public boolean isRequired() {
		return isRequired;
	}

	/** @return its value unless set otherwise, or {@code null} */
	public String standard() {
		String[] values = declared.getDefaultValue();
		return values == null || values.length == 0 ? null : String.join(",", values);
	}

	/** @return what may be chosen: values, each with its name for people, in their order; may be empty */
	public Map<String, String> options() {
		String[] values = declared.getOptionValues();
		String[] labels = declared.getOptionLabels();
		Map<String, String> options = new LinkedHashMap<>();
		for (int i = 0; values != null && i < values.length; i++) {
			options.put(values[i], labels != null && i < labels.length ? labels[i] : values[i]);
		}
		return Collections.unmodifiableMap(options);
	}

	/**
	 * Checks a value.
	 *
	 * @param value empty or {@code null} for none
	 * @return what is wrong with it, or empty
	 */
	public Optional<Problem> check(String value) {
		if (value == null || value.isEmpty()) {
			return isRequired && standard() == null ? Optional.of(Problem.MISSING) : Optional.empty();
		}
		return switch (type()) {
			case NUMBER -> !isNumber(value)
					? Optional.of(Problem.NO_NUMBER)
					: refused(value, Problem.OUT_OF_RANGE);
			case SWITCH -> value.equals("true") || value.equals("false")
					? Optional.empty()
					: Optional.of(Problem.NO_CHOICE);
			case CHOICE -> refused(value, Problem.NO_CHOICE);
			case TEXT, SECRET -> refused(value, Problem.NOT_ALLOWED);
		};
	}

	private Optional<Problem> refused(String value, Problem problem) {
		return isAllowed(value) ? Optional.empty() : Optional.of(problem);
	}

	/** In a single value a comma is a comma; the Metatype service takes it for the end of one of several. */
	private boolean isAllowed(String value) {
		String meant = declared.getCardinality() == 0 ? value.replaceAll("[\\\\, ]", "\\\\$0") : value;
		String refusal = declared.validate(meant);
		return refusal == null || refusal.isEmpty();
	}

	private static boolean isNumber(String value) {
		try {
			return Long.toString(Long.parseLong(value)).equals(value);
		} catch (NumberFormatException none) {
			return false;
		}
	}

	/**
	 * Which numbers are allowed. OSGi's interface tells that only by what it refuses, so the ends are searched by halves.
	 *
	 * @return empty if it is no number, or none that is allowed is known
	 */
	public Optional<Range> range() {
		if (type() != Type.NUMBER) {
			return Optional.empty();
		}
		int bits = switch (declared.getType()) {
			case AttributeDefinition.BYTE -> Byte.SIZE;
			case AttributeDefinition.SHORT -> Short.SIZE;
			case AttributeDefinition.INTEGER -> Integer.SIZE;
			default -> Long.SIZE;
		};
		long highest = Long.MAX_VALUE >> Long.SIZE - bits;
		String standard = standard();
		LongStream known = standard != null && isNumber(standard)
				? LongStream.of(Long.parseLong(standard))
				: LongStream.of(0, 1, -1, 10, 100, 1000);
		return known.filter(this::isAllowed).boxed().findFirst()
				.map(inside -> new Range(end(inside, -highest - 1), end(inside, highest)));
	}

	private boolean isAllowed(long number) {
		return isAllowed(Long.toString(number));
	}

	private long end(long inside, long outside) {
		if (isAllowed(outside)) {
			return outside;
		}
		long allowed = inside;
		long refused = outside;
		while (Math.abs(allowed - refused) > 1) {
			// The two may be further apart than a long can say.
			long middle = allowed / 2 + refused / 2 + (allowed % 2 + refused % 2) / 2;
			if (isAllowed(middle)) {
				allowed = middle;
			} else {
				refused = middle;
			}
		}
		return allowed;
	}
}
