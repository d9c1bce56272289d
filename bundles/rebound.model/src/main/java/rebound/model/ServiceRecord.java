package rebound.model;

/**
 * Where a domain offers a service (RFC 2782).
 *
 * @param host     name of the server, in A-labels without a dot at the end
 * @param port     its port
 * @param priority the lowest is asked first
 * @param weight   among equals, how often it is to be asked
 */
public record ServiceRecord(String host, int port, int priority, int weight) {
}
