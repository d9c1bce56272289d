package rebound.source.imap.internal;

import java.util.Properties;

import jakarta.mail.Session;

import rebound.source.MailboxException;
import rebound.source.MailboxSettings;
import rebound.source.MailboxSettings.Login;
import rebound.source.MailboxSettings.Security;

/** What Jakarta Mail is told for one connection. */
final class MailSession {

	private final MailboxSettings settings;
	private final ServerTrust trust;

	MailSession(MailboxSettings settings) throws MailboxException {
		this.settings = settings;
		this.trust = new ServerTrust(settings.caFile());
	}

	MailboxSettings settings() {
		return settings;
	}

	ServerTrust trust() {
		return trust;
	}

	/** @return the port of the settings, or the usual one (RFC 8314, section 7) */
	int port() {
		if (settings.port() > 0) {
			return settings.port();
		}
		boolean isTls = settings.security() == Security.TLS;
		return settings.protocol().equals("pop3") ? isTls ? 995 : 110 : isTls ? 993 : 143;
	}

	Session session() {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try {
			// Jakarta Mail looks for its parts by way of the thread; in OSGi they are found only in its own bundle.
			thread.setContextClassLoader(Session.class.getClassLoader());
			return Session.getInstance(properties());
		} finally {
			thread.setContextClassLoader(before);
		}
	}

	private Properties properties() {
		Properties properties = new Properties();
		String prefix = "mail." + settings.protocol() + ".";
		String millis = Long.toString(settings.timeout().toMillis());
		properties.setProperty(prefix + "connectiontimeout", millis);
		properties.setProperty(prefix + "timeout", millis);
		properties.setProperty(prefix + "writetimeout", millis);
		properties.setProperty(prefix + "ssl.enable", Boolean.toString(settings.security() == Security.TLS));
		String startTls = Boolean.toString(settings.security() == Security.STARTTLS);
		properties.setProperty(prefix + "starttls.enable", startTls);
		properties.setProperty(prefix + "starttls.required", startTls);
		properties.setProperty(prefix + "ssl.checkserveridentity", "true");
		properties.setProperty(prefix + "ssl.socketFactory.fallback", "false");
		properties.setProperty(prefix + "socketFactory.fallback", "false");
		properties.put(prefix + "ssl.socketFactory", trust);
		properties.setProperty(prefix + "auth.mechanisms",
				settings.login() == Login.PASSWORD ? "PLAIN LOGIN" : "XOAUTH2");
		properties.setProperty("mail.pop3.auth.xoauth2.two.line.authentication.format", "true");
		properties.setProperty("mail.imap.connectionpoolsize", "1");
		// A mail's text is read as bytes; Jakarta Mail need not look at it.
		properties.setProperty("mail.imap.ignorebodystructuresize", "true");
		return properties;
	}
}
