package rebound.pipeline;

import rebound.model.JudgedMail;
import rebound.source.RawMail;

/**
 * A mail that was read and judged.
 *
 * @param raw    the mail as its source holds it
 * @param source id of the source it came from
 * @param judged what it says; a mail that can't be read has a problem that says so
 */
public record ReadMail(RawMail raw, String source, JudgedMail judged) {
}
