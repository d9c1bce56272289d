package rebound.parse.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import rebound.parse.Limits;
import rebound.parse.ReadableMail;
import rebound.parse.ReadableMail.Header;

/** From a mail's parts to what a person reads of it. */
public final class ReadableParts {

	private ReadableParts() {
	}

	/** @return the mail as a person reads it */
	public static ReadableMail read(InputStream in, Limits limits) throws IOException {
		MailParts mail = MimeWalker.walk(in, limits);
		List<String> texts = new ArrayList<>(mail.parts().size());
		boolean plain = mail.first(Part.Role.TEXT) != null;
		for (Part part : mail.parts()) {
			String text = switch (part.role) {
				case TEXT, STATUS, FEEDBACK, DISPOSITION -> part.text();
				case HTML -> plain ? "" : HtmlText.plain(part.text());
				case ORIGINAL -> lines(headers(part.original()));
				case OTHER -> "";
			};
			if (!text.isBlank()) {
				texts.add(text.strip());
			}
		}
		return new ReadableMail(headers(mail.headers()), texts);
	}

	private static List<Header> headers(HeaderFields fields) {
		List<Header> headers = new ArrayList<>(fields.size());
		for (int i = 0; i < fields.size(); i++) {
			headers.add(new Header(fields.name(i), fields.value(i)));
		}
		return headers;
	}

	private static String lines(List<Header> headers) {
		StringBuilder lines = new StringBuilder();
		headers.forEach(header -> lines.append(header.name()).append(": ").append(header.value()).append('\n'));
		return lines.toString();
	}
}
