package rebound.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

import rebound.model.Action;
import rebound.model.AddressKey;
import rebound.model.Attribution;
import rebound.model.AutoReply;
import rebound.model.BounceEvent;
import rebound.model.EnhancedStatus;
import rebound.model.Evidence;
import rebound.model.RecipientStatus;
import rebound.model.SmtpCommand;
import rebound.model.Verdict;

/** An event as a row of its table. */
final class EventRow {
	static final String COLUMNS = "id, address, domain, mail_host, occurred, received, sent, campaign, attribution, "
			+ "subject, kind, type, reason, fault, track, rule, strength, confidence, evidence_source, evidence, "
			+ "recipient, original_recipient, action, status, reply_code, diagnostic, command, remote_mta, "
			+ "reporting_mta, message_id, layout, source, mail, person, return_date, new_address, successor_name, "
			+ "successor_email, successor_phone, sentence";
	/** The column of the time. */
	static final int OCCURRED = 5;
	static final String RELABEL = "UPDATE event SET type = ?, reason = ?, fault = ?, track = ?, rule = ?, strength = ?, "
			+ "confidence = ?, evidence_source = ?, evidence = ? WHERE id = ?";
	private static final AutoReply NOBODY = new AutoReply(null, null, null, null, null, null, null);

	private EventRow() {
	}

	static void write(RowBatch insert, BounceEvent event) throws SQLException {
		RecipientStatus status = event.status();
		Verdict verdict = event.verdict();
		Evidence evidence = verdict.evidence();
		AutoReply reply = event.autoReply() == null ? NOBODY : event.autoReply();
		insert.bytes(1, Text.bytes(event.id(), 16));
		insert.text(2, event.address().value());
		insert.text(3, Text.clean(event.address().domain(), 255));
		insert.text(4, Text.clean(event.mailHost(), 255));
		insert.time(5, event.occurred());
		insert.time(6, event.received());
		insert.time(7, event.sent());
		insert.text(8, event.campaignId());
		insert.text(9, event.attribution() == null ? null : event.attribution().id());
		insert.text(10, Text.clean(event.subject(), 500));
		insert.text(11, verdict.kind().id());
		insert.text(12, verdict.type().id());
		insert.text(13, verdict.reason().id());
		insert.text(14, verdict.fault().id());
		insert.text(15, verdict.track().id());
		insert.text(16, Text.clean(verdict.rule(), 100));
		insert.text(17, verdict.strength().id());
		insert.number(18, verdict.confidence());
		insert.text(19, evidence == null ? null : lower(evidence.source()));
		insert.text(20, evidence == null ? null : Text.clean(evidence.text(), 500));
		insert.text(21, Text.clean(status.recipient(), 320));
		insert.text(22, Text.clean(status.originalRecipient(), 320));
		insert.text(23, lower(status.action()));
		insert.text(24, status.status() == null ? null : status.status().toString());
		insert.number(25, status.replyCode());
		insert.text(26, Text.clean(status.diagnostic(), 2000));
		insert.text(27, lower(status.command()));
		insert.text(28, Text.clean(status.remoteMta(), 255));
		insert.text(29, Text.clean(event.reportingMta(), 255));
		insert.text(30, Text.clean(event.messageId(), 500));
		insert.text(31, Text.clean(event.layout(), 60));
		insert.text(32, Text.clean(event.source(), 60));
		insert.bytes(33, Text.bytes(event.mailHash(), 32));
		insert.text(34, lower(reply.subKind()));
		insert.text(35, day(reply.returnDate()));
		insert.text(36, Text.clean(reply.newAddress(), 320));
		insert.text(37, Text.clean(reply.successorName(), 200));
		insert.text(38, Text.clean(reply.successorEmail(), 320));
		insert.text(39, Text.clean(reply.successorPhone(), 60));
		insert.text(40, Text.clean(reply.sentence(), 1000));
		insert.add();
	}

	/** The parameters of {@link #RELABEL}. */
	static void relabel(PreparedStatement update, byte[] id, Verdict verdict) throws SQLException {
		Evidence evidence = verdict.evidence();
		update.setString(1, verdict.type().id());
		update.setString(2, verdict.reason().id());
		update.setString(3, verdict.fault().id());
		update.setString(4, verdict.track().id());
		update.setString(5, Text.clean(verdict.rule(), 100));
		update.setString(6, verdict.strength().id());
		update.setInt(7, verdict.confidence());
		update.setString(8, evidence == null ? null : lower(evidence.source()));
		update.setString(9, evidence == null ? null : Text.clean(evidence.text(), 500));
		update.setBytes(10, id);
	}

	static BounceEvent read(ResultSet row) throws SQLException {
		String evidenceSource = row.getString(19);
		Evidence evidence = evidenceSource == null
				? null
				: new Evidence(Words.EVIDENCE.of(evidenceSource), row.getString(20));
		Verdict verdict = new Verdict(Words.KIND.of(row.getString(11)), Words.TYPE.of(row.getString(12)),
				Words.REASON.of(row.getString(13)), Words.FAULT.of(row.getString(14)),
				Words.TRACK.of(row.getString(15)), row.getString(16), evidence, Words.STRENGTH.of(row.getString(17)),
				row.getInt(18));
		String status = row.getString(24);
		String action = row.getString(23);
		String command = row.getString(27);
		RecipientStatus recipient = new RecipientStatus(row.getString(21), row.getString(22),
				action == null ? null : Action.of(action).orElse(null),
				status == null ? null : EnhancedStatus.of(status).orElse(null), row.getInt(25), row.getString(26),
				command == null ? null : SmtpCommand.valueOf(command.toUpperCase(Locale.ROOT)), row.getString(28));
		String attribution = row.getString(9);
		return new BounceEvent(Text.hex(row.getBytes(1)), new AddressKey(row.getString(2)), Rows.instant(row, 5),
				Rows.instant(row, 6), Rows.instant(row, 7), row.getString(8),
				attribution == null ? null : Attribution.of(attribution).orElse(null), row.getString(10), recipient,
				verdict, row.getString(29), row.getString(30), row.getString(31), row.getString(32),
				Text.hex(row.getBytes(33)), autoReply(row));
	}

	private static AutoReply autoReply(ResultSet row) throws SQLException {
		String person = row.getString(34);
		String returnDate = row.getString(35);
		AutoReply reply = new AutoReply(person == null ? null : Words.PERSON.of(person),
				returnDate == null ? null : LocalDate.parse(returnDate), row.getString(36), row.getString(37),
				row.getString(38), row.getString(39), row.getString(40));
		return reply.equals(NOBODY) ? null : reply;
	}

	/** A year that no calendar on a desk has is a misreading. */
	static String day(LocalDate date) {
		return date == null || date.getYear() < 1900 || date.getYear() > 9999 ? null : date.toString();
	}

	private static String lower(Enum<?> value) {
		return value == null ? null : value.name().toLowerCase(Locale.ROOT);
	}
}
