package rebound.classify.internal;

import java.util.List;

import rebound.classify.internal.PhraseBook.Hit;
import rebound.classify.internal.TextRule.Tier;
import rebound.model.Action;
import rebound.model.BounceType;
import rebound.model.DeliveryReport;
import rebound.model.DeliveryReport.Form;
import rebound.model.Evidence;
import rebound.model.Evidence.Source;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Strength;
import rebound.model.Track;
import rebound.model.Verdict;

/** One recipient to be judged: what is known, read once for all stock rules. Used by one thread. */
public final class Case {

	private static final int AGREEING = 10;
	private static final int CODE = 3;
	private static final String GIVEN_UP = "5.4.7 - ";
	private static final String LATE_GLOSS = "5.3.0 - Other mail system problem";

	private final RecipientStatus status;
	private final DeliveryReport report;
	private final PhraseBook book;
	private final CodeTable codes;
	private Reading diagnostic;
	private Reading notice;

	/** A text and what it makes speak. */
	record Reading(Source source, FoldedText text, List<Hit> hits) {
	}

	Case(RecipientStatus status, DeliveryReport report, PhraseBook book, CodeTable codes) {
		this.status = status;
		this.report = report;
		this.book = book;
		this.codes = codes;
	}

	RecipientStatus status() {
		return status;
	}

	DeliveryReport report() {
		return report;
	}

	CodeTable codes() {
		return codes;
	}

	Reading diagnostic() {
		if (diagnostic == null) {
			String text = status.diagnostic();
			int start = quotedReply(text);
			diagnostic = read(Source.DIAGNOSTIC, start == 0 ? text : text.substring(start));
		}
		return diagnostic;
	}

	Reading notice() {
		if (notice == null) {
			notice = read(Source.NOTICE, report.notice());
		}
		return notice;
	}

	/** @return the class of the reply that decides: 4, 5, or 0 where none is known */
	int severity() {
		int reply = status.replyCode() / 100;
		if (reply == 4 || reply == 5) {
			return reply;
		}
		return status.status() == null || status.status().severity() == 2 ? 0 : status.status().severity();
	}

	/** @return what kind of news this is */
	Kind kind() {
		if (report.form() == Form.FEEDBACK_REPORT) {
			return Kind.COMPLAINT;
		} else if (report.form() == Form.AUTO_REPLY) {
			return Kind.AUTO_REPLY;
		} else if (report.form() == Form.OTHER) {
			return Kind.OTHER;
		} else if (status.action() == null) {
			boolean success = status.status() != null && status.status().severity() == 2;
			return success ? Kind.DELIVERED : Kind.BOUNCE;
		}
		return switch (status.action()) {
			case FAILED -> Kind.BOUNCE;
			case DELAYED -> Kind.DELAY;
			case DELIVERED, RELAYED, EXPANDED -> Kind.DELIVERED;
		};
	}

	/** The verdict of a text rule. */
	Verdict verdict(Hit hit, Reading reading) {
		TextRule rule = hit.rule();
		boolean agrees = rule.condition().asksCode() || codes.agrees(status, rule.reason());
		boolean disagrees = !agrees && codes.isFirm(status);
		int confidence = rule.tier().confidence - (disagrees ? 2 * AGREEING : agrees ? 0 : AGREEING);
		Evidence evidence = new Evidence(reading.source(), reading.text().original(hit.start(), hit.end()));
		return verdict(inContext(rule), rule, rule.id(), evidence, agrees ? Strength.STRONG : Strength.WEAK,
				confidence);
	}

	/** The verdict of a code. */
	Verdict verdict(Reason reason, String ruleId, Evidence evidence, Strength strength, int confidence) {
		return verdict(reason, null, ruleId, evidence, strength, confidence);
	}

	private Verdict verdict(Reason reason, TextRule rule, String id, Evidence evidence, Strength strength,
			int confidence) {
		Kind kind = rule != null && rule.isFinal() ? Kind.BOUNCE : kind();
		Fault fault = rule == null || rule.fault() == null ? reason.fault() : rule.fault();
		boolean doubtful = reason == Reason.SUSPEND || reason == Reason.FILTERED;
		Strength sure = doubtful ? Strength.WEAK : strength;
		if (kind != Kind.BOUNCE) {
			return new Verdict(kind, BounceType.NONE, reason, fault, Track.NONE, id, evidence, sure, confidence);
		}
		boolean transientReply = severity() == 4;
		BounceType type = rule == null || rule.type() == null ? reason.type() : rule.type();
		Track track = rule == null || rule.track() == null ? reason.track() : rule.track();
		if (transientReply) {
			type = BounceType.SOFT;
			if (track == Track.ADDRESS || track == Track.DOMAIN || isTooFast(reason)) {
				track = Track.TRANSIENT;
			}
		} else if (type == BounceType.SOFT && reason.type() == BounceType.HARD && track == reason.track()) {
			track = Track.TRANSIENT;
		}
		return new Verdict(kind, type, reason, fault, track, id, evidence, sure, confidence);
	}

	/**
	 * What a reason becomes by the command that was answered. Who is unknown when MAIL is answered is the sender: no
	 * recipient has been named yet. A recipient that was taken at RCPT and is unknown after the data was refused by a
	 * filter, unless a known server is known to look that late.
	 */
	private Reason inContext(TextRule rule) {
		Reason reason = rule.reason();
		if (status.command() == SmtpCommand.MAIL && (reason.track() == Track.ADDRESS || reason.track() == Track.DOMAIN)
				&& !quotesRecipient()) {
			return Reason.REJECTED;
		}
		boolean late = status.command() == SmtpCommand.DATA || status.command() == SmtpCommand.END_OF_DATA
				|| quotedReply(status.diagnostic()) > 0 && status.diagnostic().startsWith(LATE_GLOSS);
		if (late && reason == Reason.USERUNKNOWN && rule.tier() != Tier.PROVIDER && !codes.isFirm(status)) {
			return Reason.FILTERED;
		}
		return reason;
	}

	private boolean quotesRecipient() {
		return status.diagnostic() != null && status.recipient() != null
				&& status.diagnostic().contains(status.recipient());
	}

	/** A server that slows us down gets its mail later: only what ran out of time counts. */
	private boolean isTooFast(Reason reason) {
		return (reason == Reason.SPEEDING || reason == Reason.TOOMANYCONN) && status.action() == Action.FAILED;
	}

	/**
	 * Cisco's gateways put a gloss of their own before the reply: {@code 5.1.0 - Unknown address error 550-'...'} for
	 * every refusal of RCPT, {@link #LATE_GLOSS} for most others. The reply is what counts, unless it is only the last one of many.
	 *
	 * @return where the quoted reply begins, 0 where no gloss stands before one
	 */
	private static int quotedReply(String diagnostic) {
		int quote = diagnostic == null ? -1 : diagnostic.indexOf("-'");
		int gloss = quote < CODE ? -1 : diagnostic.indexOf(" - ");
		boolean glossed = gloss > 0 && gloss < quote && Character.isDigit(diagnostic.charAt(quote - 1))
				&& !diagnostic.startsWith(GIVEN_UP);
		return glossed ? quote - CODE : 0;
	}

	private Reading read(Source source, String text) {
		FoldedText folded = new FoldedText(text == null ? "" : text);
		return new Reading(source, folded, book.search(folded));
	}

	/** @return the first hit of a tier whose condition holds, or {@code null} */
	Hit first(Reading reading, Tier tier) {
		for (Hit hit : reading.hits()) {
			if (hit.isOf(tier) && hit.rule().condition().holds(status, report)) {
				return hit;
			}
		}
		return null;
	}
}
