package rebound.parse.internal;

import java.util.List;

import rebound.model.AutoReply;
import rebound.model.DeliveryReport.Form;
import rebound.model.Original;
import rebound.model.RecipientStatus;

/** What a mail says, beside what its own header fields tell; as in {@link rebound.model.DeliveryReport}. */
record Contents(Form form, String layout, String reportingMta, List<RecipientStatus> recipients, Original original,
		AutoReply autoReply) {

	/** A mail that reports nothing. */
	static final Contents OTHER = new Contents(Form.OTHER, null, null, List.of(), Original.NONE, null);
}
