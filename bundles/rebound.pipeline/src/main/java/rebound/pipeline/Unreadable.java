package rebound.pipeline;

/**
 * Something that could not be read.
 *
 * @param name  what the user knows it by
 * @param cause why
 */
public record Unreadable(String name, Exception cause) {
}
