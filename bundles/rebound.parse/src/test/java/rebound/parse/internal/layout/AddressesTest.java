package rebound.parse.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
			to <amy@brook.example>, please              | amy@brook.example
			mail for amy.b+news@brook.example.          | amy.b+news@brook.example
			'amy@brook.example'                         | amy@brook.example
			"Amy B" <"amy b"@brook.example>             | "amy b"@brook.example
			o'hara@brook.example is unknown             | o'hara@brook.example
			to=<amy@brook.example>                      | amy@brook.example
			to=amy@brook.example                        | amy@brook.example
			[SMTP:amy@brook.example]                    | amy@brook.example
			收件人amy@brook.example不存在                  | amy@brook.example
			<用户@例子.example>                            | 用户@例子.example
			amy@[192.0.2.1]                             | amy@[192.0.2.1]
			=?utf-8?b?w7Y=?=@brook.example              | =?utf-8?b?w7Y=?=@brook.example
			amy@brook.example(Amy)                      | amy@brook.example
			@brook.example                              | -
			amy@                                        | -
			amy @ brook.example                         | -
			""")
	void findsTheFirst(String text, String address) {
		Addresses.Found found = Addresses.next(text, 0);
		if (address == null) {
			assertNull(found);
		} else {
			assertEquals(address, found.address());
		}
	}
}
