package rebound.headless.internal;

import picocli.CommandLine.Option;
import rebound.customers.AddressMatching;
import rebound.headless.Console;
import rebound.pipeline.Pipeline;
import rebound.pipeline.Presets;

/** Which addresses count as one mailbox; the environment variable REBOUND_MATCHING sets it for all commands. */
public final class MatchingOption {

	@Option(names = "--matching", defaultValue = "${env:REBOUND_MATCHING:-}", paramLabel = "provider|exact")
	private String matching;

	/** @return the pipeline with what the user set */
	Pipeline of(Pipeline pipeline, Console console) {
		if (!matching.isBlank() && AddressMatching.of(matching).isEmpty()) {
			throw Summaries.usage(console, "matching.unknown", matching);
		}
		return pipeline.matching(Presets.here().matching(matching.isBlank() ? null : matching));
	}
}
