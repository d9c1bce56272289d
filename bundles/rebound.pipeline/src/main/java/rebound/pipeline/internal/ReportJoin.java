package rebound.pipeline.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.model.Customer;
import rebound.model.Standing;
import rebound.model.Verdict;
import rebound.pipeline.Progress;
import rebound.report.EventRow;
import rebound.report.FollowUp;
import rebound.report.JoinedRow;
import rebound.report.ReportData;
import rebound.report.ReportRow;
import rebound.report.Rows.Receiver;
import rebound.store.AddressRow;
import rebound.store.AddressStore.RowFilter;
import rebound.store.BounceStore;
import rebound.store.CampaignSummary;
import rebound.store.EventFilter;
import rebound.store.EventFilter.Sort;

/** Joins addresses, customers, standings and campaigns into the rows of the bounce report. */
public final class ReportJoin {

	/** Enough to find the bounce that decides among automatic answers and delays. */
	private static final int EVENTS_LOOKED_AT = 50;
	private static final int EVENTS_AT_ONCE = 2_000;

	private final BounceStore store;
	private final SearchMeans means;
	private final RowFilter filter;
	private final String policyVersion;
	private final Function<Verdict, String> reasonTexts;
	private final Progress progress;
	private final Map<String, Campaign> campaigns = new HashMap<>();
	private final Map<String, FollowUp> followUps = new HashMap<>();
	private LostCustomers lost;
	private long eventCount;

	/**
	 * @param means         what to look with
	 * @param bouncedOnly   leave out customers whose addresses nothing happened to
	 * @param policyVersion the policy that the addresses were judged by
	 * @param reasonTexts   what the rule that decided says itself, {@code null} if it says nothing
	 */
	public ReportJoin(BounceStore store, SearchMeans means, boolean bouncedOnly,
			String policyVersion, Function<Verdict, String> reasonTexts, Progress progress) {
		this.means = means;
		this.store = store;
		this.policyVersion = policyVersion;
		this.reasonTexts = reasonTexts;
		this.filter = new RowFilter(false, bouncedOnly, EVENTS_LOOKED_AT);
		this.progress = progress;
	}

	/** @return the report's content, read from the store as it is written */
	public ReportData data() {
		for (CampaignSummary summary : store.campaigns().list()) {
			campaigns.put(summary.campaign().id(), summary.campaign());
		}
		long[] count = { 0 };
		lost = LostCustomers.learn(store, means, () -> step(count[0]++));
		store.followUps().forEach(note -> followUps.put(note.customer(), new FollowUp(note.owner(),
				note.isOpen() ? "open" : note.outcome().id(), note.note())));
		return new ReportData(this::rows, this::events, this::joined, List.copyOf(campaigns.values()), null,
				policyVersion);
	}

	private void rows(Receiver<ReportRow> receiver) throws IOException {
		long[] count = { 0 };
		unchecked(() -> Ahead.<AddressRow>each(take -> store.addresses().forEachRow(filter, take), row -> {
			step(count[0]++);
			receive(receiver, row(lost.owned(row)));
		}));
	}

	/** What was read: an address with a customer, or an event of the address before. */
	private record Read(AddressRow row, BounceEvent event) {
	}

	private void joined(Receiver<JoinedRow> receiver) throws IOException {
		long[] count = { 0 };
		// several customers may have an address: its events are the first one's
		AddressKey[] address = { null };
		String[] owner = { null };
		unchecked(() -> Ahead.<Read>each(
				take -> store.addresses().forEachRow(filter, row -> take.accept(new Read(row, null)),
						event -> take.accept(new Read(null, event))),
				read -> {
					step(count[0]++);
					if (read.event != null) {
						receive(receiver, new JoinedRow(null, new EventRow(read.event, owner[0])));
						return;
					}
					AddressRow row = lost.owned(read.row);
					if (!row.address().equals(address[0])) {
						address[0] = row.address();
						owner[0] = row.customer() == null ? null : row.customer().id();
					}
					receive(receiver, new JoinedRow(row(row), null));
				}));
	}

	private void events(Receiver<EventRow> receiver) throws IOException {
		eventCount = 0;
		List<BounceEvent> some = new ArrayList<>();
		unchecked(() -> {
			Ahead.<BounceEvent>each(
					take -> store.events().forEach(EventFilter.ALL.sortedBy(Sort.ADDRESS, true), take), event -> {
						some.add(event);
						if (some.size() == EVENTS_AT_ONCE) {
							events(some, receiver);
						}
					});
			events(some, receiver);
		});
	}

	/** Looks for the customers of some events at once, and hands these over. */
	private void events(List<BounceEvent> some, Receiver<EventRow> receiver) {
		Set<AddressKey> addresses = some.stream().map(BounceEvent::address).collect(Collectors.toSet());
		Map<AddressKey, String> owners = store.customers().owners(addresses);
		for (BounceEvent event : some) {
			step(eventCount++);
			String owner = owners.get(event.address());
			Customer alias = owner == null ? lost.owner(event.address()) : null;
			receive(receiver, new EventRow(event, alias == null ? owner : alias.id()));
		}
		some.clear();
	}

	private ReportRow row(AddressRow row) {
		BounceEvent deciding = ReportRow.deciding(row.events());
		Standing standing = row.standing();
		String lastId = standing != null && standing.counters().lastCampaignId() != null
				? standing.counters().lastCampaignId()
				: deciding == null ? null : deciding.campaignId();
		Campaign campaign = campaigns.get(lastId);
		return new ReportRow(row.customer(), row.email(), deciding, standing, row.decision(),
				campaign == null ? null : campaign.name(), followUp(row),
				lost.of(row, deciding), deciding == null ? null : reasonTexts.apply(deciding.verdict()));
	}

	private FollowUp followUp(AddressRow row) {
		return row.customer() == null
				? FollowUp.NONE
				: followUps.getOrDefault(row.customer().id(), FollowUp.NONE);
	}

	private void step(long count) {
		if (progress.cancelled()) {
			throw new CancellationException();
		}
		progress.done(0, count);
	}

	private static <R> void receive(Receiver<R> receiver, R row) {
		try {
			receiver.row(row);
		} catch (IOException stop) {
			throw new UncheckedIOException(stop);
		}
	}

	private static void unchecked(Runnable reading) throws IOException {
		try {
			reading.run();
		} catch (UncheckedIOException stop) {
			throw stop.getCause();
		}
	}
}
