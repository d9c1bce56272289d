package rebound.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypoFinderTest {

	/** Right domains that look odd: some like a provider's, some like each other. */
	private static final String ODD = """
			gmx.at email.com mail.com ymail.com hotmail.it live.se me.com qmail.com gmai.net gmall.com hotmai.eu outlok.de
			aol.fr web.com wed.de wep.de webb.de t-online.at tonline.de free.nl freenet.com arcor.com orange.com oranje.fr
			laposte.com yaho.org yahu.com yandex.kz icloud.de iclod.com mac.de mc.com live.com.sg livee.com lives.com
			telia.no tele.se comhem.com homail.com sky.de skynet.de blueyonder.com virgin.com tiscali.cz libero.com vigilio.it
			proton.com protons.me protonmail.de tuta.de tutanota.org posteo.com posted.de mailbox.com mailbok.org fastmail.de
			zoho.in zohoo.com gmail.org gmails.com gmailx.com hotmails.com hotmale.com outlooks.com inlook.com lookout.com
			amce.example acmes.example acme.co acne.example acmee.example akme.example acme-group.example my-acme.example
			gmx.com.mt gmc.com gmx1.de xgmx.de webde.de web2.de aols.com aoi.com oal.de rol.com bol.com dol.com col.com
			comcast.com cox.com att.com bell.ca shaw.com rogers.ca telus.com bellsouth.com charter.com juno.de netzero.com
			wp.com op.com o2.com vp.com seznam.sk atlas.cz post.sk azet.cz abv.com""";

	private final TypoFinder finder = new TypoFinder(
			Map.of("acme.example", 37, "bigcorp.example", 4, "tiny.example", 2));

	@ParameterizedTest
	@CsvSource({ "gmial.com,gmail.com", "gmai.com,gmail.com", "gmail.con,gmail.com", "gmail.co,gmail.com",
			"gmaill.com,gmail.com", "gnail.com,gmail.com", "hotmial.com,hotmail.com", "hotmail.cmo,hotmail.com",
			"yahooo.com,yahoo.com", "outlok.com,outlook.com", "t-onlin.de,t-online.de", "t-online.ed,t-online.de",
			"www.gmail.co,gmail.com", "freenet.dee,freenet.de", "acem.example,acme.example", "iclous.com,icloud.com",
			"gmailcom,gmail.com", "yahoo.cm,yahoo.com" })
	void findsWhatWasMeantWhereTheDomainIsDead(String typed, String meant) {
		assertEquals("anna@" + meant, finder.find("Anna@" + typed, true).orElseThrow().email());
	}

	@Test
	void saysHowManyCustomersShareTheDomain() {
		Suggestion found = finder.find("anna@bigcrop.example", true).orElseThrow();
		assertEquals("bigcorp.example", found.evidence());
		assertEquals(4, found.count());
	}

	@ParameterizedTest
	@CsvSource({ "gmail.com", "gmx.at", "email.com", "ymail.com", "acme.example", "somewhere.example", "tinny.example",
			"ab.cd", "xn--bcher-kva.example", "company-with-a-long-name.example" })
	void leavesRightAndUnknownDomainsAlone(String domain) {
		assertEquals(Optional.empty(), finder.find("anna@" + domain, true));
	}

	@Test
	void isNeverSureWhileTheDomainTakesMail() {
		List<String> odd = List.of(ODD.split("\\s+"));
		assertTrue(odd.size() >= 100, odd.size() + " domains");
		for (String domain : odd) {
			finder.find("anna@" + domain, false)
					.ifPresent(found -> assertTrue(found.confidence() <= 80, domain + " > " + found.email()));
		}
	}

	@Test
	void everySlipOfTheFingersOnAKnownProviderIsFoundOrUnsure() {
		int pairs = 0;
		int right = 0;
		for (String meant : List.of("gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "t-online.de",
				"freenet.de", "wanadoo.fr", "libero.it", "googlemail.com", "comcast.net", "protonmail.com")) {
			for (String typed : slips(meant)) {
				Optional<Suggestion> found = finder.find("anna@" + typed, true);
				boolean known = found.isPresent() && found.get().email().equals("anna@" + meant);
				pairs++;
				right += known ? 1 : 0;
				assertTrue(known || found.isEmpty() || found.get().confidence() <= 80,
						typed + " > " + found.map(Suggestion::email));
			}
		}
		assertTrue(pairs >= 300 && right >= pairs * 0.97, right + " of " + pairs);
	}

	/** A letter left out, doubled or swapped with the next, wherever it may happen. */
	private static List<String> slips(String domain) {
		List<String> slips = new ArrayList<>();
		for (int i = 0; i < domain.length(); i++) {
			slips.add(domain.substring(0, i) + domain.substring(i + 1));
			slips.add(domain.substring(0, i) + domain.charAt(i) + domain.substring(i));
			if (i + 1 < domain.length() && domain.charAt(i) != domain.charAt(i + 1)) {
				slips.add(domain.substring(0, i) + domain.charAt(i + 1) + domain.charAt(i) + domain.substring(i + 2));
			}
		}
		return slips;
	}

	@ParameterizedTest
	@CsvSource({ "jhon.smith@acme.example,john.smith@acme.example", "john.smiht@acme.example,john.smith@acme.example",
			"johnsmth@acme.example,johnsmith@acme.example" })
	void theNameTellsASlipInTheLocalPart(String typed, String meant) {
		Suggestion found = TypoFinder.findByName(People.customer("John", "Smith"), typed).orElseThrow();
		assertEquals(meant, found.email());
		assertTrue(found.confidence() <= 80);
	}

	@ParameterizedTest
	@CsvSource({ "john.smith@acme.example", "jsmith@acme.example", "info@acme.example", "j.smith@acme.example",
			"smith@acme.example", "smit@acme.example", "nobody" })
	void aLocalPartThatIsMadeOtherwiseIsNoSlip(String address) {
		assertEquals(Optional.empty(), TypoFinder.findByName(People.customer("John", "Smith"), address));
	}
}
