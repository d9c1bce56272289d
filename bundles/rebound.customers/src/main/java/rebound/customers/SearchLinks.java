package rebound.customers;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import rebound.model.AddressKey;
import rebound.model.Customer;

/**
 * Makes links for searching a customer in public places. They are for a person to click: nothing is fetched.
 *
 * @param templates addresses by the id of the place, with {@code {name}}, {@code {company}}, {@code {city}},
 *                  {@code {street}}, {@code {domain}} and {@code {email}} where the customer's own goes
 */
public record SearchLinks(Map<String, String> templates) {

	/** A web search, a business network, a map, a company register and an archive of web pages. */
	public static final SearchLinks DEFAULT = new SearchLinks(defaults());

	/** What a link is useless without: one of these at least must be in the customer data. */
	private static final Set<String> SPECIFIC = Set.of("name", "company", "domain", "email", "street");

	private static final long LARGEST = 100_000;

	/** A link to a place. */
	public record Link(String place, String url) {
	}

	public SearchLinks {
		templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
	}

	/**
	 * Reads the user's own places: a line each, {@code PLACE = TEMPLATE}. They go before the default ones of the same
	 * name; one without a template takes the default away. What is no web address, and lines with {@code #}, mean nothing.
	 *
	 * @param file need not exist
	 */
	public static SearchLinks read(Path file) throws IOException {
		Map<String, String> templates = new LinkedHashMap<>(DEFAULT.templates());
		if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
			for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
				int equals = line.indexOf('=');
				String place = line.substring(0, Math.max(0, equals)).strip();
				String template = line.substring(equals + 1).strip();
				boolean isWeb = template.startsWith("https://") || template.startsWith("http://");
				if (!place.isEmpty() && !place.startsWith("#") && template.isEmpty()) {
					templates.remove(place);
				} else if (!place.isEmpty() && !place.startsWith("#") && isWeb) {
					templates.put(place, template);
				}
			}
		}
		return new SearchLinks(templates);
	}

	/** @return the links that make sense with what is known of the customer, in the templates' order */
	public List<Link> of(Customer customer, String email) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("name", customer.displayName());
		values.put("company", customer.company());
		values.put("city", customer.city());
		values.put("street", customer.street());
		values.put("domain", AddressKey.of(email).domain());
		values.put("email", email);
		List<Link> links = new ArrayList<>();
		templates.forEach((place, template) -> {
			String url = filled(template, values);
			if (url != null) {
				links.add(new Link(place, url));
			}
		});
		return links;
	}

	private static String filled(String template, Map<String, String> values) {
		String url = template;
		boolean known = false;
		for (Map.Entry<String, String> value : values.entrySet()) {
			String mark = '{' + value.getKey() + '}';
			if (url.contains(mark)) {
				String text = value.getValue() == null ? "" : value.getValue().strip();
				known |= !text.isEmpty() && SPECIFIC.contains(value.getKey());
				url = url.replace(mark, URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
			}
		}
		while (url.endsWith("%20")) {
			url = url.substring(0, url.length() - 3);
		}
		return known ? url : null;
	}

	private static Map<String, String> defaults() {
		Map<String, String> templates = new LinkedHashMap<>();
		templates.put("web", "https://duckduckgo.com/?q=%22{name}%22%20{company}%20{city}");
		templates.put("linkedin", "https://www.linkedin.com/search/results/people/?keywords={name}%20{company}");
		templates.put("map", "https://www.openstreetmap.org/search?query={street}%20{city}");
		templates.put("register", "https://opencorporates.com/companies?q={company}");
		templates.put("archive", "https://web.archive.org/web/*/{domain}");
		return templates;
	}
}
