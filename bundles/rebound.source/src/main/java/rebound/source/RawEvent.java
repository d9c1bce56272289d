package rebound.source;

import rebound.model.DeliveryReport;

/**
 * What one record of a log or an export tells, not yet completed and judged.
 *
 * @param name   what the user knows it by: the name of its file as {@link RawMail#name()} has it, a colon, and the
 *               number of its first line
 * @param record the record's bytes; kept, not copied
 * @param report what it tells, as the event source read it
 */
public record RawEvent(String name, byte[] record, DeliveryReport report) {
}
