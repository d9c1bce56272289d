package rebound.source.imap.internal;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.StoreClosedException;

import rebound.source.MailboxException;
import rebound.source.MailboxException.Code;

/** Understands what went wrong from what Jakarta Mail, the Java library and the server say. */
final class FailureReading {

	private static final int MOST_CAUSES = 20;
	private static final int LONGEST_ANSWER = 300;

	private FailureReading() {
	}

	static MailboxException of(Exception failure, MailSession session) {
		ServerTrust.Refused refused = session.trust().refused();
		if (refused != null) {
			return certificate(refused, session);
		}
		String host = session.settings().host();
		String port = Integer.toString(session.port());
		String said = said(failure);
		String folded = said.toLowerCase(Locale.ROOT);
		if (caused(failure, UnknownHostException.class)) {
			return new MailboxException(Code.NAME_NOT_FOUND, failure, host);
		}
		if (caused(failure, SocketTimeoutException.class) || folded.contains("timed out")) {
			return new MailboxException(Code.TIMEOUT, failure, host, port);
		}
		if (caused(failure, ConnectException.class) || caused(failure, NoRouteToHostException.class)) {
			return new MailboxException(Code.REFUSED, failure, host, port);
		}
		if (folded.contains("starttls") && (folded.contains("not supported") || folded.contains("required"))) {
			return new MailboxException(Code.NO_STARTTLS, failure, host);
		}
		if (isPlainTextRefused(folded)) {
			return new MailboxException(Code.PLAIN_TEXT_REFUSED, failure, host);
		}
		if (failure instanceof AuthenticationFailedException) {
			return login(failure, said, folded, session);
		}
		if (caused(failure, SSLException.class)) {
			return new MailboxException(Code.TLS_FAILED, failure, host, port, said);
		}
		if (folded.contains("overquota") || folded.contains("quota exceeded") || folded.contains("over quota")) {
			return new MailboxException(Code.QUOTA, failure, said);
		}
		if (caused(failure, FolderClosedException.class) || caused(failure, StoreClosedException.class)
				|| caused(failure, java.io.IOException.class) || isClosed(folded)) {
			return new MailboxException(Code.CONNECTION_LOST, failure, host);
		}
		return new MailboxException(Code.FAILED, failure, said);
	}

	private static boolean isClosed(String folded) {
		return folded.contains("* bye") || folded.contains("connection") || folded.contains("not connected")
				|| folded.contains("not open") || folded.contains("eof");
	}

	/** RFC 3501, RFC 5530: LOGINDISABLED and PRIVACYREQUIRED; POP3 servers have words only. */
	private static boolean isPlainTextRefused(String folded) {
		return folded.contains("privacyrequired") || folded.contains("logindisabled")
				|| folded.contains("plaintext authentication disallowed") || folded.contains("non-secure")
				|| folded.contains("must issue a starttls") || folded.contains("tls is required");
	}

	private static MailboxException login(Exception failure, String said, String folded, MailSession session) {
		String user = session.settings().user();
		if (folded.contains("application-specific password") || folded.contains("app password")
				|| folded.contains("app-specific password") || folded.contains("authorization code")) {
			return new MailboxException(Code.APP_PASSWORD_NEEDED, failure, user, said);
		}
		if (folded.contains("oauth") || folded.contains("basic auth") || folded.contains("basicauth")
				|| folded.contains("web login required") || folded.contains("log in via your web browser")) {
			return new MailboxException(Code.OAUTH_NEEDED, failure, user, said);
		}
		return new MailboxException(Code.LOGIN_REFUSED, failure, user, said);
	}

	private static MailboxException certificate(ServerTrust.Refused refused, MailSession session) {
		X509Certificate certificate = refused.certificate();
		String host = session.settings().host();
		String fingerprint = fingerprint(certificate);
		CertificateException why = refused.why();
		if (caused(why, CertificateExpiredException.class) || caused(why, CertificateNotYetValidException.class)) {
			return new MailboxException(Code.CERTIFICATE_EXPIRED, why, host, fingerprint,
					certificate.getNotAfter().toInstant().toString().substring(0, 10));
		}
		if (caused(why, CertPathBuilderException.class) || caused(why, CertPathValidatorException.class)) {
			return new MailboxException(Code.CERTIFICATE_UNKNOWN_ISSUER, why, host, fingerprint,
					certificate.getIssuerX500Principal().getName());
		}
		return new MailboxException(Code.CERTIFICATE_OTHER_NAME, why, host, fingerprint, names(certificate));
	}

	private static String names(X509Certificate certificate) {
		try {
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			if (names != null) {
				return names.stream().map(name -> String.valueOf(name.get(1))).limit(5)
						.collect(Collectors.joining(", "));
			}
		} catch (CertificateException unreadable) {
			return certificate.getSubjectX500Principal().getName();
		}
		return certificate.getSubjectX500Principal().getName();
	}

	private static String fingerprint(X509Certificate certificate) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
			return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
		} catch (GeneralSecurityException broken) {
			return "-";
		}
	}

	private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
		Throwable cause = failure;
		for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
			if (type.isInstance(cause)) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	/** What the server said is shown on terminals: one line, no control characters. */
	private static String said(Throwable failure) {
		String message = failure.getMessage();
		for (Throwable cause = failure.getCause(); message == null && cause != null; cause = cause.getCause()) {
			message = cause.getMessage();
		}
		return line(message == null ? failure.getClass().getSimpleName() : message);
	}

	/** @return the text on one line, without control characters, of bearable length */
	static String line(String text) {
		StringBuilder line = new StringBuilder();
		text.codePoints().limit(LONGEST_ANSWER).map(c -> Character.isISOControl(c) ? ' ' : c)
				.forEach(line::appendCodePoint);
		return line.toString().strip();
	}
}
