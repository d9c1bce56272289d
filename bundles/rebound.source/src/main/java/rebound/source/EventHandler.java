package rebound.source;

import org.osgi.annotation.versioning.ProviderType;
import rebound.model.DeliveryReport;

/** Takes what a log or an export tells, one record after the other. To stop a source, it throws from any method. */
@ProviderType
public interface EventHandler {

	/**
	 * Takes what one record tells.
	 *
	 * @param line   number of the line at which the record begins, from 1
	 * @param record the record as it stands in the file, with all that nobody has asked for, or a faithful rendering of
	 *               it; the same record must give the same bytes, and two different ones different bytes
	 * @param report what it tells. Codes, the answered command and the answering host need not be filled in where they
	 *               stand in the diagnostic text: they are read from there. What the sending service itself calls the
	 *               event belongs into the notice, in the form {@code "<id> class: <class>"}
	 */
	void event(long line, byte[] record, DeliveryReport report);

	/**
	 * Takes notice of a record that can't be read, and of which nothing was handed over.
	 *
	 * @param line number of the line at which the record begins, from 1
	 * @param code what is wrong with it
	 */
	void broken(long line, BrokenRecord.Code code);
}
