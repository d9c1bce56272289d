package rebound.headless.internal;

import picocli.CommandLine.Option;
import rebound.headless.Console;
import rebound.model.DomainCheck;
import rebound.model.DomainChecks;

/** Whether the DNS is asked, and where. It never is unless the user says so. */
public final class DomainOptions {

	@Option(names = "--check-domains")
	private boolean checkDomains;

	@Option(names = "--resolver", paramLabel = "HOST[:PORT]")
	private String resolver;

	/**
	 * @param checks makes checks, {@code null} where none is installed
	 * @return whom to ask, {@code null} if nobody is to be asked
	 */
	DomainCheck check(DomainChecks checks, Console console) {
		if (!checkDomains && resolver == null) {
			return null;
		}
		if (checks == null) {
			throw Summaries.usage(console, "suggest.noDns");
		}
		try {
			return checks.asking(resolver);
		} catch (IllegalArgumentException wrong) {
			throw Summaries.usage(console, "suggest.badResolver", resolver);
		}
	}
}
