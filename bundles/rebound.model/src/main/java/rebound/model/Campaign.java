package rebound.model;

import java.time.Instant;

/**
 * What was sent. Absent values are {@code null}.
 *
 * @param id        stable id
 * @param name      for people
 * @param subject   of the mails sent
 * @param sender    the mails' From address
 * @param sent      when sending began
 * @param sentCount number of recipients, 0 where unknown
 */
public record Campaign(String id, String name, String subject, String sender, Instant sent, long sentCount) {
}
