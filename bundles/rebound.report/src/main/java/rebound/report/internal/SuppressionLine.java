package rebound.report.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.commons.csv.CSVFormat;
import rebound.model.AddressKey;
import rebound.model.BounceEvent;
import rebound.model.Kind;
import rebound.report.ReportException;
import rebound.report.ReportException.Code;
import rebound.report.ReportOptions;
import rebound.report.ReportRow;
import rebound.report.SuppressionProfile;

/**
 * What a service expects of its suppression list.
 *
 * @param header   the first line, {@code null} for none
 * @param lineEnd  behind each line
 * @param maxLines lines of a file without the header
 * @param maxBytes of a file
 * @param writer   makes the line of a row
 */
record SuppressionLine(String header, String lineEnd, long maxLines, long maxBytes,
		Function<ReportRow, String> writer) {

	private static final long ANY = Long.MAX_VALUE;
	private static final long MEGABYTE = 1_000_000;
	private static final String CRLF = "\r\n";
	private static final DateTimeFormatter MAIL_DATE = DateTimeFormatter
			.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

	String line(ReportRow row) {
		return writer.apply(row);
	}

	static SuppressionLine of(SuppressionProfile profile, ReportOptions options) throws ReportException {
		return switch (profile) {
			case PLAIN -> new SuppressionLine(null, "\n", ANY, ANY, SuppressionLine::address);
			case SHA256 -> new SuppressionLine(null, "\n", ANY, ANY, row -> sha256(address(row)));
			case HMAC -> hmac(options.setting("key", ""));
			case SES -> new SuppressionLine(null, "\n", 100_000, ANY, row -> csv(address(row), sesReason(row)));
			case SES_JSON -> new SuppressionLine(null, "\n", 100_000, ANY,
					row -> "{\"emailAddress\":" + quoted(address(row)) + ",\"reason\":\"" + sesReason(row) + "\"}");
			case MAILGUN -> new SuppressionLine("address,code,error,created_at", CRLF, ANY, 25 * MEGABYTE,
					row -> csv(address(row), code(row), error(row), date(row)));
			case BREVO -> new SuppressionLine("EMAIL", CRLF, ANY, ANY, row -> csv(address(row)));
			case LISTMONK -> new SuppressionLine("email,name,attributes", CRLF, ANY, ANY,
					row -> csv(address(row), name(row), "{\"bounce_reason\": " + quoted(reason(row)) + "}"));
			case SENDGRID, ODOO -> new SuppressionLine("email", CRLF, ANY, ANY, row -> csv(address(row)));
			case MAILCHIMP -> new SuppressionLine("Email Address", CRLF, ANY, ANY, row -> csv(address(row)));
			case HUBSPOT -> new SuppressionLine("Email", CRLF, ANY, ANY, row -> csv(address(row)));
			case POSTMARK -> new SuppressionLine(null, "\n", ANY, ANY,
					row -> "{\"Suppressions\":[{\"EmailAddress\":" + quoted(address(row)) + "}]}");
			case SPARKPOST -> new SuppressionLine("recipient,type,description", CRLF, 1_000_000, ANY,
					row -> csv(address(row), "non_transactional", reason(row)));
		};
	}

	private static SuppressionLine hmac(String key) throws ReportException {
		if (key.isEmpty()) {
			throw new ReportException(Code.BAD_SETTING, "key", null);
		}
		SecretKeySpec secret = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
		return new SuppressionLine(null, "\n", ANY, ANY, row -> {
			try {
				Mac mac = Mac.getInstance("HmacSHA256");
				mac.init(secret);
				return HexFormat.of().formatHex(mac.doFinal(address(row).getBytes(StandardCharsets.UTF_8)));
			} catch (GeneralSecurityException everyJavaHasIt) {
				throw new IllegalStateException(everyJavaHasIt);
			}
		});
	}

	private static String address(ReportRow row) {
		return Text.oneLine(AddressKey.of(row.email()).value());
	}

	private static String name(ReportRow row) {
		return row.customer() == null ? "" : Csv.harmless(Text.oneLine(row.customer().displayName()));
	}

	private static String reason(ReportRow row) {
		BounceEvent last = row.last();
		return last == null || last.verdict().reason() == null ? "blocked" : last.verdict().reason().id();
	}

	private static String sesReason(ReportRow row) {
		return row.last() != null && row.last().verdict().kind() == Kind.COMPLAINT ? "COMPLAINT" : "BOUNCE";
	}

	private static String code(ReportRow row) {
		return row.last() == null || row.last().status().replyCode() == 0
				? "550"
				: Integer.toString(row.last().status().replyCode());
	}

	private static String error(ReportRow row) {
		String text = row.last() == null ? null : row.last().status().diagnostic();
		return text == null ? "" : Csv.harmless(Text.oneLine(text));
	}

	private static String date(ReportRow row) {
		Instant since = row.standing().since();
		return since == null ? "" : MAIL_DATE.format(since);
	}

	private static String csv(Object... values) {
		return CSVFormat.RFC4180.format(values);
	}

	private static String quoted(String text) {
		StringBuilder json = new StringBuilder();
		Json.string(json, text);
		return json.toString();
	}

	private static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		} catch (GeneralSecurityException everyJavaHasIt) {
			throw new IllegalStateException(everyJavaHasIt);
		}
	}
}
