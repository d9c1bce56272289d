package rebound.store.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import rebound.model.AutoReply;
import rebound.model.BounceType;
import rebound.model.Campaign;
import rebound.model.CustomerChange;
import rebound.model.Decision;
import rebound.model.Evidence;
import rebound.model.Fault;
import rebound.model.Kind;
import rebound.model.LifeSign;
import rebound.model.Reason;
import rebound.model.Standing;
import rebound.model.Strength;
import rebound.model.Track;

/**
 * Finds an enum's value by the id that a column keeps. A word this version does not know, out of a database that a
 * third party wrote into, becomes the stated fallback.
 */
final class Words<E extends Enum<E>> {
	static final Words<Kind> KIND = new Words<>(Kind.class, Kind::id, Kind.OTHER);
	static final Words<BounceType> TYPE = new Words<>(BounceType.class, BounceType::id, BounceType.NONE);
	static final Words<Reason> REASON = new Words<>(Reason.class, Reason::id, Reason.UNDEFINED);
	static final Words<Fault> FAULT = new Words<>(Fault.class, Fault::id, Fault.UNKNOWN);
	static final Words<Track> TRACK = new Words<>(Track.class, Track::id, Track.NONE);
	static final Words<Strength> STRENGTH = new Words<>(Strength.class, Strength::id, Strength.WEAK);
	static final Words<Evidence.Source> EVIDENCE = lower(Evidence.Source.class, Evidence.Source.NOTICE);
	static final Words<AutoReply.SubKind> PERSON = lower(AutoReply.SubKind.class, AutoReply.SubKind.OTHER);
	static final Words<Campaign.Origin> ORIGIN = lower(Campaign.Origin.class, Campaign.Origin.RECOGNISED);
	static final Words<Campaign.Halt> HALT = lower(Campaign.Halt.class, Campaign.Halt.NONE);
	static final Words<Decision.Action> DECISION = lower(Decision.Action.class, Decision.Action.UNDO);
	static final Words<LifeSign.Kind> LIFE = lower(LifeSign.Kind.class, LifeSign.Kind.USER);
	static final Words<Standing.State> STATE = lower(Standing.State.class, Standing.State.ACTIVE);
	static final Words<Standing.Recommendation> RECOMMENDATION = lower(Standing.Recommendation.class,
			Standing.Recommendation.NONE);

	static final Words<CustomerChange.Kind> CHANGE = lower(CustomerChange.Kind.class, CustomerChange.Kind.NOTE);
	static final Words<CustomerChange.State> CHANGE_STATE = lower(CustomerChange.State.class,
			CustomerChange.State.WITHDRAWN);

	private final Map<String, E> byId = new HashMap<>();
	private final E fallback;

	private Words(Class<E> type, Function<E, String> id, E fallback) {
		this.fallback = fallback;
		for (E value : type.getEnumConstants()) {
			byId.put(id.apply(value), value);
		}
	}

	/** @return the value, or the fallback for an unknown id or {@code null} */
	E of(String id) {
		return byId.getOrDefault(id, fallback);
	}

	private static <E extends Enum<E>> Words<E> lower(Class<E> type, E fallback) {
		return new Words<>(type, value -> value.name().toLowerCase(Locale.ROOT), fallback);
	}
}
