package rebound.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a message came back, with what usually follows from it. The ids are those the field knows. */
public enum Reason {
	USERUNKNOWN(BounceType.HARD, Fault.RECIPIENT, Track.ADDRESS),
	HASMOVED(BounceType.HARD, Fault.RECIPIENT, Track.ADDRESS),
	HOSTUNKNOWN(BounceType.HARD, Fault.DOMAIN, Track.DOMAIN),
	NOTACCEPT(BounceType.HARD, Fault.DOMAIN, Track.DOMAIN),
	SUSPEND(BounceType.HARD, Fault.RECIPIENT, Track.ADDRESS),
	FILTERED(BounceType.SOFT, Fault.RECIPIENT, Track.ADDRESS),
	SUPPRESSED(BounceType.SOFT, Fault.RECIPIENT, Track.NONE),
	MAILBOXFULL(BounceType.SOFT, Fault.RECIPIENT, Track.QUOTA),
	EXPIRED(BounceType.SOFT, Fault.NETWORK, Track.TRANSIENT),
	NETWORKERROR(BounceType.SOFT, Fault.NETWORK, Track.TRANSIENT),
	SYSTEMERROR(BounceType.SOFT, Fault.SYSTEM, Track.TRANSIENT),
	SYSTEMFULL(BounceType.SOFT, Fault.SYSTEM, Track.TRANSIENT),
	MAILERERROR(BounceType.SOFT, Fault.SYSTEM, Track.TRANSIENT),
	EXCEEDLIMIT(BounceType.SOFT, Fault.CONTENT, Track.NONE),
	MESGTOOBIG(BounceType.SOFT, Fault.CONTENT, Track.NONE),
	CONTENTERROR(BounceType.SOFT, Fault.CONTENT, Track.NONE),
	VIRUSDETECTED(BounceType.SOFT, Fault.CONTENT, Track.NONE),
	SPAMDETECTED(BounceType.SOFT, Fault.CONTENT, Track.NONE),
	AUTHFAILURE(BounceType.SOFT, Fault.SENDER, Track.NONE),
	BADREPUTATION(BounceType.SOFT, Fault.SENDER, Track.NONE),
	BLOCKED(BounceType.SOFT, Fault.SENDER, Track.NONE),
	REQUIREPTR(BounceType.SOFT, Fault.SENDER, Track.NONE),
	REJECTED(BounceType.SOFT, Fault.SENDER, Track.NONE),
	NORELAYING(BounceType.SOFT, Fault.SENDER, Track.NONE),
	NOTCOMPLIANTRFC(BounceType.SOFT, Fault.SENDER, Track.NONE),
	POLICYVIOLATION(BounceType.SOFT, Fault.SENDER, Track.NONE),
	SECURITYERROR(BounceType.SOFT, Fault.SENDER, Track.NONE),
	FAILEDSTARTTLS(BounceType.SOFT, Fault.SENDER, Track.NONE),
	SYNTAXERROR(BounceType.SOFT, Fault.SENDER, Track.NONE),
	SPEEDING(BounceType.SOFT, Fault.SENDER, Track.NONE),
	TOOMANYCONN(BounceType.SOFT, Fault.SENDER, Track.NONE),
	ONHOLD(BounceType.SOFT, Fault.UNKNOWN, Track.NONE),
	UNDEFINED(BounceType.SOFT, Fault.UNKNOWN, Track.NONE),
	FEEDBACK(BounceType.NONE, Fault.RECIPIENT, Track.COMPLAINT),
	VACATION(BounceType.NONE, Fault.NONE, Track.NONE),
	DELIVERED(BounceType.NONE, Fault.NONE, Track.NONE);

	private static final Map<String, Reason> BY_ID = new HashMap<>();

	static {
		for (Reason reason : values()) {
			BY_ID.put(reason.id, reason);
		}
	}

	private final String id = name().toLowerCase(Locale.ROOT);
	private final BounceType type;
	private final Fault fault;
	private final Track track;

	Reason(BounceType type, Fault fault, Track track) {
		this.type = type;
		this.fault = fault;
		this.track = track;
	}

	/** @return the stable id that files and databases keep, for example {@code "userunknown"} */
	public String id() {
		return id;
	}

	/** @return the type this reason has unless the circumstances say otherwise */
	public BounceType type() {
		return type;
	}

	/** @return whose fault this reason is unless the circumstances say otherwise */
	public Fault fault() {
		return fault;
	}

	/** @return the policy's counter this reason feeds unless the circumstances say otherwise */
	public Track track() {
		return track;
	}

	/** @return the reason with this id, or empty */
	public static Optional<Reason> of(String id) {
		return Optional.ofNullable(BY_ID.get(id));
	}
}
