package rebound.headless.internal;

import picocli.CommandLine.Option;
import rebound.customers.AddressMatching;
import rebound.headless.Console;
import rebound.pipeline.Pipeline;

/** Which addresses count as one mailbox; the environment variable REBOUND_MATCHING sets it for all commands. */
public final class MatchingOption {

	@Option(names = "--matching", defaultValue = "${env:REBOUND_MATCHING:-provider}", paramLabel = "provider|exact")
	private String matching;

	/** @return the pipeline with what the user set */
	Pipeline of(Pipeline pipeline, Console console) {
		return pipeline.matching(AddressMatching.of(matching)
				.orElseThrow(() -> Summaries.usage(console, "matching.unknown", matching)));
	}
}
