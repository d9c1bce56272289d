package rebound.pipeline;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CancellationException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import rebound.customers.AddressMatching;
import rebound.customers.ChangingSource;
import rebound.customers.CrmConnector;
import rebound.customers.CrmConnector.WriteResult;
import rebound.customers.CustomerSource;
import rebound.customers.CustomerSources;
import rebound.customers.LostCustomerFinder;
import rebound.customers.ReadSettings;
import rebound.customers.SearchLinks;
import rebound.customers.WorkItem;
import rebound.model.Campaign;
import rebound.model.DomainCheck;
import rebound.model.Verdict;
import rebound.pipeline.internal.ChangedCustomers;
import rebound.pipeline.internal.CompanyFinder;
import rebound.pipeline.internal.CrmPush;
import rebound.pipeline.internal.CustomerFinder;
import rebound.pipeline.internal.CustomerRows;
import rebound.pipeline.internal.DomainQuestions;
import rebound.pipeline.internal.DomainSurvey;
import rebound.pipeline.internal.DuplicateSearch;
import rebound.pipeline.internal.FirstCustomers;
import rebound.pipeline.internal.FirstRows;
import rebound.pipeline.internal.MailImport;
import rebound.pipeline.internal.ReportJoin;
import rebound.pipeline.internal.SearchMeans;
import rebound.pipeline.internal.SentFile;
import rebound.pipeline.internal.ServiceWatch;
import rebound.pipeline.internal.WatchedRows;
import rebound.pipeline.internal.WorkListSearch;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicyFile;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.report.ReportData;
import rebound.report.ReportFormat;
import rebound.report.ReportOptions;
import rebound.report.ReportProfile;
import rebound.report.ReportRow;
import rebound.report.TableTarget;
import rebound.report.WrittenReport;
import rebound.store.BounceStore;
import rebound.store.CampaignSummary;

/**
 * The whole way: a mail comes from a source, is parsed, classified, stored, judged by the blocking policy, joined with
 * the customer, and exported. {@link MailReading} goes the first half.
 */
@Component(service = Pipeline.class)
public final class Pipeline {

	/** How long somebody else may look for one customer. */
	private static final Duration FINDING = Duration.ofSeconds(5);

	private final MailReading reading;
	private final BlockingPolicy policy;
	private final CustomerSources customers;
	private final BounceReport report;
	private final Clock clock;
	private final SearchMeans means;
	private final ServiceWatch watch = new ServiceWatch();

	@Activate
	public Pipeline(@Reference MailReading reading, @Reference BlockingPolicy policy,
			@Reference CustomerSources customers, @Reference BounceReport report,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<LostCustomerFinder> finders) {
		this(reading, policy, customers, report, Clock.systemUTC(), new SearchMeans(usersLinks(),
				AddressMatching.PROVIDER, List.copyOf(finders), new ServiceWatch(FINDING)));
	}

	/** A pipeline with Rebound's own ways to look for customers only. */
	public Pipeline(MailReading reading, BlockingPolicy policy, CustomerSources customers, BounceReport report) {
		this(reading, policy, customers, report, Clock.systemUTC());
	}

	/** @param clock tells when a mail was read and what time it is for the policy */
	public Pipeline(MailReading reading, BlockingPolicy policy, CustomerSources customers, BounceReport report,
			Clock clock) {
		this(reading, policy, customers, report, clock,
				new SearchMeans(usersLinks(), AddressMatching.PROVIDER, List.of(), new ServiceWatch()));
	}

	private Pipeline(MailReading reading, BlockingPolicy policy, CustomerSources customers, BounceReport report,
			Clock clock, SearchMeans means) {
		this.means = means;
		this.reading = reading;
		this.policy = policy;
		this.customers = customers;
		this.report = report;
		this.clock = clock;
	}

	/**
	 * Source, parser, classifier, store, policy. Mails that were stored before change nothing, so an import that was
	 * stopped or killed is simply done again.
	 *
	 * @param locations paths, or URIs that a source knows
	 * @throws IOException           if a location as a whole can't be read
	 * @throws CancellationException if the progress says so; what was stored stays
	 */
	public ImportSummary importMail(List<String> locations, BounceStore store, Progress progress) throws IOException {
		try (MailImport mails = new MailImport(batch -> () -> store.events().add(batch), clock.instant())) {
			reading.read(locations, mails::item, mails::item, mails::add, progress);
			mails.flush();
			return mails.summary(judge(store));
		}
	}

	/** As {@link #importMail(List, BounceStore, Progress)}, of a place with settings. */
	public ImportSummary importMail(Place place, BounceStore store, Progress progress) throws IOException {
		try (MailImport mails = new MailImport(batch -> () -> store.events().add(batch), clock.instant())) {
			reading.read(place, mails::item, mails::item, mails::add, progress);
			mails.flush();
			return mails.summary(judge(store));
		}
	}

	/**
	 * Lets the blocking policy judge the addresses that are due: those that something happened to, and those whose time
	 * has come. To be called after changes and now and then.
	 *
	 * @return number of addresses judged
	 */
	public int judge(BounceStore store) {
		Instant now = clock.instant();
		BlockingPolicy inForce = policy(store);
		store.policies().keep(inForce.version(), PolicyFile.text(inForce.settings()), now);
		// First the campaigns: what bounced in one that is doubted must not count.
		store.campaigns().checkHalts(inForce::doubt);
		return store.addresses().judgeDue(now, history -> inForce.judge(history, now));
	}

	/**
	 * Asks the DNS for the domains that bounces say take no mail, and judges their addresses by the answers.
	 *
	 * @return those that the DNS says are dead, too
	 */
	public List<DeadDomain> checkDomains(BounceStore store, DomainCheck check, Progress progress) {
		DomainSurvey survey = new DomainSurvey(store.addresses(), progress);
		survey.ask(check);
		judge(store);
		return survey.dead(policy(store).settings().domain());
	}

	/** @return the blocking policy in force for a database: the one chosen for it, else the program's own */
	public BlockingPolicy policy(BounceStore store) {
		Presets presets = Presets.here();
		Optional<BlockingPolicy> set = preset(presets);
		return set.isPresent() && presets.isLocked(Presets.POLICY)
				? set.get()
				: store.policies().chosen()
						.map(chosen -> new BlockingPolicy(PolicyFile.read(PolicyFile.properties(chosen.settings()))))
						.or(() -> set).orElse(policy);
	}

	/** The policy that the administrator has set: the usual one with other values. */
	private static Optional<BlockingPolicy> preset(Presets presets) {
		Map<String, String> values = presets.beginningWith(Presets.POLICY);
		if (values.isEmpty()) {
			return Optional.empty();
		}
		Properties settings = new Properties();
		settings.putAll(values);
		try {
			return Optional.of(new BlockingPolicy(PolicyFile.read(settings)));
		} catch (IllegalArgumentException wrong) {
			throw new PresetException(PresetException.Code.WRONG_VALUE, Presets.POLICY + wrong.getMessage(),
					values.get(wrong.getMessage()));
		}
	}

	/**
	 * Puts a policy in force for a database, and judges all addresses by it.
	 *
	 * @param seen the policy that was in force when the user chose
	 * @throws PresetException if the administrator's policy is locked
	 */
	public void choosePolicy(BounceStore store, PolicySettings settings, PolicySettings seen) {
		Presets.here().refuseLocked(Presets.POLICY);
		store.policies().choose(settings.version(), PolicyFile.text(settings), seen.version(), store.user(),
				clock.instant());
		judge(store);
	}

	/**
	 * Customers into the store.
	 *
	 * @param location a path, or a URI that a customer source knows
	 * @throws NoSuchFileException if no customer source reads the location
	 */
	public CustomerImport importCustomers(String location, ReadSettings settings, BounceStore store, Progress progress)
			throws IOException {
		return importCustomers(location, settings, false, store, progress);
	}

	/**
	 * Customers into the store. The user's notes stay; accepted changes that are found in the location are done, and
	 * addresses are judged again whose customers changed.
	 *
	 * @param location   a path, or a URI that a customer source knows
	 * @param removeGone whether to remove the customers that are stored but not in the location
	 * @throws NoSuchFileException if no customer source reads the location
	 */
	public CustomerImport importCustomers(String location, ReadSettings settings, boolean removeGone, BounceStore store,
			Progress progress) throws IOException {
		CustomerImport done = readCustomers(location, settings, removeGone, store, progress);
		// a customer may have become protected
		judge(store);
		return done;
	}

	private CustomerImport readCustomers(String location, ReadSettings settings, boolean removeGone, BounceStore store,
			Progress progress) throws IOException {
		CustomerSource source = customers.find(location).orElseThrow(() -> new NoSuchFileException(location));
		try (CustomerRows rows = new CustomerRows(store, progress, clock.instant())) {
			if (source instanceof ChangingSource changing) {
				return new ChangedCustomers(changing, location, store, watch).read(settings, rows, removeGone);
			}
			watch.call(source.id(), life -> {
				source.read(location, settings, new WatchedRows(rows, life));
				return null;
			});
			return rows.finish(removeGone);
		}
	}

	/**
	 * What was sent into the store: a table of campaigns or of mails, a sending service's log, or copies of the mails.
	 * All of it is read before anything is stored; doing it again changes nothing.
	 *
	 * @param location a file, or a folder of mails
	 * @throws NoSuchElementException if the settings name a campaign that is not there
	 */
	public SentImport importSent(String location, SentSettings settings, BounceStore store, Progress progress)
			throws IOException {
		Campaign all = settings.campaign() == null
				? null
				: campaign(store, settings.campaign())
						.orElseThrow(() -> new NoSuchElementException(settings.campaign()));
		SentImport summary = new SentFile(location, reading.source(location)).read(settings, all, store.campaigns(),
				progress);
		judge(store);
		return summary;
	}

	/** @return the campaign of this id, or the only one of this name, or empty */
	public Optional<Campaign> campaign(BounceStore store, String idOrName) {
		Optional<Campaign> found = store.campaigns().find(idOrName);
		if (found.isPresent()) {
			return found;
		}
		List<Campaign> named = store.campaigns().list().stream().map(CampaignSummary::campaign)
				.filter(campaign -> idOrName.equals(campaign.name())).toList();
		return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
	}

	/**
	 * Store, customers and policy joined into the bounce report.
	 *
	 * @param format      id of a report format
	 * @param bouncedOnly leave out customers whose addresses nothing happened to
	 * @param file        replaced if it exists, but only when the report is complete
	 */
	public WrittenReport report(BounceStore store, String format, boolean bouncedOnly, ReportOptions options, Path file,
			Progress progress) throws IOException {
		return write(format, data(store, bouncedOnly, options.locale(), progress), options, file);
	}

	private WrittenReport write(String format, ReportData data, ReportOptions options, Path file) throws IOException {
		return watch.call(format, life -> {
			try {
				return report.write(format, new ReportData(ServiceWatch.watched(data.rows(), life),
						ServiceWatch.watched(data.events(), life), ServiceWatch.watched(data.joined(), life),
						data.campaigns(), data.filter(), data.policyVersion()), options, file);
			} catch (RuntimeException told) {
				throw life.told(told);
			}
		});
	}

	/**
	 * As {@link #report(BounceStore, String, boolean, ReportOptions, Path, Progress)}, of what a profile chooses.
	 *
	 * @param profile has a format
	 * @param locale  language of labels and texts
	 * @param zone    time zone for people
	 */
	public WrittenReport report(BounceStore store, ReportProfile profile, Locale locale, ZoneId zone, Path file,
			Progress progress) throws IOException {
		ReportData chosen = profile.filter().of(data(store, profile.bouncedOnly(), locale, progress));
		return write(profile.format(), chosen, profile.options(locale, zone), file);
	}

	/**
	 * What a profile chooses, into tables of a database.
	 *
	 * @param profile its format and settings mean nothing here
	 * @param locale  language of texts
	 */
	public List<TableTarget.Upserted> report(BounceStore store, ReportProfile profile, Locale locale,
			TableTarget target, Progress progress) throws IOException {
		ReportData chosen = profile.filter().of(data(store, profile.bouncedOnly(), locale, progress));
		return report.write(chosen, profile.options(locale, ReportOptions.DEFAULT.zone()), target);
	}

	/**
	 * The first rows of what a profile chooses, to look at before it is written.
	 *
	 * @param locale language of texts
	 * @param limit  at most so many
	 */
	public List<ReportRow> preview(BounceStore store, ReportProfile profile, Locale locale, int limit,
			Progress progress) throws IOException {
		return FirstRows.of(profile.filter().of(data(store, profile.bouncedOnly(), locale, progress)).rows(), limit);
	}

	private ReportData data(BounceStore store, boolean bouncedOnly, Locale locale, Progress progress) {
		return new ReportJoin(store, means, bouncedOnly, policy(store).version(),
				verdict -> reasonText(verdict, locale).orElse(null), progress).data();
	}

	/** @return what the rule that decided says of its verdict, where somebody else's rule has words of its own */
	public Optional<String> reasonText(Verdict verdict, Locale locale) {
		return reading.reasonText(verdict, locale);
	}

	/**
	 * Whom to look for next: the customers whose address bounced hard, or who left or moved by their own answer, ranked
	 * by their value and the chance to find them, each with the next best step. Nothing is asked of the network.
	 */
	public List<WorkItem> workList(BounceStore store, WorkFilter filter, Progress progress) {
		return new WorkListSearch(store, means, progress).best(filter::wants, filter::wants, filter.limit());
	}

	/**
	 * As {@link #workList(BounceStore, WorkFilter, Progress)}, after asking the DNS for the domains on the list: those of
	 * the addresses that fail and of those that were found for them. The answers are kept.
	 */
	public List<WorkItem> workList(BounceStore store, WorkFilter filter, DomainCheck check, Progress progress) {
		DomainQuestions.ask(store.addresses(), workList(store, filter, progress), check, progress);
		return workList(store, filter, progress);
	}

	/**
	 * How customers would be understood, without storing any.
	 *
	 * @param limit at most so many customers
	 * @throws NoSuchFileException if no customer source reads the location
	 */
	public CustomerPreview previewCustomers(String location, ReadSettings settings, int limit) throws IOException {
		CustomerSource source = customers.find(location).orElseThrow(() -> new NoSuchFileException(location));
		return FirstCustomers.of(source, location, settings, limit, watch);
	}

	/**
	 * Writes the accepted changes that wait into the customer database. To be called only after the user has seen what
	 * the dry run tells.
	 *
	 * @param location as for {@link #importCustomers}
	 * @throws NoSuchFileException if no connector writes to the location
	 */
	public List<WriteResult> push(String location, boolean dryRun, BounceStore store) throws IOException {
		return new CrmPush(connector(location), location, store, clock.instant()).push(dryRun);
	}

	/**
	 * Takes changes that were written into the customer database back there; what was changed since stays.
	 *
	 * @param batch the batch's or a single change's id
	 */
	public List<WriteResult> takeBack(String location, String batch, boolean dryRun, BounceStore store)
			throws IOException {
		return new CrmPush(connector(location), location, store, clock.instant()).takeBack(batch, dryRun);
	}

	private CrmConnector connector(String location) throws NoSuchFileException {
		return customers.find(location).filter(CrmConnector.class::isInstance).map(CrmConnector.class::cast)
				.orElseThrow(() -> new NoSuchFileException(location));
	}

	/**
	 * All that is known of the customers that are meant, with ways to reach those whose address fails.
	 *
	 * @param text  an address, a customer's id, or words of a name, company or telephone number
	 * @param limit at most so many customers
	 */
	public List<FoundCustomer> find(BounceStore store, String text, int limit, Progress progress) {
		return new CustomerFinder(store, means, progress).find(text, limit);
	}

	/** As {@link #find(BounceStore, String, int, Progress)}, after asking the DNS for the domains that matter. */
	public List<FoundCustomer> find(BounceStore store, String text, int limit, DomainCheck check, Progress progress) {
		List<WorkItem> items = find(store, text, limit, progress).stream().flatMap(found -> found.addresses().stream())
				.map(FoundCustomer.Address::item).filter(Objects::nonNull).toList();
		DomainQuestions.ask(store.addresses(), items, check, progress);
		return find(store, text, limit, progress);
	}

	/**
	 * A company as a whole. Nothing is asked of the network.
	 *
	 * @param text a customer's id or address, a mail domain, or the beginnings of the words of the company's name
	 * @return empty if nobody is known of such a company
	 */
	public Optional<Company> company(BounceStore store, String text, Progress progress) {
		return CompanyFinder.find(store, means, text, progress);
	}

	/**
	 * Customers who share a mailbox; they are shown, and never merged.
	 *
	 * @param limit at most so many mailboxes
	 */
	public List<Duplicates> duplicates(BounceStore store, int limit, Progress progress) {
		return new DuplicateSearch(store.customers(), means.matching(), progress).find(limit);
	}

	/** @return the same pipeline, but with another notion of which addresses are one mailbox */
	public Pipeline matching(AddressMatching other) {
		return new Pipeline(reading, policy, customers, report, clock, means.with(other));
	}

	private static SearchLinks usersLinks() {
		try {
			return SearchLinks.read(DefaultDatabase.searchLinks());
		} catch (IOException unreadable) {
			// links are a help for people; nothing else shall fail for want of them
			return SearchLinks.DEFAULT;
		}
	}

	/** @return the name of the program's own blocking policy */
	public String policyVersion() {
		return policy.version();
	}

	/** @return the usual end of a report format's files without the dot; the id itself where there is no such format */
	public String extension(String format) {
		return report.format(format).map(ReportFormat::extension).orElse(format);
	}

	/** @return the ids of the report formats there are */
	public List<String> reportFormats() {
		return report.formats();
	}
}
