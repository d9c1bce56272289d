package rebound.source.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import rebound.source.MailHandler;
import rebound.source.RawMail;

/** Keeps what a source hands over. */
class Collected implements MailHandler {

	final List<String> names = new ArrayList<>();
	final List<RawMail> mails = new ArrayList<>();
	final List<String> unreadable = new ArrayList<>();
	double progress;

	@Override
	public void mail(RawMail mail) {
		names.add(mail.name());
		mails.add(mail);
	}

	@Override
	public void unreadable(String name, Exception cause) {
		unreadable.add(name);
	}

	@Override
	public void progress(double fraction) {
		if (fraction < progress) {
			throw new IllegalStateException("progress falls from " + progress + " to " + fraction);
		}
		progress = fraction;
	}

	/** @return the n-th mail's text, counted from 0 */
	String text(int index) {
		try (InputStream in = mails.get(index).content().open()) {
			return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
		} catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
