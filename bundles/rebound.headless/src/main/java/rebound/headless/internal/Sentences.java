package rebound.headless.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import rebound.headless.Messages;
import rebound.model.Grounds;
import rebound.model.Standing;
import rebound.report.Labels;

/** Says in one sentence why an address stands as it does. */
final class Sentences {

	private final Messages messages;
	private final Labels labels;

	Sentences(Messages messages) {
		this.messages = messages;
		this.labels = Labels.of(messages.locale());
	}

	/** @return the sentence, or the empty string when nothing speaks against the address */
	String why(Standing standing) {
		Grounds grounds = standing.grounds();
		return grounds == null ? "" : why(grounds);
	}

	String why(Grounds grounds) {
		String reason = grounds.reason() == null ? messages.text("grounds.noReason") : labels.reason(grounds.reason());
		long days = grounds.first() == null || grounds.last() == null
				? 0
				: ChronoUnit.DAYS.between(grounds.first(), grounds.last());
		String key = "grounds." + grounds.rule().id() + (grounds.count() == 1 ? ".once" : "");
		return messages.text(messages.word(key, null) == null ? "grounds." + grounds.rule().id() : key, reason,
				grounds.count(), day(grounds.first()), day(grounds.last()), days);
	}

	private static String day(Instant at) {
		return at == null ? "?" : LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
	}
}
