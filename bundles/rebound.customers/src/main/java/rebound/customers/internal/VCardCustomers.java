package rebound.customers.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import rebound.customers.CustomerField;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;

/** Customers from vCards: versions 4.0 (RFC 6350), 3.0 (RFC 2426) and, as far as it matters here, 2.1. */
@Component
public final class VCardCustomers implements CustomerSource {

	private static final int MOST_LINES = 10_000;

	@Override
	public String id() {
		return "vcard";
	}

	@Override
	public boolean accepts(String location) {
		String name = location.toLowerCase(Locale.ROOT);
		return name.endsWith(".vcf") || name.endsWith(".vcard");
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		Path file = Path.of(location);
		Charset charset = settings.charset() == null ? TextEncoding.of(file) : settings.charset();
		try (Reader text = TextEncoding.open(file, charset)) {
			read(text, settings, handler);
		}
	}

	/** Hands over the customer of each vCard in the text. */
	public static void read(Reader text, ReadSettings settings, CustomerHandler handler) throws IOException {
		FoldedLines lines = new FoldedLines(text);
		long number = 0;
		for (String line = lines.next(); line != null; line = lines.next()) {
			if (line.strip().equalsIgnoreCase("BEGIN:VCARD")) {
				number++;
				card(lines, number, settings, handler);
			}
		}
	}

	private static void card(FoldedLines lines, long number, ReadSettings settings, CustomerHandler handler)
			throws IOException {
		Entry entry = new Entry(settings);
		for (int count = 0; count < MOST_LINES; count++) {
			String line = lines.next();
			if (line == null) {
				break;
			}
			if (line.strip().equalsIgnoreCase("END:VCARD")) {
				entry.hand(number, handler);
				return;
			}
			while (line.endsWith("=") && line.toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE:")) {
				line = lines.joined(line);
			}
			property(line, entry);
		}
		handler.problem(new RowProblem(number, RowProblem.Code.BROKEN_ROW, null));
	}

	private static void property(String line, Entry entry) {
		int colon = endOfName(line);
		if (colon < 0) {
			return;
		}
		String[] parameters = line.substring(0, colon).toUpperCase(Locale.ROOT).split(";", -1);
		String name = parameters[0].substring(parameters[0].lastIndexOf('.') + 1);
		String value = line.substring(colon + 1);
		if (has(parameters, "QUOTED-PRINTABLE")) {
			value = decoded(value, has(parameters, "UTF-8") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
		}
		List<String> parts = parts(value);
		switch (name) {
			case "UID" -> entry.add(name, CustomerField.CUSTOMER_ID, text(parts));
			case "FN" -> entry.add(name, CustomerField.FULL_NAME, text(parts));
			case "N" -> {
				entry.add(name, CustomerField.LAST_NAME, part(parts, 0));
				entry.add(name, CustomerField.FIRST_NAME, part(parts, 1));
				entry.add(name, CustomerField.SALUTATION, part(parts, 3));
			}
			case "ORG" -> {
				entry.add(name, CustomerField.COMPANY, part(parts, 0));
				entry.add(name, CustomerField.DEPARTMENT, part(parts, 1));
			}
			case "TITLE" -> entry.add(name, CustomerField.JOB_TITLE, text(parts));
			case "EMAIL" -> {
				if (has(parameters, "PREF") || has(parameters, "PREF=1")) {
					entry.addFirst(name, CustomerField.EMAIL, text(parts));
				} else {
					entry.add(name, CustomerField.EMAIL, text(parts));
				}
			}
			case "TEL" -> entry.add(name, has(parameters, "CELL") ? CustomerField.MOBILE : CustomerField.PHONE,
					withoutScheme(text(parts)));
			case "ADR" -> {
				entry.add(name, CustomerField.STREET, part(parts, 2));
				entry.add(name, CustomerField.CITY, part(parts, 3));
				entry.add(name, CustomerField.REGION, part(parts, 4));
				entry.add(name, CustomerField.POSTAL_CODE, part(parts, 5));
				entry.add(name, CustomerField.COUNTRY_CODE, part(parts, 6));
			}
			case "URL" -> entry.add(name, CustomerField.WEBSITE, text(parts));
			case "LANG" -> entry.add(name, CustomerField.LANGUAGE, text(parts));
			case "NOTE", "CATEGORIES", "BDAY", "ROLE", "NICKNAME" -> entry.add(name, CustomerField.OTHER, text(parts));
			default -> {
				// Pictures, keys and what belongs to other programs.
			}
		}
	}

	/** @return the colon that ends name and parameters: one in quotes belongs to a parameter */
	private static int endOfName(String line) {
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			} else if (c == ':' && !quoted) {
				return i;
			}
		}
		return -1;
	}

	private static boolean has(String[] parameters, String wanted) {
		for (int i = 1; i < parameters.length; i++) {
			String parameter = parameters[i].replace("\"", "");
			if (parameter.equals(wanted)) {
				return true;
			}
			for (String value : parameter.substring(parameter.indexOf('=') + 1).split(",")) {
				if (value.equals(wanted)) {
					return true;
				}
			}
		}
		return false;
	}

	/** @return the value cut at semicolons, with escapes undone (RFC 6350, 3.4) */
	private static List<String> parts(String value) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '\\' && i + 1 < value.length()) {
				char escaped = value.charAt(++i);
				part.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
			} else if (c == ';') {
				parts.add(part.toString());
				part.setLength(0);
			} else {
				part.append(c);
			}
		}
		parts.add(part.toString());
		return parts;
	}

	private static String part(List<String> parts, int index) {
		return index < parts.size() ? parts.get(index) : "";
	}

	private static String text(List<String> parts) {
		return String.join(";", parts);
	}

	private static String withoutScheme(String number) {
		return number.regionMatches(true, 0, "tel:", 0, 4) ? number.substring(4) : number;
	}

	private static String decoded(String text, Charset charset) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
		for (int i = 0; i < text.length(); i++) {
			int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
			int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
			if (text.charAt(i) == '=' && high >= 0 && low >= 0) {
				bytes.write(high * 16 + low);
				i += 2;
			} else {
				bytes.writeBytes(String.valueOf(text.charAt(i)).getBytes(charset));
			}
		}
		return bytes.toString(charset);
	}
}
