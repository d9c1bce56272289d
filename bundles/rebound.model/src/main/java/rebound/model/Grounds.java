package rebound.model;

import java.time.Instant;

/**
 * Why an address stands as it does; enough to say it in one sentence. Absent values are {@code null}.
 *
 * @param rule    the rule that decided
 * @param reason  what the last event that counted was
 * @param count   how many events counted
 * @param first   when the first of them occurred
 * @param last    when the last of them occurred
 * @param eventId the last of them
 */
public record Grounds(PolicyRule rule, Reason reason, int count, Instant first, Instant last, String eventId) {
}
