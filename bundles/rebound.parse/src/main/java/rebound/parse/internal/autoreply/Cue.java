package rebound.parse.internal.autoreply;

import java.util.Locale;

/** What a phrase of an automatic answer hints at; the names are the section names of the phrase files. */
enum Cue {
	/** The person has left for good. */
	LEFT,
	/** The mailbox is no longer used. */
	CLOSED,
	/** The person's mail address has changed. */
	MOVED,
	/** Words for a new address that may be of bricks; they count only beside a mail address. */
	ADDRESS,
	/** The person is away for a time. */
	AWAY,
	/** The person does not read mail at all hours or days. */
	HOURS,
	/** The mail was received, registered or will not be answered. */
	RECEIPT,
	/** The person's own address follows. */
	OWN,
	/** Who has taken over is named beside it. */
	SUCCESSOR,
	/** Whom to write to is named beside it. */
	CONTACT,
	/** Words that look like another cue and are none; they void what they overlap. */
	VOID,
	/** The address that is given up follows. */
	OLD,
	/** What goes on at another address. */
	STAYS,
	/** A date that begins something follows. */
	SINCE,
	/** The date of the return is near. */
	BACK,
	/** A telephone number follows. */
	PHONE,
	/** A fax number follows. */
	FAX,
	/** A form of address before a name, no part of it. */
	TITLE,
	/** Words written like a name that are none. */
	NONAME,
	/** The small print begins. */
	DISCLAIMER,
	/** The line ends the letter. */
	CLOSING,
	/** The line begins the mail that is answered. */
	QUOTE,
	/** In scripts without capitals: a name follows. */
	BEFORE_NAME,
	/** In scripts without capitals: a name ends here. */
	BEHIND_NAME;

	static Cue of(String section) {
		return valueOf(section.toUpperCase(Locale.ROOT).replace('-', '_'));
	}
}
