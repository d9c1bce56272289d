package rebound.ui.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import rebound.customers.ReadSettings;
import rebound.model.AddressKey;
import rebound.pipeline.Pipeline;
import rebound.store.BounceStore;
import rebound.store.CampaignStore.SentMail;
import rebound.store.CampaignSummary;
import rebound.ui.internal.desk.Desk;

/** Opens a database of its own with the sample mails and customers that come with the product. */
final class OpenSamples {

	/** System property with another folder of samples. */
	static final String FOLDER = "rebound.samples";

	private final Desk desk;
	private final Pipeline pipeline;
	private final LongWork work;
	private final Notices notices;

	@Inject
	OpenSamples(Desk desk, Pipeline pipeline, LongWork work, Notices notices) {
		this.desk = desk;
		this.pipeline = pipeline;
		this.work = work;
		this.notices = notices;
	}

	@CanExecute
	boolean canExecute() {
		return folder() != null && !DatabasePlace.isSample(desk.database().location());
	}

	@Execute
	void execute() {
		Path folder = folder();
		if (folder == null) {
			return;
		}
		desk.database().open(DatabasePlace.sample());
		work.start("work.samples", progress -> {
			BounceStore store = desk.database().store();
			pipeline.importCustomers(folder.resolve("customers.csv").toString(), ReadSettings.AUTOMATIC, store,
					progress);
			pipeline.importMail(List.of(folder.resolve("mail").toString()), store, progress);
			return sentToAll(store);
		}, done -> notices.tell(desk.texts().text("samples.done.title"), desk.texts().text("samples.done")));
	}

	/** Both campaigns went to all customers: so there are rates to show. */
	private static int sentToAll(BounceStore store) {
		List<SentMail> mails = new ArrayList<>();
		store.customers().forEach(customer -> customer.emails().stream().findFirst()
				.ifPresent(email -> mails.add(new SentMail(AddressKey.of(email), null, null))));
		return store.campaigns().list().stream().map(CampaignSummary::campaign)
				.mapToInt(campaign -> store.campaigns().addSent(campaign.id(), mails)).sum();
	}

	private static Path folder() {
		String set = System.getProperty(FOLDER);
		Path folder = set != null
				? Path.of(set)
				: Path.of(Platform.getInstallLocation().getURL().getPath()).resolve("samples");
		return Files.isDirectory(folder) ? folder : null;
	}
}
