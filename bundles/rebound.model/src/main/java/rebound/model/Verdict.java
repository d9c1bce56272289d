package rebound.model;

/**
 * What a recipient's status means.
 *
 * @param rule       id of the rule that decided, for example {@code "smtp.enhanced-status"}
 * @param confidence 0 to 100, for display and sorting; decisions use {@code strength}
 */
public record Verdict(Kind kind, BounceType type, Reason reason, Fault fault, Track track, String rule,
		Evidence evidence, Strength strength, int confidence) {

	/**
	 * The verdict that usually follows from a reason.
	 *
	 * @param kind {@link Kind#BOUNCE} or {@link Kind#DELAY} for failures; a delay has type none and no track
	 */
	public static Verdict of(Kind kind, Reason reason, String rule, Evidence evidence, Strength strength,
			int confidence) {
		boolean counts = kind == Kind.BOUNCE || kind == Kind.COMPLAINT;
		return new Verdict(kind, kind == Kind.BOUNCE ? reason.type() : BounceType.NONE, reason, reason.fault(),
				counts ? reason.track() : Track.NONE, rule, evidence, strength, confidence);
	}
}
