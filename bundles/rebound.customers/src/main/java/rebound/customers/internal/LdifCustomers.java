package rebound.customers.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import rebound.customers.CustomerField;
import rebound.customers.CustomerHandler;
import rebound.customers.CustomerSource;
import rebound.customers.ReadSettings;
import rebound.customers.RowProblem;

/** Customers from an export of a directory (LDIF, RFC 2849), with the attributes of RFC 4519, RFC 2798 and Mozilla. */
@Component
public final class LdifCustomers implements CustomerSource {

	private static final Map<String, CustomerField> ATTRIBUTES = Map.ofEntries(
			Map.entry("uid", CustomerField.CUSTOMER_ID), Map.entry("employeenumber", CustomerField.EXTERNAL_ID),
			Map.entry("entryuuid", CustomerField.CRM_RECORD_ID), Map.entry("cn", CustomerField.FULL_NAME),
			Map.entry("commonname", CustomerField.FULL_NAME), Map.entry("sn", CustomerField.LAST_NAME),
			Map.entry("surname", CustomerField.LAST_NAME), Map.entry("givenname", CustomerField.FIRST_NAME),
			Map.entry("personaltitle", CustomerField.SALUTATION), Map.entry("title", CustomerField.JOB_TITLE),
			Map.entry("o", CustomerField.COMPANY), Map.entry("company", CustomerField.COMPANY),
			Map.entry("organizationname", CustomerField.COMPANY), Map.entry("ou", CustomerField.DEPARTMENT),
			Map.entry("department", CustomerField.DEPARTMENT), Map.entry("mail", CustomerField.EMAIL),
			Map.entry("rfc822mailbox", CustomerField.EMAIL), Map.entry("mozillasecondemail", CustomerField.EMAIL),
			Map.entry("telephonenumber", CustomerField.PHONE), Map.entry("mobile", CustomerField.MOBILE),
			Map.entry("cellphone", CustomerField.MOBILE), Map.entry("street", CustomerField.STREET),
			Map.entry("streetaddress", CustomerField.STREET), Map.entry("mozillaworkstreet", CustomerField.STREET),
			Map.entry("l", CustomerField.CITY), Map.entry("localityname", CustomerField.CITY),
			Map.entry("st", CustomerField.REGION), Map.entry("postalcode", CustomerField.POSTAL_CODE),
			Map.entry("c", CustomerField.COUNTRY_CODE), Map.entry("co", CustomerField.COUNTRY_CODE),
			Map.entry("countryname", CustomerField.COUNTRY_CODE), Map.entry("labeleduri", CustomerField.WEBSITE),
			Map.entry("workurl", CustomerField.WEBSITE), Map.entry("preferredlanguage", CustomerField.LANGUAGE),
			Map.entry("description", CustomerField.OTHER), Map.entry("dn", CustomerField.OTHER));

	@Override
	public String id() {
		return "ldif";
	}

	@Override
	public boolean accepts(String location) {
		return location.toLowerCase(Locale.ROOT).endsWith(".ldif");
	}

	@Override
	public void read(String location, ReadSettings settings, CustomerHandler handler) throws IOException {
		Path file = Path.of(location);
		Charset charset = settings.charset() == null ? TextEncoding.of(file) : settings.charset();
		try (Reader text = TextEncoding.open(file, charset)) {
			FoldedLines lines = new FoldedLines(text);
			long number = 0;
			String line = lines.next();
			while (line != null) {
				if (line.regionMatches(true, 0, "dn:", 0, 3)) {
					number++;
					line = record(lines, line, number, settings, handler);
				} else {
					line = lines.next();
				}
			}
		}
	}

	/** @return the line behind the record */
	private static String record(FoldedLines lines, String first, long number, ReadSettings settings,
			CustomerHandler handler) throws IOException {
		Entry entry = new Entry(settings);
		boolean person = false;
		boolean broken = false;
		String line = first;
		while (line != null && !line.isBlank()) {
			int colon = line.indexOf(':');
			if (!line.startsWith("#") && colon > 0) {
				String name = attribute(line.substring(0, colon));
				String value = value(line, colon);
				broken |= value == null;
				person |= name.equals("mail") || name.equals("objectclass") && value != null && isPerson(value);
				CustomerField field = ATTRIBUTES.get(name);
				if (field != null && value != null) {
					entry.add(name, field, value);
				}
			}
			line = lines.next();
		}
		if (broken) {
			handler.problem(new RowProblem(number, RowProblem.Code.BROKEN_ROW, null));
		} else if (!person) {
			handler.problem(new RowProblem(number, RowProblem.Code.NO_CUSTOMER, null));
		} else {
			entry.hand(number, handler);
		}
		return line;
	}

	/** @return the attribute's name without options like {@code ;lang-de} */
	private static String attribute(String description) {
		int semicolon = description.indexOf(';');
		return (semicolon < 0 ? description : description.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
	}

	/** @return the value, {@code null} where it is no base 64; one that stands elsewhere is not fetched */
	private static String value(String line, int colon) {
		if (line.startsWith(":<", colon)) {
			return "";
		}
		if (!line.startsWith("::", colon)) {
			return line.substring(colon + 1).strip();
		}
		try {
			return new String(Base64.getDecoder().decode(line.substring(colon + 2).strip()), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException broken) {
			return null;
		}
	}

	private static boolean isPerson(String objectClass) {
		String name = objectClass.toLowerCase(Locale.ROOT);
		return name.endsWith("person") || name.equals("contact") || name.equals("user");
	}
}
