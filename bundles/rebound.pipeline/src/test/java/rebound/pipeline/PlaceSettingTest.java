package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.osgi.service.metatype.AttributeDefinition;
import rebound.pipeline.PlaceSetting.Problem;
import rebound.pipeline.PlaceSetting.Range;
import rebound.pipeline.PlaceSetting.Type;

class PlaceSettingTest {

	/** An attribute of a Metatype that allows numbers in a range, and no word that has a comma or is longer. */
	private record Attribute(String id, int type, String standard, long least, long most)
			implements
				AttributeDefinition {

		@Override
		public String getName() {
			return id;
		}

		@Override
		public String getID() {
			return id;
		}

		@Override
		public String getDescription() {
			return null;
		}

		@Override
		public int getCardinality() {
			return 0;
		}

		@Override
		public int getType() {
			return type;
		}

		@Override
		public String[] getOptionValues() {
			return type == STRING ? new String[]{ "a,b", "c" } : null;
		}

		@Override
		public String[] getOptionLabels() {
			return type == STRING ? new String[]{ "A", "C" } : null;
		}

		@Override
		public String validate(String value) {
			if (type == STRING) {
				return List.of("a\\,b", "c").contains(value) ? "" : "refused";
			}
			if (type == PASSWORD || type == BOOLEAN) {
				return "";
			}
			long number = Long.parseLong(value);
			return number < least || number > most ? "refused" : null;
		}

		@Override
		public String[] getDefaultValue() {
			return standard == null ? null : new String[]{ standard };
		}
	}

	private static PlaceSetting number(int type, String standard, long least, long most) {
		return new PlaceSetting(new Attribute("n", type, standard, least, most), true);
	}

	@Test
	void theEndsOfARangeAreFound() {
		for (Range range : List.of(new Range(0, Integer.MAX_VALUE), new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
				new Range(-7, 65_535), new Range(5, 5))) {
			String inside = Long.toString(range.most());
			assertEquals(Optional.of(range),
					number(AttributeDefinition.INTEGER, inside, range.least(), range.most()).range());
		}
		assertEquals(Optional.of(new Range(1, Long.MAX_VALUE)),
				number(AttributeDefinition.LONG, null, 1, Long.MAX_VALUE).range());
		assertEquals(Optional.of(new Range(Long.MIN_VALUE, Long.MAX_VALUE)),
				number(AttributeDefinition.LONG, "3", Long.MIN_VALUE, Long.MAX_VALUE).range());
		assertEquals(Optional.of(new Range(-128, 127)),
				number(AttributeDefinition.BYTE, null, -1000, 1000).range());
		assertEquals(Optional.empty(), number(AttributeDefinition.INTEGER, null, 2_000_003, 2_000_004).range());
	}

	@Test
	void whatIsWrongHasACode() {
		PlaceSetting port = number(AttributeDefinition.INTEGER, null, 1, 65_535);
		assertEquals(Optional.of(Problem.MISSING), port.check(""));
		assertEquals(Optional.of(Problem.NO_NUMBER), port.check("many"));
		assertEquals(Optional.of(Problem.NO_NUMBER), port.check("+7"));
		assertEquals(Optional.of(Problem.OUT_OF_RANGE), port.check("0"));
		assertEquals(Optional.empty(), port.check("993"));
		assertEquals(Optional.empty(), number(AttributeDefinition.INTEGER, "3", 1, 5).check(null));

		PlaceSetting choice = number(AttributeDefinition.STRING, null, 0, 0);
		assertEquals(Type.CHOICE, choice.type());
		assertEquals(Optional.of(Problem.NO_CHOICE), choice.check("a"));
		// A comma is no end of a value where there is only one.
		assertEquals(Optional.empty(), choice.check("a,b"));
		assertEquals(Optional.of(Problem.NO_CHOICE), number(AttributeDefinition.BOOLEAN, null, 0, 0).check("yes"));
	}

	@Test
	void aPasswordIsNoPartOfTheLocation() {
		PlaceSetting secret = new PlaceSetting(new Attribute("secret", AttributeDefinition.PASSWORD, null, 0, 0), true);
		PlaceSetting depth = new PlaceSetting(new Attribute("depth", AttributeDefinition.INTEGER, "3", 0, 9), false);
		PlaceKind kind = new PlaceKind("acme", "Acme", "", List.of(secret, depth));
		assertEquals(Optional.of(secret), kind.password());
		assertEquals(Map.of("depth", "3"), kind.location(Map.of("secret", "x1y2")).settings());
		assertFalse(new Place(kind.location(Map.of()), "x1y2").toString().contains("x1y2"));
	}
}
