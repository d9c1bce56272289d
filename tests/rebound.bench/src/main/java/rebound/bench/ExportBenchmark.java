package rebound.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import rebound.model.Action;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Campaign;
import rebound.model.Customer;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Standing;
import rebound.model.Standing.Counters;
import rebound.model.Standing.Recommendation;
import rebound.model.Standing.State;
import rebound.model.Strength;
import rebound.model.Verdict;
import rebound.report.BounceReport;
import rebound.report.EventRow;
import rebound.report.Findings;
import rebound.report.FollowUp;
import rebound.report.ReportData;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.Rows;
import rebound.report.WrittenReport;

/** Writes a report of made-up rows, with an event each, in one format, and tells its time and the process's memory. */
public final class ExportBenchmark {

	private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
	private static final List<Reason> REASONS = List.of(Reason.USERUNKNOWN, Reason.MAILBOXFULL, Reason.AUTHFAILURE,
			Reason.HOSTUNKNOWN);

	private ExportBenchmark() {
	}

	/** @param args a format's id, the number of rows, a file to write */
	public static void main(String... args) throws IOException {
		int count = Integer.parseInt(args[1]);
		Campaign campaign = new Campaign("c1", "News", "News", "news@us.example", FIRST, count,
				Campaign.Origin.values()[0],
				Campaign.Halt.values()[0]);
		ReportData data = new ReportData(rows(count, ExportBenchmark::row),
				rows(count, i -> new EventRow(event(i), "C" + i)), List.of(campaign), null, "policy-1");
		ReportOptions options = ReportOptions.DEFAULT.with("dialect", "postgresql");
		long begun = System.nanoTime();
		WrittenReport written = BounceReport.stock().write(args[0], data, options, Path.of(args[2]));
		double seconds = (System.nanoTime() - begun) / 1e9;
		long bytes = written.files().stream().mapToLong(WrittenReport.Part::bytes).sum();
		System.out.printf("%-11s %7.1f s %6d MB written %6d MiB of memory%n", args[0], seconds, bytes / 1_000_000,
				Memory.peak() >> 20);
	}

	private static <R> Rows<R> rows(int count, IntFunction<R> row) {
		return receiver -> {
			for (int i = 0; i < count; i++) {
				receiver.row(row.apply(i));
			}
		};
	}

	private static ReportRow row(int i) {
		String email = email(i);
		Customer customer = new Customer("C" + i, "X" + i, null, "Ms", "Anna", "Berg" + i, null, "Buyer",
				"Company " + i % 5000, null, null, "Olga Owner", "olga@us.example", "de", (double) i, "A",
				LocalDate.of(2019, 2, 28), LocalDate.of(2026, 11, 9), null, List.of(email), "+49 30 " + i, null,
				"Long Street " + i % 100, "01234", "Berlin", null, "DE", null, false, Map.of());
		BounceEvent event = event(i);
		Counters counters = new Counters(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, event.occurred(), event.occurred(),
				null, null, "c1");
		Standing standing = new Standing(event.address(), i % 2 == 0 ? State.BLOCKED : State.WATCH, event.occurred(),
				null, null,
				Recommendation.WATCH, null, null, counters, 10, false, "policy-1");
		return new ReportRow(customer, email, event, standing, null, "News", FollowUp.NONE, Findings.NONE);
	}

	private static BounceEvent event(int i) {
		String email = email(i);
		RecipientStatus status = new RecipientStatus(email, email, Action.FAILED, new EnhancedStatus(5, 1, 1), 550,
				"550 5.1.1 <" + email + ">: Recipient address rejected: User unknown in virtual mailbox table",
				SmtpCommand.RCPT, "mx" + i % 50 + ".corp" + i % 5000 + ".example");
		Verdict verdict = Verdict.of(Kind.BOUNCE, REASONS.get(i % REASONS.size()), "smtp.text",
				new Evidence(Evidence.Source.DIAGNOSTIC, "User unknown"), Strength.STRONG, 95);
		Instant at = FIRST.plusSeconds(i);
		return new BounceEvent("e" + i, AddressKey.of(email), at, at.plusSeconds(60), null, "c1", null, "News", status,
				verdict, "mta.us.example", "<" + i + "@us.example>", "rfc3464", "file", "ab".repeat(32), null);
	}

	private static String email(int i) {
		return "user" + i + "@corp" + i % 5000 + ".example";
	}
}
