package rebound.parse.internal.layout;

import java.util.Optional;

/** Last resort for servers that no layout describes. */
final class GenericReading {

	Optional<PlainBounce> read(Message message) {
		return Optional.empty();
	}
}
