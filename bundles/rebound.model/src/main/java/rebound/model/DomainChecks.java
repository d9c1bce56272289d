package rebound.model;

/** Makes domain checks; an OSGi service. Nothing is asked until a check is used. */
@FunctionalInterface
public interface DomainChecks {

	/**
	 * @param resolver whom to ask: {@code "192.0.2.53"}, {@code "192.0.2.53:5353"}, {@code "[2001:db8::53]:5353"} or
	 *                 with a name; {@code null} for the system's resolvers
	 * @throws IllegalArgumentException if that is no resolver
	 */
	DomainCheck asking(String resolver);
}
