package rebound.pipeline;

import rebound.model.Problem;

/**
 * Something in the input that nothing was stored of.
 *
 * @param name  what the user knows it by
 * @param code  why; {@code null} for a mail that is read well and reports nothing about anybody
 * @param cause what the system said, where it could not be read; else {@code null}
 */
public record Skipped(String name, Problem.Code code, Exception cause) {
}
