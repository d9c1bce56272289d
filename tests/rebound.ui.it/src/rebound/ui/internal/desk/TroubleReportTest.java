package rebound.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class TroubleReportTest {

	private static final List<ErrorLog.Entry> ENTRIES = List.of(new ErrorLog.Entry(Instant.EPOCH, true, "rebound.ui",
			"no row for anna.berg@acme.example", "java.io.IOException: <info@b\u00fccher.example>\n\tat here\n"));

	@Test
	void addressesAreLeftOutUnlessAsked() {
		String hidden = TroubleReport.of(ENTRIES, false);
		assertFalse(hidden.contains("acme") || hidden.contains("anna") || hidden.contains("cher.example"), hidden);
		assertTrue(hidden.contains("no row for (address)\njava.io.IOException: <(address)>\n\tat here\n"), hidden);
		assertTrue(TroubleReport.of(ENTRIES, true).contains("anna.berg@acme.example"));
	}

	@Test
	void everyFormOfAnAddressIsHidden() {
		assertEquals("to (address), (address) and (address).",
				TroubleReport.withoutAddresses("to \"a b\"@c.example, x+y=z@[192.0.2.1] and m@d.example."));
		assertEquals("a @ b @@ c", TroubleReport.withoutAddresses("a @ b @@ c"));
		assertEquals("(address)@", TroubleReport.withoutAddresses("a@b@"));
	}

	@Test
	void manyMarksTakeNoTime() {
		String marks = "\"@a".repeat(200_000);
		assertTrue(TroubleReport.withoutAddresses(marks).length() > 0);
	}
}
