package rebound.headless.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import rebound.classify.RuleChainClassifier;
import rebound.classify.UserRules;
import rebound.customers.CustomerSources;
import rebound.headless.Command;
import rebound.headless.Messages;
import rebound.model.DomainAnswer;
import rebound.model.DomainAnswer.State;
import rebound.model.DomainCheck;
import rebound.model.ServiceRecord;
import rebound.parse.ReportParser;
import rebound.pipeline.Connections;
import rebound.pipeline.MailReading;
import rebound.pipeline.MailboxImport;
import rebound.pipeline.Pipeline;
import rebound.pipeline.PlaceKinds;
import rebound.pipeline.Relabelling;
import rebound.pipeline.Retention;
import rebound.pipeline.UserRuleFile;
import rebound.policy.BlockingPolicy;
import rebound.policy.PolicySettings;
import rebound.report.BounceReport;
import rebound.source.MailSource;
import rebound.source.internal.FileMailSource;
import rebound.source.logs.internal.AmazonSes;
import rebound.source.logs.internal.Brevo;
import rebound.source.logs.internal.Exchange;
import rebound.source.logs.internal.EximLog;
import rebound.source.logs.internal.Mailchimp;
import rebound.source.logs.internal.Mailgun;
import rebound.source.logs.internal.PostfixLog;
import rebound.source.logs.internal.Postmark;
import rebound.source.logs.internal.PowerMta;
import rebound.source.logs.internal.SendGrid;
import rebound.source.logs.internal.SparkPost;
import rebound.store.BounceStores;
import rebound.store.internal.SqlBounceStores;

/** The command line put together without OSGi. */
final class PlainCli {

	private PlainCli() {
	}

	/** For development: the same as the product, only the JVM's class path instead of Equinox. */
	public static void main(String... args) {
		Cli cli = make(new FileOutputStream(FileDescriptor.out), System.err, () -> false);
		System.exit(cli.run(args));
	}

	static Cli make(OutputStream out, PrintStream err, BooleanSupplier cancelled) {
		Supplier<MailReading> reading = () -> new MailReading(List.of(source()), new ReportParser(),
				RuleChainClassifier.stock());
		Supplier<Pipeline> pipeline = () -> new Pipeline(reading.get(), new BlockingPolicy(PolicySettings.DEFAULT),
				CustomerSources.stock(), BounceReport.stock());
		BounceStores stores = new SqlBounceStores();
		Map<String, Supplier<Command>> commands = new TreeMap<>();
		commands.put("classify", () -> new ClassifyCommand(reading.get()));
		commands.put("evaluate", () -> new EvaluateCommand(reading.get()));
		commands.put("import", () -> new ImportCommand(pipeline.get(), stores));
		commands.put("customers", () -> new CustomersCommand(pipeline.get(), stores));
		commands.put("report", () -> new ReportCommand(pipeline.get(), stores));
		commands.put("export", () -> new ExportCommand(pipeline.get(), stores, new Connections(List.of())));
		commands.put("profiles", ProfilesCommand::new);
		commands.put("completion", CompletionCommand::new);
		commands.put("doctor", () -> new DoctorCommand(stores));
		commands.put("columns", ColumnsCommand::new);
		commands.put("campaigns", () -> new CampaignsCommand(pipeline.get(), stores));
		commands.put("bounces", () -> new BouncesCommand(stores));
		commands.put("log", () -> new LogCommand(stores));
		commands.put("worklist", () -> new WorkListCommand(pipeline.get(), stores, PlainCli::check));
		commands.put("crm", () -> new CrmCommand(pipeline.get(), stores));
		commands.put("find", () -> new FindCommand(pipeline.get(), stores, PlainCli::check));
		commands.put("suggest", () -> new SuggestCommand(pipeline.get(), stores, PlainCli::check));
		commands.put("block", () -> new BlockCommand(pipeline.get(), stores));
		commands.put("unblock", () -> new UnblockCommand(pipeline.get(), stores));
		commands.put("undo", () -> new UndoCommand(pipeline.get(), stores));
		commands.put("audit", () -> new AuditCommand(stores));
		commands.put("suppressed", () -> new SuppressedCommand(pipeline.get(), stores));
		commands.put("protect", () -> new ProtectCommand(pipeline.get(), stores));
		commands.put("unprotect", () -> new UnprotectCommand(pipeline.get(), stores));
		commands.put("policy", () -> new PolicyCommand(pipeline.get(), stores));
		commands.put("store", () -> new StoreCommand(stores));
		commands.put("sources", () -> new SourcesCommand(
				new MailboxImport(List.of(), reading.get(), pipeline.get(), null), null, stores, PlainCli::find,
				pipeline.get(), new PlaceKinds(List.of(), null, reading.get())));
		commands.put("retention", () -> new RetentionCommand(pipeline.get(),
				new Retention(Retention.MAIL_DAYS, Retention.EVENT_MONTHS, Clock.systemUTC()), stores));
		commands.put("relabel", () -> new RelabelCommand(relabelling(), stores));
		commands.put("erase", () -> new EraseCommand(pipeline.get(), stores));
		commands.put("export-person", () -> new ExportPersonCommand(pipeline.get(), stores));
		return new Cli(commands, out, err, new Messages(Locale.ENGLISH), cancelled);
	}

	private static Relabelling relabelling() {
		UserRules own = new UserRules();
		RuleChainClassifier classifier = new RuleChainClassifier(List.of(), own);
		MailReading reading = new MailReading(List.of(source()), new ReportParser(), classifier);
		return new Relabelling(new UserRuleFile(own, Path.of("target", "own.rules")), reading, classifier,
				new Pipeline(reading,
						new BlockingPolicy(PolicySettings.DEFAULT), CustomerSources.stock(), BounceReport.stock()));
	}

	/** Knows the domains that are called dead. */
	private static DomainCheck check(String resolver) {
		if ("wrong".equals(resolver)) {
			throw new IllegalArgumentException(resolver);
		}
		return domain -> new DomainAnswer(domain, domain.startsWith("dead") ? State.NXDOMAIN : State.OK, List.of(),
				Instant.now());
	}

	/** Knows the mailboxes of two domains. */
	private static List<ServiceRecord> find(String service, String domain, String resolver) throws IOException {
		if (domain.equals("silent.example")) {
			throw new IOException(domain);
		}
		boolean isKnown = service.equals("_imaps._tcp") && !domain.equals("none.example");
		return isKnown
				? List.of(new ServiceRecord(domain.startsWith("own") ? "mail." + domain : "mail.host.test", 993, 0, 0))
				: List.of();
	}

	/** The stock sources are not exported; in a test all stands on one class path. */
	private static MailSource source() {
		return new FileMailSource(List.of(new AmazonSes(), new Brevo(), new EximLog(), new Exchange(), new Mailchimp(),
				new Mailgun(), new PostfixLog(), new Postmark(), new PowerMta(), new SendGrid(), new SparkPost()));
	}
}
