package rebound.customers.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the code of a country (ISO 3166-1 alpha-2) by either code or by its name in five languages. */
final class Countries {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH,
			Locale.of("sv"), Locale.of("es"));
	private static final Map<String, String> CODES = codes();

	private Countries() {
	}

	/** @return the code in capitals, or empty where no country is called so */
	static Optional<String> code(String text) {
		return Optional.ofNullable(CODES.get(text.strip().toLowerCase(Locale.ROOT)));
	}

	private static Map<String, String> codes() {
		Map<String, String> codes = new HashMap<>();
		for (String code : Locale.getISOCountries()) {
			Locale country = Locale.of("", code);
			for (Locale language : LANGUAGES) {
				codes.putIfAbsent(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
			}
			codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
		}
		for (String code : Locale.getISOCountries()) {
			codes.put(code.toLowerCase(Locale.ROOT), code);
		}
		codes.put("uk", "GB");
		codes.put("england", "GB");
		codes.put("great britain", "GB");
		codes.put("usa", "US");
		codes.put("u.s.a.", "US");
		codes.put("united states of america", "US");
		codes.put("holland", "NL");
		return codes;
	}
}
