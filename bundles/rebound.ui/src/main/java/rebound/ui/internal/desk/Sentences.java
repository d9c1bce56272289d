package rebound.ui.internal.desk;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import rebound.customers.Suggestion;
import rebound.customers.WorkItem;
import rebound.model.AutoReply;
import rebound.model.BounceEvent;
import rebound.model.BounceType;
import rebound.model.Evidence;
import rebound.model.Grounds;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Strength;
import rebound.model.Verdict;

/** Says in plain sentences what happened to an address, and how it stands. */
public final class Sentences {

	private final Texts texts;
	private final Dates dates;

	public Sentences(Texts texts, Dates dates) {
		this.texts = texts;
		this.dates = dates;
	}

	/** @return hard, soft, or what else it is, in one word */
	public String type(Verdict verdict) {
		return verdict.type() == BounceType.NONE
				? texts.text("kind." + verdict.kind().id())
				: texts.text("type." + verdict.type().id());
	}

	/** @return why it came back, in a few words; for an automatic answer what it says */
	public String reason(BounceEvent event) {
		AutoReply reply = event.autoReply();
		if (event.verdict().kind() == Kind.AUTO_REPLY && reply != null) {
			return texts.text("autoReply." + reply.subKind().id());
		}
		return texts.reason(event.verdict().reason());
	}

	/** @return what happened, in one sentence */
	public String verdict(BounceEvent event) {
		Verdict verdict = event.verdict();
		String address = Addresses.unicode(event.address().value());
		return switch (verdict.kind()) {
			case BOUNCE -> texts.text("verdict.form." + verdict.type().id(),
					texts.text("verdict." + verdict.reason().id(), address));
			case AUTO_REPLY -> texts.textOr("verdict.autoReply." + subKind(event), "verdict.autoReply.other", address,
					event.autoReply() == null ? "" : dates.day(event.autoReply().returnDate()));
			default -> texts.text("verdict.kind." + verdict.kind().id(), address);
		};
	}

	private static String subKind(BounceEvent event) {
		AutoReply reply = event.autoReply();
		if (reply == null) {
			return "other";
		}
		boolean until = reply.subKind() == AutoReply.SubKind.AWAY && reply.returnDate() != null;
		return until ? "awayUntil" : reply.subKind().id();
	}

	/** @return who said so, when, and how much it rests on */
	public String grounds(BounceEvent event) {
		Verdict verdict = event.verdict();
		String server = event.status().remoteMta() != null ? event.status().remoteMta() : event.reportingMta();
		String said = server == null
				? texts.text("grounds.when", dates.relative(event.occurred()))
				: texts.text("grounds.who", server, dates.relative(event.occurred()));
		if (verdict.kind() != Kind.BOUNCE) {
			return said;
		}
		String rests = texts.text(verdict.strength() == Strength.STRONG ? "grounds.strong" : "grounds.weak");
		String source = restsOn(verdict.evidence());
		return said + ' ' + (source.isEmpty() ? rests : texts.text("grounds.on", rests, source));
	}

	private String restsOn(Evidence evidence) {
		if (evidence == null) {
			return "";
		}
		return texts.text("evidence." + evidence.source().name().toLowerCase(Locale.ROOT), evidence.text());
	}

	/** @return what follows for the address */
	public String consequence(BounceEvent event) {
		return texts.text("track." + event.verdict().track().id());
	}

	/** @return how an address stands, in one sentence */
	public String standing(Standing standing) {
		if (standing == null) {
			return texts.text("standing.unknown");
		}
		Grounds grounds = standing.grounds();
		String state = standing.state().id();
		if (grounds == null) {
			return texts.text("standing." + state + ".plain", dates.day(standing.since()));
		}
		return texts.text("standing." + state, why(standing), dates.day(standing.since()),
				dates.day(standing.holdUntil()));
	}

	/** @return what a standing rests on, in a few words; empty where nothing counts */
	public String why(Standing standing) {
		Grounds grounds = standing.grounds();
		if (grounds == null) {
			return "";
		}
		Reason reason = grounds.reason();
		return reason == null
				? texts.text("rule." + grounds.rule().id())
				: texts.text("standing.why", texts.reason(reason), grounds.count(), dates.day(grounds.last()));
	}

	/** @return the state in one word */
	public String state(Standing standing) {
		return texts.text("state." + (standing == null ? Standing.State.ACTIVE : standing.state()).id());
	}

	/** @return what to do next for a lost customer, in one sentence */
	public String step(WorkItem item) {
		Suggestion best = item.best();
		return switch (item.step()) {
			case CALL -> texts.text("step.call", Stream.of(item.lost().customer().phone(),
					item.lost().customer().mobile()).filter(number -> number != null).findFirst().orElse(""));
			case SEARCH -> texts.text("step.search");
			default -> suggestion(best);
		};
	}

	/** @return a way to reach a customer, in one sentence */
	public String suggestion(Suggestion found) {
		String key = "suggestion." + found.kind().id();
		String person = Stream.of(found.name(), found.email(), found.phone()).filter(part -> part != null)
				.collect(Collectors.joining(", "));
		String evidence = found.evidence() == null ? "" : found.evidence();
		return texts.text(key, found.email() == null ? evidence : Addresses.unicode(found.email()), person,
				dates.day(found.date()), found.confidence(), evidence);
	}
}
