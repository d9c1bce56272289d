package rebound.model;

/**
 * What the blocking policy says of one address.
 *
 * @param standing how the address stands now
 * @param decision what follows automatically and was not decided before, or {@code null}
 */
public record Judgement(Standing standing, Decision decision) {
}
