package rebound.headless.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the user accepts, and for whom. */
public final class AcceptOptions {

	@Parameters(arity = "0..*", paramLabel = "CUSTOMER")
	List<String> customers = new ArrayList<>();

	@Option(names = "--moved-domain", paramLabel = "DOMAIN")
	String movedDomain;

	@Option(names = "--email", paramLabel = "ADDRESS")
	String email;

	@Option(names = "--bounce-status")
	boolean bounceStatus;

	@Option(names = "--note", paramLabel = "TEXT")
	String note;

	@Option(names = "--task", paramLabel = "TEXT")
	String task;

	@Option(names = "--due", paramLabel = "DATE")
	LocalDate due;

	/** @return whether something else than the best address is wanted */
	boolean isSpecial() {
		return bounceStatus || note != null || task != null;
	}
}
