package rebound.model;

import java.io.IOException;
import java.util.List;

/**
 * Asks the DNS where a domain offers a service; an OSGi service. Only used when the user wants it. The answer may be
 * anybody's: nothing in it is proof.
 */
@FunctionalInterface
public interface ServiceRecords {

	/**
	 * Asks for the servers of a service; takes some seconds at most.
	 *
	 * @param service  for example {@code "_imaps._tcp"}
	 * @param domain   whose
	 * @param resolver whom to ask, as for {@link DomainChecks#asking}; {@code null} for the system's resolvers
	 * @return the servers, in no order; none where the domain says nothing of the service, or that it has none
	 * @throws IOException              if there is no answer
	 * @throws IllegalArgumentException if that is no resolver
	 */
	List<ServiceRecord> find(String service, String domain, String resolver) throws IOException;
}
