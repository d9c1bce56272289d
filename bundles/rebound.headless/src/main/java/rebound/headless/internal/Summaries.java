package rebound.headless.internal;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import rebound.headless.CommandFailure;
import rebound.headless.Console;
import rebound.headless.ExitCode;
import rebound.headless.Messages;
import rebound.model.CustomerChange.State;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.pipeline.CustomerImport;
import rebound.pipeline.ImportSummary;
import rebound.pipeline.MailboxRound;
import rebound.pipeline.SentImport;
import rebound.pipeline.Skipped;
import rebound.report.Labels;
import rebound.report.TableTarget;
import rebound.report.WrittenReport;
import rebound.source.AfterReading.Action;
import rebound.source.MailboxSettings;

/** What a command came to: sentences for a person on standard error, or one JSON object on standard output. */
final class Summaries {

	private static final int MOST_NAMED = 20;

	private final Console console;
	private final Messages messages;
	private final Labels labels;
	private final JsonWriter json = new JsonWriter();

	Summaries(Console console) {
		this.console = console;
		this.messages = console.messages();
		this.labels = Labels.of(messages.locale());
		json.beginObject();
	}

	/** Ends the summary. */
	void end() throws IOException {
		if (console.json()) {
			console.out().write(json.endObject().endLine().take());
		}
	}

	void mail(ImportSummary summary) {
		console.count("messages", summary.messages());
		console.count("bounces", summary.bounces());
		console.count("hard", summary.hard());
		console.count("soft", summary.soft());
		console.count("stored", summary.stored());
		console.count("known", summary.known());
		console.count("skipped", summary.skippedCount());
		if (console.json()) {
			json(summary);
			return;
		}
		console.say("import.messages", summary.messages(), summary.bounces(), summary.hard(), summary.soft());
		summary.formats().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.forEach(format -> console.say("import.format", format.getValue(),
						messages.word("format." + format.getKey(), format.getKey())));
		List<Map.Entry<Reason, Long>> reasons = summary.reasons().entrySet().stream()
				.sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder())
						.thenComparing(Map.Entry.comparingByKey()))
				.toList();
		reasons.forEach(entry -> console.say("import.reason", entry.getValue(), labels.reason(entry.getKey())));
		for (Kind kind : List.of(Kind.DELAY, Kind.COMPLAINT, Kind.AUTO_REPLY, Kind.DELIVERED)) {
			if (summary.kinds().containsKey(kind)) {
				console.say("import.reason", summary.kinds().get(kind), messages.text("kinds." + kind));
			}
		}
		console.say("import.stored", summary.stored(), summary.known(), summary.skippedCount());
		summary.skipped().stream().limit(MOST_NAMED).forEach(skipped -> console.say("import.skipped", skipped.name(),
				why(skipped)));
		if (summary.skippedCount() > MOST_NAMED) {
			console.say("import.moreSkipped", summary.skippedCount() - MOST_NAMED);
		}
	}

	/** @param isDryRun whether nothing was done */
	void mailbox(MailboxSettings source, MailboxRound round, boolean isDryRun) {
		if (console.json()) {
			json.beginObject(source.name());
			json(round.mails());
			json.field("acted", round.acted()).field("waiting", round.waiting())
					.field("unrecognised", round.unrecognised().size()).endObject();
			return;
		}
		console.say("sources.read", source.name());
		mail(round.mails());
		Action action = source.after().action();
		if (action != Action.LEAVE) {
			console.say((isDryRun ? "sources.would." : "sources.did.") + action, round.acted(),
					source.after().target());
		}
		if (round.waiting() > 0) {
			console.say("sources.waiting", round.waiting());
		}
	}

	/** @param name of a place that was read as a whole */
	void place(String name, ImportSummary mails) {
		if (console.json()) {
			json.beginObject(name);
			json(mails);
			json.endObject();
			return;
		}
		console.say("sources.read", name);
		mail(mails);
	}

	void customers(CustomerImport summary) {
		if (console.json()) {
			json.beginObject("customers").field("rows", summary.rows()).field("added", summary.added())
					.field("changed", summary.changed()).field("unchanged", summary.unchanged())
					.field("gone", summary.goneCount()).field("changesDone", settled(summary, State.DONE))
					.field("changesInConflict", settled(summary, State.CONFLICT)).field("leftOut", summary.leftOut())
					.field("problems", summary.problemCount()).field("changesOnly", summary.changesOnly());
			json.beginArray("columns");
			summary.columns().forEach(column -> json.beginObject().field("header", column.header())
					.field("field", column.field().id()).endObject());
			json.endArray().endObject();
			return;
		}
		console.say("customers.rows", summary.rows(), summary.added(), summary.changed(), summary.unchanged());
		if (summary.isAllUnknown()) {
			console.say("customers.allUnknown", first(summary.unknownColumns()));
		} else if (!summary.unknownColumns().isEmpty()) {
			console.say("customers.unknownColumns", first(summary.unknownColumns()));
		}
		if (summary.changesOnly()) {
			console.say("customers.changesOnly");
		}
		if (summary.goneCount() > 0) {
			console.say("customers.gone", summary.goneCount(),
					first(summary.gone()));
		}
		if (settled(summary, State.DONE) > 0) {
			console.say("customers.changesDone", settled(summary, State.DONE));
		}
		summary.settled().stream().filter(change -> change.state() == State.CONFLICT).limit(MOST_NAMED)
				.forEach(change -> console.say("customers.conflict", change.customer(), change.newValue(),
						change.found().isEmpty() ? "-" : change.found()));
		summary.problems().stream().limit(MOST_NAMED).forEach(problem -> console.say("customers.problem",
				problem.row(), messages.text("row." + problem.code()),
				problem.detail() == null ? "" : problem.detail()));
		if (summary.problemCount() > MOST_NAMED) {
			console.say("customers.moreProblems", summary.problemCount() - MOST_NAMED);
		}
	}

	private static String first(List<String> names) {
		return String.join(", ", names.stream().limit(MOST_NAMED).toList())
				+ (names.size() > MOST_NAMED ? ", \u2026" : "");
	}

	private static long settled(CustomerImport summary, State state) {
		return summary.settled().stream().filter(change -> change.state() == state).count();
	}

	void sent(SentImport summary) {
		if (console.json()) {
			json.field("entries", summary.entries()).beginArray("campaigns");
			summary.campaigns().forEach(json::value);
			json.endArray().field("newCampaigns", summary.newCampaigns()).field("recipients", summary.recipients())
					.field("newRecipients", summary.newRecipients()).field("otherEvents", summary.otherEvents())
					.field("problems", summary.problemCount());
			return;
		}
		console.say("campaigns.read", summary.entries(), summary.campaigns().size(), summary.newCampaigns(),
				summary.recipients(), summary.newRecipients());
		if (summary.otherEvents() > 0) {
			console.say("campaigns.otherEvents", summary.otherEvents());
		}
		summary.problems().stream().limit(MOST_NAMED).forEach(problem -> console.say("customers.problem",
				problem.entry(), messages.text("entry." + problem.code()),
				problem.detail() == null ? "" : problem.detail()));
		if (summary.problemCount() > MOST_NAMED) {
			console.say("customers.moreProblems", summary.problemCount() - MOST_NAMED);
		}
	}

	void report(WrittenReport report) {
		if (console.json()) {
			json.beginArray("files");
			report.files().forEach(part -> json.beginObject().field("file", part.file().toString())
					.field("records", part.records()).field("bytes", part.bytes()).field("sha256", part.sha256())
					.endObject());
			json.endArray();
			return;
		}
		report.files().forEach(part -> console.say("report.written", part.file(), part.records()));
	}

	void tables(List<TableTarget.Upserted> tables) {
		if (console.json()) {
			json.beginArray("tables");
			tables.forEach(table -> json.beginObject().field("table", table.table()).field("added", table.added())
					.field("changed", table.changed()).endObject());
			json.endArray();
			return;
		}
		tables.forEach(table -> console.say("report.upserted", table.table(), table.added(), table.changed()));
	}

	/** Adds a number to the JSON form. */
	void count(String name, long value) {
		json.field(name, value);
	}

	/** Adds a text to the JSON form. */
	void text(String name, String value) {
		json.field(name, value);
	}

	/** Adds what undoes it to the JSON form. */
	void batch(String id) {
		json.field("batch", id);
	}

	private void json(ImportSummary summary) {
		json.field("messages", summary.messages()).field("bounces", summary.bounces()).field("hard", summary.hard())
				.field("soft", summary.soft()).field("new", summary.stored()).field("known", summary.known())
				.field("skipped", summary.skippedCount()).field("unreadable", summary.unreadable())
				.field("newEvents", summary.newEvents()).field("newCampaigns", summary.newCampaigns())
				.field("judged", summary.judged());
		json.beginObject("formats");
		summary.formats().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.forEach(format -> json.field(format.getKey(), format.getValue()));
		json.endObject().beginObject("kinds");
		for (Kind kind : Kind.values()) {
			json.field(kind.id(), summary.kinds().getOrDefault(kind, 0L));
		}
		json.endObject().beginObject("reasons");
		summary.reasons().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.forEach(entry -> json.field(entry.getKey().id(), entry.getValue()));
		json.endObject().beginArray("skippedFiles");
		summary.skipped().forEach(skipped -> json.beginObject().field("file", skipped.name())
				.field("why", skipped.code() == null ? "no-bounce" : JsonLines.id(skipped.code())).endObject());
		json.endArray();
	}

	private String why(Skipped skipped) {
		if (skipped.cause() != null) {
			return Failures.sentence(skipped.cause(), messages);
		}
		return skipped.code() == null ? messages.text("import.nothing") : messages.text("problem." + skipped.code());
	}

	/** @return the exit code for what was read, and whether anything could not be */
	static int exitCode(long unreadable) {
		return unreadable == 0 ? ExitCode.OK : ExitCode.INCOMPLETE;
	}

	/** @return a failure that says that something on the command line is wrong */
	static CommandFailure usage(Console console, String key, Object... values) {
		return new CommandFailure(ExitCode.USAGE, console.messages().text(key, values), null);
	}
}
