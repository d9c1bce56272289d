package rebound.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import rebound.headless.ExitCode;

class RelabelTest extends CliFixture {

	@Test
	void aWrongVerdictIsMendedForAllLikeItAndTheMendingTakenBack() throws IOException {
		run("import", write("mails/a.eml", bounce("anna@gnome.example", "News", 5, "5.1.1", "550 5.1.1 Gnomes say no")),
				write("mails/b.eml", bounce("bo@gnome.example", "News", 5, "5.1.1", "550 5.1.1 Gnomes say no")));
		assertEquals(ExitCode.USAGE, run("relabel", "apply", "anna@gnome.example", "--reason", "wrong"));
		assertEquals(ExitCode.USAGE, run("relabel", "apply", "nobody@gnome.example", "--reason", "blocked"));
		assertEquals(ExitCode.OK, run("relabel", "apply", "anna@gnome.example", "--reason", "blocked", "--dry-run",
				"--json"), this::err);
		Map<String, Object> effect = jsonLines().getFirst();
		assertEquals(2.0, effect.get("matched"));
		assertEquals(2.0, effect.get("toSoft"));
		String rule = effect.get("rule").toString();
		assertEquals(2, hard());
		assertEquals(ExitCode.OK, run("relabel", "apply", "anna@gnome.example", "--reason", "blocked"), this::err);
		assertTrue(err().contains(rule), err());
		assertEquals(0, hard());
		assertEquals(ExitCode.OK, plain("relabel", "list", "--format", "jsonl"));
		assertEquals("gnomes say no", jsonLines().getFirst().get("words"));
		assertEquals(ExitCode.OK, run("relabel", "undo", rule), this::err);
		assertEquals(2, hard());
		assertEquals(ExitCode.USAGE, run("relabel", "undo", rule));
	}

	private int hard() throws IOException {
		run("log", "--type", "hard", "--format", "jsonl");
		return jsonLines().size();
	}
}
