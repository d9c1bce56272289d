package rebound.parse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import rebound.model.Action;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.RecipientStatus;
import rebound.parse.Json;

/** Reads the open corpus as well as it has ever been read. */
class CorpusTest {

	private static final Set<String> BOUNCES = Set.of("bounce", "delay", "mixed");

	private final Map<String, Integer> counts = new HashMap<>();

	@Test
	void readsTheOpenCorpus() throws IOException {
		Path corpus = Corpus.folder();
		if (corpus == null) {
			System.out.println("CorpusTest: ../shared/corpus is not there, nothing was measured");
		}
		assumeTrue(corpus != null, "../shared/corpus is not there");
		for (Map<String, Object> label : Corpus.labels(corpus)) {
			byte[] mail = Files.readAllBytes(corpus.resolve("mail").resolve(Json.string(label.get("file"))));
			compare(label, Mails.parse(mail));
		}
		assertEquals(number("bounces"), number("bounces found"), "bounces found");
		assertAtLeast(990, "bounces", "exact recipients");
		assertAtLeast(985, "status", "right status");
		assertAtLeast(985, "replyCode", "right replyCode");
		assertAtLeast(990, "kind", "right kind");
		assertEquals(number("others"), number("right others"), "complaints and automatic answers");
		assertEquals(0, number("false bounces"), "false bounces");
	}

	private void compare(Map<String, Object> label, DeliveryReport report) {
		String kind = Json.string(label.get("kind"));
		Map<String, RecipientStatus> got = new HashMap<>();
		for (RecipientStatus recipient : report.recipients()) {
			boolean failure = recipient.action() == Action.FAILED || recipient.action() == Action.DELAYED;
			if (failure && recipient.recipient() != null) {
				got.put(recipient.recipient().toLowerCase(Locale.ROOT), recipient);
			}
		}
		if (!BOUNCES.contains(kind)) {
			count("false bounces", !got.isEmpty());
			if (!kind.equals("other")) {
				count("others", true);
				count("right others",
						report.form() == (kind.equals("complaint") ? Form.FEEDBACK_REPORT : Form.AUTO_REPLY));
			}
			return;
		}
		Set<String> wanted = new TreeSet<>();
		for (Object element : Json.list(label.get("recipients"))) {
			Map<String, Object> expected = Json.object(element);
			String address = Json.string(expected.get("recipient")).toLowerCase(Locale.ROOT);
			if (BOUNCES.contains(expected.get("kind"))) {
				wanted.add(address);
				compare(expected, got.get(address));
			}
		}
		count("bounces", true);
		count("bounces found", !got.isEmpty());
		count("exact recipients", wanted.equals(got.keySet()));
	}

	private void compare(Map<String, Object> expected, RecipientStatus actual) {
		Action action = "delay".equals(expected.get("kind")) ? Action.DELAYED : Action.FAILED;
		count("kind", true);
		count("right kind", actual != null && actual.action() == action);
		for (String field : List.of("status", "replyCode")) {
			String value = Json.string(expected.get(field));
			if (value != null && action == Action.FAILED) {
				count(field, true);
				count("right " + field, actual != null
						&& value.equals(String.valueOf(field.equals("status") ? actual.status() : actual.replyCode())));
			}
		}
	}

	private void count(String what, boolean happened) {
		if (happened) {
			counts.merge(what, 1, Integer::sum);
		}
	}

	private void assertAtLeast(int thousandths, String all, String right) {
		assertTrue(1000 * number(right) >= thousandths * number(all), () -> right + ": " + counts);
	}

	private int number(String name) {
		return counts.getOrDefault(name, 0);
	}
}
