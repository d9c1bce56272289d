package rebound.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rebound.classify.RuleChainClassifier;
import rebound.customers.CustomerSources;
import rebound.model.Standing.State;
import rebound.parse.ReportParser;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.source.internal.FileMailSource;
import rebound.store.AddressStore.StandingFilter;
import rebound.store.BounceStore;
import rebound.store.internal.SqlBounceStores;

class PolicyTrialTest {

	@TempDir
	private Path folder;

	private final Pipeline pipeline = new Pipeline(
			new MailReading(List.of(new FileMailSource()), new ReportParser(), RuleChainClassifier.stock()),
			new BlockingPolicy(PolicySettings.DEFAULT), CustomerSources.stock(), BounceReport.stock());

	@Test
	void whatATrialTellsIsWhatHappensWhenThePolicyIsPutInForce() throws IOException {
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			Path samples = Path.of("../../releng/samples/mail");
			pipeline.importMail(List.of(samples.toString()), store, Progress.NONE);
			PolicySettings strict = PolicySettings.DEFAULT.withAutomatic(true).withStrict(true);
			Instant now = Instant.now();
			PolicyTrial trial = PolicyTrial.of(store, pipeline.policy(store).settings(), strict, now, Progress.NONE);
			assertEquals(0, count(store, State.BLOCKED));
			assertEquals(trial.blocked() + trial.held() + trial.released(), trial.changes().size());
			pipeline.choosePolicy(store, strict, pipeline.policy(store).settings());
			assertEquals(count(store, State.BLOCKED), trial.blocked());
			assertEquals(count(store, State.HOLD), trial.held());
			assertEquals(0, PolicyTrial.of(store, strict, strict, now, Progress.NONE).changes().size());
			PolicyTrial back = PolicyTrial.of(store, strict, PolicySettings.DEFAULT, now, Progress.NONE);
			assertEquals(trial.blocked() + trial.held(), back.released());
		}
	}

	@Test
	void itCanBeStopped() throws IOException {
		try (BounceStore store = new SqlBounceStores().open(folder.resolve("database").toString())) {
			pipeline.importMail(List.of("../../releng/samples/mail"), store, Progress.NONE);
			assertThrows(CancellationException.class, () -> PolicyTrial.of(store, PolicySettings.DEFAULT,
					PolicySettings.DEFAULT, Instant.now(), new Progress() {
						@Override
						public void done(double fraction, long items) {
							assertEquals(0, items);
						}

						@Override
						public boolean cancelled() {
							return true;
						}
					}));
		}
	}

	private static int count(BounceStore store, State state) {
		return store.addresses().page(StandingFilter.ALL.withStates(state)).size();
	}
}
