package rebound.headless.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import rebound.model.Campaign;
import rebound.model.EnhancedStatus;
import rebound.model.JudgedMail;
import rebound.model.Kind;
import rebound.model.Original;
import rebound.model.Problem;
import rebound.model.RecipientStatus;
import rebound.model.Verdict;
import rebound.pipeline.ReadMail;
import rebound.pipeline.Unreadable;
import rebound.store.CampaignRecognition;

/** The JSON Lines form of verdicts: one object a message. Its fields are fixed, others rely on them. */
final class JsonLines implements MailFormat {

	private static final ThreadLocal<JsonWriter> WRITER = ThreadLocal.withInitial(JsonWriter::new);

	private final Instant started = Instant.now();

	@Override
	public byte[] mail(ReadMail mail) {
		JudgedMail judged = mail.judged();
		JsonWriter json = WRITER.get();
		json.beginObject().field("file", mail.raw().name()).field("kind", judged.kind().id());
		json.beginArray("recipients");
		List<RecipientStatus> recipients = judged.report().recipients();
		for (int i = 0; i < recipients.size(); i++) {
			recipient(json, recipients.get(i), judged.verdicts().get(i));
		}
		json.endArray();
		original(json, judged.report().original());
		Campaign campaign = CampaignRecognition.of(judged.report(), started);
		json.field("campaign", campaign == null ? null : campaign.id());
		json.beginArray("problems");
		for (Problem problem : judged.problems()) {
			problem(json, id(problem.code()), problem.detail());
		}
		return json.endArray().endObject().endLine().take();
	}

	@Override
	public byte[] unreadable(Unreadable failure) {
		JsonWriter json = WRITER.get();
		json.beginObject().field("file", failure.name()).field("kind", Kind.OTHER.id());
		json.beginArray("recipients").endArray();
		original(json, Original.NONE);
		json.nullField("campaign").beginArray("problems");
		problem(json, id(Problem.Code.UNREADABLE), failure.cause().toString());
		return json.endArray().endObject().endLine().take();
	}

	/** @return the problem's stable id, for example {@code "no-mail"} */
	static String id(Problem.Code code) {
		return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static void recipient(JsonWriter json, RecipientStatus status, Verdict verdict) {
		EnhancedStatus enhanced = status.status();
		json.beginObject();
		json.field("recipient", status.recipient());
		json.field("originalRecipient", status.originalRecipient());
		json.field("kind", verdict.kind().id());
		json.field("type", verdict.type().id());
		json.field("reason", verdict.reason() == null ? null : verdict.reason().id());
		json.field("fault", verdict.fault() == null ? null : verdict.fault().id());
		json.field("track", verdict.track().id());
		json.field("status", enhanced == null ? null : enhanced.toString());
		json.field("replyCode", status.replyCode() == 0 ? null : Integer.toString(status.replyCode()));
		json.field("diagnostic", status.diagnostic());
		json.field("remoteMta", status.remoteMta());
		json.field("rule", verdict.rule());
		json.field("evidence", verdict.evidence() == null ? null : verdict.evidence().text());
		json.field("strength", verdict.strength() == null ? null : verdict.strength().id());
		json.field("confidence", verdict.confidence());
		json.endObject();
	}

	private static void original(JsonWriter json, Original original) {
		Original known = original == null ? Original.NONE : original;
		json.beginObject("original");
		json.field("messageId", known.messageId());
		json.field("subject", known.subject());
		json.field("from", known.from());
		json.field("to", known.to());
		json.field("date", known.date());
		json.endObject();
	}

	private static void problem(JsonWriter json, String code, String detail) {
		json.beginObject().field("code", code).field("detail", detail).endObject();
	}
}
