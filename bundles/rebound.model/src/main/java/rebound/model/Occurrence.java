package rebound.model;

import java.time.Instant;

/**
 * What the blocking policy sees of a {@link BounceEvent}. Absent values are {@code null}.
 *
 * @param eventId    the event's id
 * @param at         when it occurred
 * @param campaignId the campaign it belongs to
 * @param messageId  Message-ID of the original message
 * @param action     what the reporting server did
 * @param autoReply  what happened to the person, for an automatic answer
 * @param halt       what the circuit breaker did to the campaign; {@link Campaign.Halt#NONE} without one
 */
public record Occurrence(String eventId, Instant at, String campaignId, String messageId, Kind kind, BounceType type,
		Reason reason, Fault fault, Track track, Strength strength, Action action, AutoReply.SubKind autoReply,
		Campaign.Halt halt) {
}
