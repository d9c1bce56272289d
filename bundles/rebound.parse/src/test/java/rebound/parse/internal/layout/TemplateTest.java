package rebound.parse.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;

import org.junit.jupiter.api.Test;
import rebound.parse.internal.layout.Template.Field;

class TemplateTest {

	@Test
	void placeholdersReachToTheNextLiteral() {
		assertEquals(Map.of(Field.TO, "a@b.example", Field.BY, "c@d.example", Field.WHY, "host x said: 550"),
				new Template("<{to}> (expanded from <{by}>): {why}")
						.match("<a@b.example> (expanded from <c@d.example>): host x said: 550"));
	}

	@Test
	void aBareAddressIsTheWholeLine() {
		Template bare = new Template("{to}");
		assertEquals(Map.of(Field.TO, "a@b.example"), bare.match("<a@b.example>:"));
		assertEquals(Map.of(Field.TO, "a@b.example"), bare.match("a@b.example<mailto:a@b.example>"));
		assertNull(bare.match("a@b.example is unknown"));
		assertNull(bare.match("mail a@b.example"));
		assertNull(bare.match(""));
	}

	@Test
	void severalAddresses() {
		assertEquals(Map.of(Field.TOS, "a@b.example c@d.example", Field.WHY, "no"),
				new Template("errors: {tos}. Reason: {why}").match("errors: <a@b.example>, c@d.example. Reason: no"));
	}

	@Test
	void literalsIgnoreCaseAndTypography() {
		assertEquals(Map.of(Field.TO, "a@b.example"),
				new Template("Your message to {to} couldn't be delivered{*}")
						.match("YOUR MESSAGE to a@b.example couldn\u2019t be delivered now."));
	}

	@Test
	void anythingBeforeAnAddress() {
		assertEquals(Map.of(Field.TO, "a@b.example"),
				new Template("{*}<mailto:{to}>").match("Amy <mailto:a@b.example>"));
		assertNull(new Template("{*}<mailto:{to}>").match("Amy a@b.example"));
	}

	@Test
	void localPartAndHost() {
		assertEquals(Map.of(Field.USER, "amy", Field.WHY, "user unknown"),
				new Template("{user} ({why})").match("amy (user unknown)"));
		assertEquals(Map.of(Field.HOST, "mx.a.example"),
				new Template("Remote-MTA: <{host}>").match("Remote-MTA: <mx.a.example>"));
	}
}
