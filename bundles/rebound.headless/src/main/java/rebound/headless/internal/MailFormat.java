package rebound.headless.internal;

import rebound.pipeline.ReadMail;
import rebound.pipeline.Unreadable;

/** A form in which verdicts are printed. Called from several threads at once. */
interface MailFormat {

	/** @return what is printed of a mail, as UTF-8 */
	byte[] mail(ReadMail mail);

	/** @return what is printed of something that can't be read, as UTF-8 */
	byte[] unreadable(Unreadable failure);

	/** @return what is printed before everything else */
	default byte[] head() {
		return new byte[0];
	}
}
