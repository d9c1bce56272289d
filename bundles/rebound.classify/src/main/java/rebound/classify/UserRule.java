package rebound.classify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import rebound.classify.internal.ReplyWords;
import rebound.model.BounceType;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.Kind;
import rebound.model.Reason;
import rebound.model.RecipientStatus;
import rebound.model.Strength;
import rebound.model.Track;
import rebound.model.Verdict;

/**
 * What the user says that a reply means. It goes before all other rules, and speaks of failures and delays only. At
 * least one of its conditions asks for something.
 *
 * @param reason what it decides
 * @param type   hard or soft
 * @param words  words that must stand in the reply, compared without regard to case, accents and white space, any
 *               e-mail address like any other; empty where none are asked for
 * @param code   the reply code that it must have, 0 for any
 * @param status the enhanced status code that it must have, or {@code null} for any
 * @param server how the name of the server that answered must end, or {@code null} for any
 */
public record UserRule(Reason reason, BounceType type, String words, int code, EnhancedStatus status, String server) {

	/** What the ids of all rules of the user begin with. */
	public static final String PREFIX = "own.";

	private static final int CONFIDENCE = 100;
	private static final int ID_BYTES = 4;
	private static final int LONGEST = 500;
	private static final int FIELDS = 6;

	/** @throws IllegalArgumentException if it would speak of every reply, or its words are too long */
	public UserRule {
		words = ReplyWords.fold(words == null ? "" : words);
		server = server == null || server.isBlank() ? null : server.strip().toLowerCase(Locale.ROOT);
		if (words.length() > LONGEST || type == BounceType.NONE || words.isEmpty() && code == 0 && status == null) {
			throw new IllegalArgumentException(words);
		}
	}

	/** @return a rule for replies like this one: its most telling words and its code; empty if it has neither */
	public static Optional<UserRule> like(RecipientStatus reply, Reason reason, BounceType type) {
		String words = ReplyWords.telling(reply.diagnostic() == null ? "" : reply.diagnostic());
		int code = reply.replyCode();
		EnhancedStatus status = code == 0 ? reply.status() : null;
		return words.isEmpty() && code == 0 && status == null
				? Optional.empty()
				: Optional.of(new UserRule(reason, type, words, code, status, null));
	}

	/** @return stored with every verdict; rules that ask for the same have the same */
	public String id() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(line().getBytes(StandardCharsets.UTF_8));
			return PREFIX + HexFormat.of().formatHex(hash, 0, ID_BYTES);
		} catch (NoSuchAlgorithmException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}

	/**
	 * @param kind what kind of news the reply is
	 * @return what the rule says, or empty where it has nothing to say
	 */
	public Optional<Verdict> judge(RecipientStatus reply, Kind kind) {
		boolean holds = (kind == Kind.BOUNCE || kind == Kind.DELAY) && (code == 0 || code == reply.replyCode())
				&& (status == null || status.equals(reply.status())) && isFrom(reply.remoteMta());
		if (!holds) {
			return Optional.empty();
		}
		if (words.isEmpty()) {
			Evidence evidence = code == 0
					? new Evidence(Evidence.Source.STATUS, String.valueOf(status))
					: new Evidence(Evidence.Source.REPLY_CODE, Integer.toString(code));
			return Optional.of(verdict(reply, kind, evidence));
		}
		return ReplyWords.find(reply.diagnostic(), words)
				.map(found -> verdict(reply, kind, new Evidence(Evidence.Source.DIAGNOSTIC, found)));
	}

	private boolean isFrom(String remoteMta) {
		return server == null || remoteMta != null && remoteMta.toLowerCase(Locale.ROOT).endsWith(server);
	}

	private Verdict verdict(RecipientStatus reply, Kind kind, Evidence evidence) {
		boolean isBounce = kind == Kind.BOUNCE;
		return new Verdict(kind, isBounce ? type : BounceType.NONE, reason, reason.fault(),
				isBounce && !reply.isForwarded() ? track() : Track.NONE, id(), evidence, Strength.STRONG, CONFIDENCE);
	}

	private Track track() {
		if (type == reason.type()) {
			return reason.track();
		}
		return type == BounceType.HARD ? Track.ADDRESS : Track.TRANSIENT;
	}

	/** @return all of it on one line, fields parted by tabs */
	public String line() {
		return String.join("\t", reason.id(), type.id(), Integer.toString(code),
				status == null ? "" : status.toString(),
				server == null ? "" : server, words);
	}

	/**
	 * Reads what {@link #line()} wrote.
	 *
	 * @return empty if it is something else
	 */
	public static Optional<UserRule> of(String line) {
		String[] fields = line.split("\t", FIELDS);
		if (fields.length < FIELDS) {
			return Optional.empty();
		}
		try {
			EnhancedStatus status = fields[3].isEmpty() ? null : EnhancedStatus.of(fields[3]).orElseThrow();
			return Optional.of(new UserRule(Reason.of(fields[0]).orElseThrow(),
					BounceType.valueOf(fields[1].toUpperCase(Locale.ROOT)), fields[5], Integer.parseInt(fields[2]),
					status, fields[4]));
		} catch (IllegalArgumentException | java.util.NoSuchElementException somethingElse) {
			return Optional.empty();
		}
	}
}
