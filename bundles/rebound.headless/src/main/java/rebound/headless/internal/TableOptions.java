package rebound.headless.internal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

import picocli.CommandLine.Option;
import rebound.headless.Console;

/** How a table of text is read, where that is not found by itself. */
public final class TableOptions {

	@Option(names = "--delimiter", paramLabel = "CHAR")
	private Character delimiter;

	@Option(names = "--charset", paramLabel = "NAME")
	private String charset;

	/** @return {@code null}: found by itself */
	Character delimiter() {
		return delimiter;
	}

	/** @return {@code null}: found by itself */
	Charset charset(Console console) {
		try {
			return charset == null ? null : Charset.forName(charset);
		} catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
			throw Summaries.usage(console, "customers.unknownCharset", charset);
		}
	}
}
