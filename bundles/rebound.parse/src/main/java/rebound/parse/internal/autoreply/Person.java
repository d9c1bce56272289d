package rebound.parse.internal.autoreply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who answers.
 *
 * @param name    as the From field shows it, or {@code null}
 * @param address the person's address, or {@code null}
 */
public record Person(String name, String address) {

	private static final int SHORTEST = 3;
	/** Mailboxes of offices, in the languages that are read. */
	private static final Set<String> OFFICES = Set.of("info", "office", "service", "services", "support", "sales",
			"contact", "contacts", "mail", "hello", "help", "helpdesk", "desk", "team", "admin", "enquiries",
			"inquiries", "reception", "hr", "orders", "order", "kontakt", "buero", "büro", "zentrale", "vertrieb",
			"verkauf", "einkauf", "empfang", "sekretariat", "personal", "accueil", "commercial", "secretariat",
			"direction", "contacto", "ventas", "administracion", "recepcion", "direccion", "atencion", "informacion",
			"segreteria", "amministrazione", "vendite", "ordini", "commerciale", "receptie", "verkoop", "inkoop",
			"administratie", "klantenservice", "secretariaat", "kundtjanst", "kundservice", "registrator", "vaxel",
			"geral", "comercial", "vendas", "contato", "atendimento", "biuro", "sprzedaz", "zamowienia", "bok",
			"sekretar", "zakaz", "priemnaya", "otdel", "soumu", "eigyo", "madoguchi", "toiawase", "yewu", "kefu",
			"post", "postmaster", "customerservice", "customer.service", "customercare", "accounts", "accounting",
			"billing", "invoices", "invoice", "rechnung", "buchhaltung", "bestellung", "bestellungen", "facturen",
			"facturation", "compta", "comptabilite", "facturas", "fatture", "faktury", "purchasing", "procurement",
			"marketing", "press", "presse", "webmaster", "noreply", "no-reply", "general", "secretary", "frontdesk",
			"clientservices", "clients", "client", "kunden", "kundenservice", "kundendienst", "serviceclient", "dispo",
			"auftrag", "anfrage", "anfragen", "studio", "kanzlei", "praxis", "rezeption");

	/** @return whether the address belongs to an office, not to a person */
	static boolean isOffice(String address) {
		String local = local(address);
		return OFFICES.contains(local) || OFFICES.contains(Letters.plain(local, false));
	}

	/** @return whether the address is this person's present one */
	boolean owns(String other) {
		return address != null && address.equalsIgnoreCase(other);
	}

	/** @return whether the address seems made from the person's name or present address */
	boolean resembles(String other) {
		String local = Letters.plain(local(other), true);
		for (String part : parts()) {
			if (local.contains(part)) {
				return true;
			}
		}
		return false;
	}

	/** @return whether each word of the name is one of the person's */
	boolean isNamed(String other) {
		List<String> parts = parts();
		String all = String.join(" ", parts);
		for (String word : other.split(" ")) {
			String plain = Letters.plain(word, true);
			String bare = Letters.plain(word, false);
			boolean isOwn = plain.isEmpty()
					? name != null && name.contains(word)
					: plain.length() < SHORTEST || all.contains(plain) || all.contains(bare);
			if (!isOwn) {
				return false;
			}
		}
		return !parts.isEmpty() || name != null;
	}

	boolean sharesDomain(String other) {
		return address != null && domain(address).equalsIgnoreCase(domain(other));
	}

	private List<String> parts() {
		List<String> parts = new ArrayList<>();
		if (address != null && !isOffice(address)) {
			addParts(local(address), parts);
		}
		if (name != null && name.indexOf('@') < 0) {
			addParts(name, parts);
		}
		return parts;
	}

	private static void addParts(String text, List<String> parts) {
		int start = 0;
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || !Character.isLetter(text.charAt(i)) && text.charAt(i) != '\'') {
				for (boolean umlauts : new boolean[]{ true, false }) {
					String part = Letters.plain(text.substring(start, i), umlauts);
					if (part.length() >= SHORTEST && !parts.contains(part)) {
						parts.add(part);
					}
				}
				start = i + 1;
			}
		}
	}

	static String local(String address) {
		return address.substring(0, address.lastIndexOf('@')).toLowerCase(java.util.Locale.ROOT);
	}

	static String domain(String address) {
		return address.substring(address.lastIndexOf('@') + 1);
	}
}
